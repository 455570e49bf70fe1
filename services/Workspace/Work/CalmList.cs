using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>Brings a list up to date without moving what a colleague is looking at.</summary>
internal static class CalmList
{
    /// <summary>Rows that stay keep their order; new ones come after the row they follow in <paramref name="fresh"/>; the rest goes.</summary>
    internal static IReadOnlyList<ConversationRow> Calmly(this IReadOnlyList<ConversationRow> shown, IReadOnlyList<ConversationRow> fresh)
    {
        var latest = fresh.ToDictionary(row => row.Id);
        var calm = shown.Where(row => latest.ContainsKey(row.Id)).Select(row => latest[row.Id]).ToList();
        var known = calm.Select(row => row.Id).ToHashSet();
        for (var place = 0; place < fresh.Count; place++)
        {
            if (known.Add(fresh[place].Id))
            {
                calm.Insert(place == 0 ? 0 : calm.FindIndex(row => row.Id == fresh[place - 1].Id) + 1, fresh[place]);
            }
        }

        return calm;
    }
}
