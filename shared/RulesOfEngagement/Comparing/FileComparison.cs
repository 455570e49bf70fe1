namespace WebcareHub.RulesOfEngagement;

/// <summary>Files of two releases: those that came or went, and differences that no entry shows.</summary>
internal static class FileComparison
{
    public static IEnumerable<FileDifference> Of(WrittenLayer was, WrittenLayer now, IReadOnlyList<EntryDifference> entries)
    {
        foreach (var path in was.Files.Keys.Union(now.Files.Keys).Order(StringComparer.Ordinal))
        {
            var (before, after) = (was.Files.GetValueOrDefault(path), now.Files.GetValueOrDefault(path));
            if (before is null || after is null)
            {
                yield return before is null
                    ? new(path, ChangeKind.Added, $"Het bestand {path} is nieuw.")
                    : new(path, ChangeKind.Removed, $"Het bestand {path} is weg.");
            }
            else if (before != after && Changed(path, was, now, entries) is { } change)
            {
                yield return change;
            }
        }
    }

    private static FileDifference? Changed(string path, WrittenLayer was, WrittenLayer now, IReadOnlyList<EntryDifference> entries)
    {
        if (!WrittenLayer.IsRead(path))
        {
            return new(path, ChangeKind.Changed, $"In {path} {Lines(was.Files[path], now.Files[path])}.");
        }
        var (before, after) = (was.Root(path), now.Root(path));
        if (path != MunicipalityRegister.Path && (before is null || after is null))
        {
            return new(path, ChangeKind.Changed, $"Het bestand {path} is gewijzigd; een van beide versies is niet te lezen.");
        }
        if (ReadableNode.Same(before, after) && entries.All(entry => entry.File != path))
        {
            return new(path, ChangeKind.CommentsOnly, $"In {path} zijn alleen opmerkingen of de opmaak anders.");
        }
        return entries.Any(entry => entry.File == path)
            ? null
            : new(path, ChangeKind.Moved, $"In {path} staan onderdelen op een andere plaats.");
    }

    private static string Lines(string before, string after)
    {
        var (was, now) = (before.Split('\n'), after.Split('\n'));
        var kept = WordComparison.Shared(was, now).Count;
        return (now.Length - kept, was.Length - kept) switch
        {
            (0, 0) => "is de opmaak anders",
            (var come, 0) => $"{Plural(come)} erbij",
            (0, var gone) => $"{Plural(gone)} weg",
            var (come, gone) => $"{Plural(come)} erbij en {Plural(gone)} weg",
        };
    }

    private static string Plural(int lines) => lines == 1 ? "is 1 regel" : $"zijn {lines} regels";
}
