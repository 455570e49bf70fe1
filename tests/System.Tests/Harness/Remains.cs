using System.Text;
using System.Text.RegularExpressions;
using WebcareHub.EventStore;

namespace WebcareHub.SystemTests.Harness;

/// <summary>
/// Searches everything a hub keeps for traces of somebody: a dump of the database, files, messages in queues, logs, and what the hub's own master
/// key opens. Each also with every run of base64 or hexadecimal digits in it decoded, twice over.
/// </summary>
internal sealed partial class Remains(HubUnderTest hub)
{
    private const int Deep = 2;

    /// <summary>Where each trace was found: "place: trace".</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyCollection<string> traces)
    {
        var found = new SortedSet<string>();
        await foreach (var (place, text) in PlacesAsync())
        foreach (var trace in Inside(text, traces, Deep).Distinct())
            found.Add($"{place}: {trace}");
        return [.. found];
    }

    /// <summary>Which traces stand in a text, in any of the ways it can be read.</summary>
    public static IEnumerable<string> Inside(string text, IReadOnlyCollection<string> traces, int deep) =>
        deep < 0
            ? []
            : traces
                .Where(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase))
                .Concat(Decoded(text).SelectMany(inner => Inside(inner, traces, deep - 1)));

    private async IAsyncEnumerable<(string Place, string Text)> PlacesAsync()
    {
        yield return ("database", await Backup.Of(hub, "search").DumpAsync());
        foreach (var file in Files())
            yield return ("files", file + Text(await File.ReadAllBytesAsync(file)));
        foreach (var (queue, text) in await hub.Servers.Broker.MessagesAsync())
            yield return ($"queue {queue}", text);
        yield return ("ledger of deletions", await LedgerAsync());
        yield return ("logs", string.Join('\n', hub.Logs));
        foreach (
            var (table, column, purpose) in new[]
            {
                ("channels.bodies", "body", "channels.bodies"),
                ("hub.dead_letters", "sealed", "dead-letter"),
                ("chat.items where resident_id is null", "content", "chat.items"),
                ("chat.files", "details", "chat.files"),
                ("chat.files", "content", "chat.files"),
            }
        )
            yield return ($"{table}, opened", await OpenedAsync(table, column, purpose));
    }

    private async Task<string> LedgerAsync()
    {
        var path = Path.Combine(hub.Settings["Deletions__Path"], "deletions.jsonl");
        return File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
    }

    private async Task<string> OpenedAsync(string table, string column, string purpose)
    {
        var keys = new ConfigurationBuilder()
            .AddInMemoryCollection(
                hub.Settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":"), (string?)setting.Value))
            )
            .Build();
        var vault = new Vault(null!, null!, keys, TimeProvider.System);
        if (!await ExistsAsync(table))
            return "";
        var seals = await hub.ColumnAsync<byte[]>(
            $"select sealed from (select {column} as sealed from {table}) as kept where sealed is not null"
        );
        return string.Join('\n', seals.Select(bytes => Text(vault.Open(purpose, bytes))));
    }

    private string[] Files() =>
        Directory.Exists(hub.Settings["Files__Path"])
            ? Directory.GetFiles(hub.Settings["Files__Path"], "*", SearchOption.AllDirectories)
            : [];

    // The chat's tables come with its service.
    private async Task<bool> ExistsAsync(string table) =>
        await hub.ReadAsync<bool>($"select to_regclass('{table.Split(' ')[0]}') is not null");

    // As a log or an address writes it: %C3%AB, \u00EB. Then as somebody packed it.
    // A run can begin with characters that do not belong to it: each alignment is tried.
    private static IEnumerable<string> Decoded(string text)
    {
        foreach (var run in Base64Run().Matches(text).Select(match => match.Value.Replace('-', '+').Replace('_', '/')))
            for (var start = 0; start < 4; start++)
                yield return Text(Convert.FromBase64String(run.Substring(start, (run.Length - start) / 4 * 4)));
        if (text.Contains('%', StringComparison.Ordinal) && Uri.UnescapeDataString(text) is var address && address != text)
            yield return address;
        if (EscapedLetter().IsMatch(text))
            yield return EscapedLetter().Replace(text, letter => $"{(char)Convert.ToInt32(letter.Groups[1].Value, 16)}");
        foreach (var run in HexRun().Matches(text).Select(match => match.Value))
            for (var start = 0; start < 2; start++)
                yield return Text(Convert.FromHexString(run.AsSpan(start, (run.Length - start) / 2 * 2)));
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    [GeneratedRegex("[A-Za-z0-9+/_-]{16,}")]
    private static partial Regex Base64Run();

    [GeneratedRegex(@"\\+u([0-9A-Fa-f]{4})")]
    private static partial Regex EscapedLetter();

    [GeneratedRegex("[0-9A-Fa-f]{16,}")]
    private static partial Regex HexRun();
}
