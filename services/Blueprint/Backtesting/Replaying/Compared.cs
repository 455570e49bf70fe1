using System.Globalization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>One thing that is otherwise, as the report names it.</summary>
internal readonly record struct Difference(BacktestChange Kind, string? From, string? To);

/// <summary>Two outcomes of one message beside each other.</summary>
internal static class Compared
{
    private const string SomeMoment = "due";
    private const string Earlier = "earlier";
    private const string Later = "later";

    /// <summary>The names that rules use for what a kind of change is about, in their traces.</summary>
    internal static readonly IReadOnlyDictionary<BacktestChange, string> Fields = new Dictionary<BacktestChange, string>
    {
        [BacktestChange.Topic] = "topic",
        [BacktestChange.WorkList] = "worklist",
        [BacktestChange.Role] = "role",
        [BacktestChange.Priority] = "priority",
        [BacktestChange.Due] = "due",
        [BacktestChange.Suggestions] = "suggest",
        [BacktestChange.Overflow] = "overflow",
        [BacktestChange.Acknowledgement] = "acknowledge",
        [BacktestChange.NoReply] = "noReply",
        [BacktestChange.Approval] = "approval",
    };

    /// <summary>Adds what differs to <paramref name="differences"/>, in the order of the kinds.</summary>
    internal static void Of(in Outcome before, in Outcome after, List<Difference> differences)
    {
        Add(differences, BacktestChange.Topic, before.Topic, after.Topic);
        Add(differences, BacktestChange.WorkList, before.WorkList, after.WorkList);
        Add(differences, BacktestChange.Role, before.Role, after.Role);
        Add(differences, BacktestChange.Priority, before.Priority, after.Priority);
        if (before.Due != after.Due)
        {
            differences.Add(new(BacktestChange.Due, before.Due is null ? null : SomeMoment, Direction(before.Due, after.Due)));
        }

        if (!before.Suggest.SequenceEqual(after.Suggest))
        {
            differences.Add(new(BacktestChange.Suggestions, Joined(before.Suggest), Joined(after.Suggest)));
        }

        Add(differences, BacktestChange.Overflow, before.Overflow, after.Overflow);
        Add(differences, BacktestChange.Acknowledgement, before.Acknowledge, after.Acknowledge);
        Add(differences, BacktestChange.NoReply, before.NoReply, after.NoReply);
        Add(differences, BacktestChange.Approval, Required(before), Required(after));
    }

    /// <summary>What a sample shows for this kind: values, and moments in full.</summary>
    internal static string? Shown(Difference difference, in Outcome outcome, bool after) =>
        difference.Kind == BacktestChange.Due ? outcome.Due?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
        : after ? difference.To
        : difference.From;

    private static void Add(List<Difference> differences, BacktestChange kind, string? before, string? after)
    {
        if (!string.Equals(before, after, StringComparison.Ordinal))
        {
            differences.Add(new(kind, before, after));
        }
    }

    private static string? Direction(DateTimeOffset? before, DateTimeOffset? after) =>
        after is null ? null
        : before is null ? SomeMoment
        : after < before ? Earlier
        : Later;

    private static string? Joined(IReadOnlyList<string> list) => list.Count == 0 ? null : string.Join(", ", list);

    private static string? Required(in Outcome outcome) => outcome.Approval ? "required" : null;
}
