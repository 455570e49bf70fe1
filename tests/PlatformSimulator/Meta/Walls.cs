using System.Collections.Concurrent;
using System.Globalization;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>Everything written at pages and accounts, in public and in private.</summary>
internal sealed class Walls
{
    private readonly ConcurrentDictionary<string, Comment> comments = new();
    private readonly ConcurrentDictionary<(string Page, string Person), Talk> talks = new();
    private long last = 122_000_000_000_000_000;

    public IEnumerable<Comment> Comments => comments.Values.OrderBy(comment => comment.At);

    public IEnumerable<(string Page, string Person, Talk Talk)> Talks => talks.Select(one => (one.Key.Page, one.Key.Person, one.Value));

    public Comment? Find(string id) => comments.GetValueOrDefault(id);

    public void Put(Comment comment) => comments[comment.Id] = comment;

    /// <param name="person">Scoped id.</param>
    public Talk Of(Page page, string person) => talks.GetOrAdd((page.Id, person), _ => new Talk());

    public Talk? Find(Page page, string person) => talks.GetValueOrDefault((page.Id, person));

    public string NewNumber() => Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);

    public string NewMessageId() => "m_" + Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=') + NewNumber();

    public void Clear()
    {
        comments.Clear();
        talks.Clear();
    }
}
