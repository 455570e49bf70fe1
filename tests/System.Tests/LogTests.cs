using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

/// <summary>What services tell about themselves, on the console and by OTLP, searched for what residents and colleagues wrote.</summary>
[Collection(typeof(Told))]
public sealed class LogTests(ToldHub told)
{
    private const int Deep = 1;

    /// <summary>What only telemetry could give away, beside all that the busy day's resident left.</summary>
    private static readonly string[] Secrets =
    [
        .. BusyDay.Traces,
        "zwaluwstaart",
        "Zonnebloem",
        "31690000",
        "Maaike de Buurvrouw",
        "31688776655",
        "demo-token",
        "demo-secret",
        "demo-verify",
        "geheim",
    ];

    [Fact]
    public void No_log_span_or_figure_of_any_service_holds_a_text_a_name_a_number_or_a_token()
    {
        string[] secrets = [.. Secrets, told.Token.Split('.')[1][..40], told.Token.Split('.')[2][..40]];
        var found = new SortedSet<string>();
        foreach (var line in told.Hub.Logs)
        foreach (var secret in Remains.Inside(line, secrets, Deep))
            found.Add($"log: {secret} in {line[..Math.Min(line.Length, 2000)]}");
        foreach (var kind in new[] { "TraceService", "LogsService", "MetricsService" })
        foreach (var secret in Remains.Inside(told.Sink.All(kind), secrets, Deep).Distinct())
            found.Add($"{kind}: {secret} in {Around(told.Sink.All(kind), secret)}");

        found.ShouldBeEmpty();
    }

    private static string Around(string text, string secret) =>
        text.IndexOf(secret, StringComparison.OrdinalIgnoreCase) is var at and >= 0
            ? text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 200)]
            : "something encoded";
}
