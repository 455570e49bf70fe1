using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>Ten weeks of made-up work of thirty municipalities, always the same: reopened, handed over, answered by others, promised, asked, rated, erased.</summary>
internal sealed class Seeded
{
    internal static readonly DateTimeOffset First = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    internal static readonly string[] Municipalities = [.. Enumerable.Range(1, 30).Select(number => $"GM10{number:00}")];

    private static readonly string[] Topics = ["afval", "paspoort", "wegwerk"];
    private static readonly AgentRef Own = new("jan", "Jan");
    private static readonly AgentRef Other = new("GM1099:ria", "Ria");
    private readonly Random _random = new(20260401);
    private readonly Random _asking = new(20260402);

    internal Seeded()
    {
        foreach (var municipality in Municipalities)
        {
            Fill(municipality);
        }
    }

    internal List<Story> Stories { get; } = [];

    /// <summary>Residents of which a colleague said that they are one person.</summary>
    internal List<(string Municipality, Guid One, Guid Other)> Linked { get; } = [];

    /// <summary>The first of those of whom a colleague said later that they are two after all.</summary>
    internal HashSet<Guid> Parted { get; } = [];

    internal static readonly DateTimeOffset PartedAt = new(2026, 4, 22, 12, 0, 0, TimeSpan.Zero);

    internal HashSet<Guid> Erased { get; } = [];

    private void Fill(string municipality)
    {
        var residents = Enumerable.Range(0, 16).Select(_ => Id()).ToArray();
        for (var i = 0; i < 4; i++)
        {
            Linked.Add((municipality, residents[i], residents[i + 8]));
        }

        Parted.Add(residents[0]);
        for (var i = 0; i < 55; i++)
        {
            var person = _random.Next(residents.Length);
            // A whole minute, so that the reference can count minutes.
            var at = First.AddMinutes(_random.Next(70 * 24 * 60));
            Stories.Add(Tell(municipality, residents[person], person < 8 ? Channel.WhatsApp : Channel.Facebook, at));
        }

        var gone = Stories[^1].Resident;
        Erased.Add(gone);
        foreach (var story in Stories.Where(story => story.Resident == gone))
        {
            story.Events.Add(new PersonalDataErased(Own, "verzoek", First.AddDays(90)));
        }
    }

    private Story Tell(string municipality, Guid resident, string channel, DateTimeOffset at)
    {
        var id = Id();
        var story = new Story(municipality, id, resident, channel, Topics[_random.Next(Topics.Length)], at, []);
        story.Events.Add(new ConversationOpened(id, municipality, channel, "app", "account", resident, Visibility.Private, null, at));
        Write(story, at, due: _random.Next(10) > 0);
        if (_random.Next(4) == 0)
        {
            story.Events.Add(Reply(at.AddMinutes(1), new("system", "Automatisch"), automatic: true));
        }

        var now = at;
        for (var round = 0; round < 3 && Handle(story, now) is { } closed; round++)
        {
            now = closed.AddMinutes(_random.Next(10, 2000));
            story.Events.Add(new Reopened(null, now));
            Write(story, now, due: true);
        }

        return story;
    }

    /// <summary>When it was resolved, if the resident comes back.</summary>
    private DateTimeOffset? Handle(Story story, DateTimeOffset now)
    {
        now = Answer(story, now);
        if (_random.Next(8) == 0)
        {
            return null;
        }

        now = now.AddMinutes(_random.Next(1, 300));
        story.Events.Add(new Resolved(_random.Next(6) == 0 ? "no-reply" : "answered", null, Own, now));
        var score = _random.Next(2) == 0 ? _random.Next(1, 11) : (int?)null;
        var asked = AskFor(story, now, score);
        if (_random.Next(4) == 0)
        {
            return now;
        }

        if (asked && score < 6)
        {
            story.Events.Add(new Reopened(null, now.AddMinutes(5), new LowScore(score.Value, 6, new Dictionary<string, int>(), 1)));
            story.Events.Add(Waits(now.AddMinutes(5), due: true));
        }

        return null;
    }

    /// <summary>Whether we asked; some score without being asked, and many who are asked do not answer.</summary>
    private bool AskFor(Story story, DateTimeOffset now, int? score)
    {
        var asked = _asking.Next(3) > 0;
        if (asked)
        {
            story.Events.Add(new SatisfactionAsked(Id(_asking), Id(_asking), now, new Dictionary<string, int>(), 1, now.AddMinutes(4)));
        }

        if (score is { } given)
        {
            story.Events.Add(new SatisfactionRated(given, null, now, now.AddMinutes(5)));
        }

        return asked;
    }

    private DateTimeOffset Answer(Story story, DateTimeOffset now)
    {
        if (_random.Next(5) == 0)
        {
            story.Events.Add(new HandedOver(Own, "beheer", null, null, now.AddMinutes(2)));
        }

        if (_random.Next(7) == 0)
        {
            return now.AddMinutes(3);
        }

        now = now.AddMinutes(_random.Next(3, _random.Next(2) == 0 ? 90 : 4000));
        story.Events.Add(Reply(now, _random.Next(6) == 0 ? Other : Own, automatic: false));
        return Promise(story, now);
    }

    /// <summary>Some are promised that we come back to it: in time, late or never.</summary>
    private DateTimeOffset Promise(Story story, DateTimeOffset now)
    {
        var open = story.Events.OfType<LoopPromised>().Count() > story.Events.OfType<LoopClosed>().Count();
        if (_asking.Next(4) > 0 || open)
        {
            return now;
        }

        var due = now.AddMinutes(_asking.Next(60, 6_000));
        story.Events.Add(new LoopPromised("We bellen Anna de Wit", due.AddHours(-1), due, Own, now));
        if (_asking.Next(5) == 0)
        {
            return now;
        }

        now = _asking.Next(3) > 0 ? now.AddMinutes(_asking.Next(1, 50)) : due.AddMinutes(_asking.Next(1, 900));
        story.Events.Add(new LoopClosed(Own, now));
        return now;
    }

    private void Write(Story story, DateTimeOffset at, bool due)
    {
        story.Events.Add(new MessageReceived(Id(), Id(), null, null, MessageKind.Text, "Mijn naam is Anna de Wit", null, [], null, at, at));
        story.Events.Add(
            new QuestionRecognised(
                Id(),
                Id(),
                story.Topic,
                "question",
                "normal",
                "webcare",
                [],
                new Dictionary<string, int>(),
                1,
                new Dictionary<string, string>(),
                at
            )
        );
        story.Events.Add(Waits(at, due));
    }

    private static Queued Waits(DateTimeOffset at, bool due) =>
        new("webcare", null, due ? at.AddMinutes(60) : null, "region", false, [], [], at);

    private ReplyRequested Reply(DateTimeOffset at, AgentRef by, bool automatic) =>
        new(Id(), "Antwoord", null, null, null, null, null, [], automatic, by, null, at);

    private Guid Id() => Id(_random);

    private static Guid Id(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>One question with what happened to it.</summary>
    internal sealed record Story(
        string Municipality,
        Guid Id,
        Guid Resident,
        string Channel,
        string Topic,
        DateTimeOffset OpenedAt,
        List<object> Events
    )
    {
        internal List<object> Told => [.. Events.Where(one => one is not PersonalDataErased)];

        internal List<object> Forgotten => [.. Events.Where(one => one is PersonalDataErased)];
    }
}
