using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement.Likeness;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>Counts the events of one batch, in order; what is to be written is collected.</summary>
internal sealed class Tally
{
    // A group is told by a handful of words; a whole letter need not be compared.
    private const int MostWords = 12;
    private readonly Dictionary<(Guid Crisis, Guid Group, string Word, DateTimeOffset At), WordRow> _words = [];

    internal List<MessageRow> Messages { get; } = [];

    internal IReadOnlyCollection<WordRow> Words => _words.Values;

    /// <summary>When a colleague answered a conversation.</summary>
    internal List<(Guid Conversation, DateTimeOffset At)> Answers { get; } = [];

    internal HashSet<Guid> Erased { get; } = [];

    /// <summary>Crises that ended.</summary>
    internal HashSet<Guid> Ended { get; } = [];

    internal void Count(RecordedEvent recorded, MessageReceived message, (Guid Conversation, string Channel) of, InForce.Crisis crisis)
    {
        var words = Wording.Of(message.Text, message.AuthorName);
        var signature = MinHash.Of(words);
        Guid? group = signature is null ? null : crisis.Groups.Add(signature, 0, message.At);
        if (group is { } asked && crisis.Asked.Add((of.Conversation, asked)))
            Add(crisis, asked, words, Second(message.At));
        Messages.Add(
            new(
                recorded.Stream.Tenant,
                crisis.Facts.Id,
                message.MessageId,
                of.Conversation,
                of.Channel,
                message.At,
                group,
                crisis.SignsIn(message.Text),
                signature
            )
        );
    }

    private void Add(InForce.Crisis crisis, Guid group, IReadOnlyList<Wording.Word> words, DateTimeOffset at)
    {
        var facts = crisis.Facts;
        foreach (var word in words.Where(crisis.Safe.Holds).Select(word => word.Written).Distinct().Take(MostWords))
        {
            var before = _words.GetValueOrDefault((facts.Id, group, word, at))?.Questions ?? 0;
            _words[(facts.Id, group, word, at)] = new(facts.Layer, facts.Id, group, word, at, before + 1);
        }
    }

    private static DateTimeOffset Second(DateTimeOffset at) =>
        new((at.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
