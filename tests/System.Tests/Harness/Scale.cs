namespace WebcareHub.SystemTests.Harness;

/// <summary>Counts and lengths: small enough for every run, full with <c>./webcare test --long</c>.</summary>
internal static class Scale
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("WEBCARE_TEST_LONG") == "1";

    public static int MessagesUnderKills { get; } = Long ? 20_000 : 2_000;

    public static int Repeats { get; } = Long ? 100 : 20;

    public static TimeSpan DatabaseAway { get; } = TimeSpan.FromSeconds(Long ? 60 : 10);

    /// <summary>How long a whole test may wait for its last message.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(Long ? 30 : 4);
}
