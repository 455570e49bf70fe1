namespace WebcareHub.Testing;

/// <summary>Counts and lengths: small enough for every run, full with <c>./webcare test --long</c>.</summary>
public static class Scale
{
    /// <summary>Whether stories that change the hub for everybody beside them are told too: only where nothing runs beside them.</summary>
    public static bool WholeStories => Long;

    private static readonly bool Long = Environment.GetEnvironmentVariable("WEBCARE_TEST_LONG") == "1";

    /// <summary>Messages that come in while one process after the other is killed.</summary>
    public static int MessagesUnderKills { get; } = Long ? 20_000 : 1_000;

    /// <summary>Messages of a surge that an environment analysis counts.</summary>
    public static int SurgeMessages { get; } = Long ? 20_000 : 1_500;

    /// <summary>How often what goes wrong now and then is tried.</summary>
    public static int Repeats { get; } = Long ? 100 : 20;

    /// <summary>How often each of fifty colleagues asks for the next conversation.</summary>
    public static int CallsForNext { get; } = Long ? 20 : 5;

    /// <summary>How many times as busy the simulated day of three regions is.</summary>
    public static int BusyDay { get; } = Long ? 8 : 1;

    /// <summary>How long the database stays away under load.</summary>
    public static TimeSpan DatabaseAway { get; } = TimeSpan.FromSeconds(Long ? 60 : 10);

    /// <summary>How long a visitor of the chat has no connection, beyond what it takes for both sides to write.</summary>
    public static TimeSpan LineAway { get; } = TimeSpan.FromSeconds(Long ? 30 : 0);

    /// <summary>How long a whole test may wait for its last message.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(Long ? 30 : 4);
}
