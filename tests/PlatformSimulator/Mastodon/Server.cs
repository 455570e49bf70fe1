using System.Globalization;

namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>One server of the network: its people, posts and notifications, in memory.</summary>
internal sealed class Server(string name, SimulatorClock clock)
{
    private readonly List<Person> people = [];
    private readonly List<Post> posts = [];
    private readonly List<Notice> notices = [];
    private readonly Dictionary<(string Token, string Key), (string Post, DateTimeOffset At)> keys = [];
    private readonly Dictionary<string, Upload> uploads = [];
    private long lastId = 117_020_000_000_000_000;

    public Lock Gate { get; } = new();

    public string Name => name;

    public Setup Setup { get; } = new();

    public Listeners Listeners { get; } = new();

    public Toll Toll { get; } = new();

    public Troubles Troubles { get; } = new();

    /// <summary>Where it is, as callers see it.</summary>
    public string Root { get; set; } = "";

    public DateTimeOffset Now => clock.GetUtcNow().AddSeconds(Setup.ClockOffsetSeconds);

    public IEnumerable<Post> Posts => posts;

    public IEnumerable<Notice> Notices => notices;

    // Ids grow, and are no more than words.
    public string NewId()
    {
        lastId += 65_537;
        var id = lastId.ToString(CultureInfo.InvariantCulture);
        return Setup.Ulid ? $"01J{id.PadLeft(23, '0')}" : id;
    }

    public Person Add(NewMastodonAccount account)
    {
        var person = new Person(NewId(), account.Username, account.DisplayName, $"{Root}/@{account.Username}", account.Token, account.App);
        people.RemoveAll(known => known.Acct == account.Username);
        people.Add(person);
        return person;
    }

    public Person? WithToken(string? token) => people.FirstOrDefault(person => person.Token is not null && person.Token == token);

    public Person? WithId(string id) => people.FirstOrDefault(person => person.Id == id);

    public Person Meet(string acct, string? displayName = null)
    {
        if (people.FirstOrDefault(person => person.Acct.Equals(acct, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        var url = acct.Split('@') is [var user, var domain] ? $"https://{domain}/@{user}" : $"{Root}/@{acct}";
        var met = new Person(NewId(), acct, displayName ?? "", url);
        people.Add(met);
        return met;
    }

    public Post? Find(string? id) => posts.FirstOrDefault(post => post.Id == id);

    public Post? Kept(string token, string? key) =>
        key is not null && keys.TryGetValue((token, key), out var kept) && Now - kept.At < TimeSpan.FromHours(1) ? Find(kept.Post) : null;

    public void Keep(string token, string? key, Post post)
    {
        if (key is not null)
            keys[(token, key)] = (post.Id, Now);
    }

    /// <summary>A post comes to be, and who is named is told.</summary>
    public void Publish(Post post, bool filtered = false)
    {
        posts.Add(post);
        if (post.Author.Token is not null)
            Listeners.Tell(post.Author.Id, "update", Shapes.Status(this, post));
        foreach (var person in post.Mentions.Where(person => person.Token is not null && person.Id != post.Author.Id))
            Notify(new(NewId(), "mention", person, post.Author, post.Id, filtered, Now));
        if (Find(post.Quotes) is { } quoted && quoted.Author.Token is not null && !post.Mentions.Contains(quoted.Author))
            Notify(new(NewId(), "quote", quoted.Author, post.Author, post.Id, filtered, Now));
    }

    public void Notify(Notice notice)
    {
        notices.Add(notice);
        if (!notice.Filtered)
            Listeners.Tell(notice.To.Id, "notification", Shapes.Notification(this, notice));
    }

    public void Edit(Post post, string text)
    {
        var edited = post with { Text = text, Html = Markup.Of(this, text), EditedAt = Now };
        posts[posts.IndexOf(post)] = edited;
        foreach (var person in post.Mentions.Append(post.Author).Where(person => Setup.StreamsEdits && person.Token is not null))
            Listeners.Tell(person.Id, "status.update", Shapes.Status(this, edited));
    }

    public void Delete(Post post)
    {
        posts.Remove(post);
        notices.RemoveAll(notice => notice.Post == post.Id);
        foreach (var person in post.Mentions.Append(post.Author).Where(person => person.Token is not null))
            Listeners.Tell(person.Id, "delete", post.Id);
    }

    public Upload Take(string contentType, byte[] content, string? description)
    {
        var upload = new Upload(NewId(), contentType, content, description);
        return uploads[upload.Id] = upload;
    }

    public Upload? FindUpload(string? id) => id is not null && uploads.TryGetValue(id, out var upload) ? upload : null;

    /// <summary>Who is named in a text, by its local part here or by its whole name.</summary>
    public IReadOnlyList<Person> Mentioned(string text) => [.. Mentions.In(text).Select(Known).OfType<Person>().Distinct()];

    public Person? Known(string acct) => people.FirstOrDefault(person => person.Acct.Equals(acct, StringComparison.OrdinalIgnoreCase));
}

/// <summary>How a server is set up.</summary>
internal sealed class Setup
{
    public int Characters { get; set; } = 500;
    public int Calls { get; set; } = 300;
    public int HostCalls { get; set; } = int.MaxValue;
    public bool Streams { get; set; } = true;
    public int MediaLooks { get; set; }
    public bool KeepsFiltered { get; set; }
    public bool StreamsEdits { get; set; } = true;
    public bool Ulid { get; set; }
    public int ClockOffsetSeconds { get; set; }

    public void Change(MastodonBehaviour behaviour)
    {
        Characters = behaviour.Characters ?? Characters;
        Calls = behaviour.Calls ?? Calls;
        HostCalls = behaviour.HostCalls ?? HostCalls;
        Streams = behaviour.Streams ?? Streams;
        MediaLooks = behaviour.MediaLooks ?? MediaLooks;
        KeepsFiltered = behaviour.KeepsFiltered ?? KeepsFiltered;
        StreamsEdits = behaviour.StreamsEdits ?? StreamsEdits;
        Ulid = behaviour.Ulid ?? Ulid;
        ClockOffsetSeconds = behaviour.ClockOffsetSeconds ?? ClockOffsetSeconds;
    }
}
