using System.Globalization;
using WebcareHub.Contracts;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Together;

/// <summary>One approved answer in a municipality's own voice; without text the reason why it cannot be said there.</summary>
/// <param name="AnswerId">As it stands with the answer.</param>
internal sealed record Voiced(string? Text, string? AnswerId, string? Reason)
{
    public const string NotReleased = "Deze gemeente heeft de kernboodschap niet vrijgegeven.";

    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static Voiced Of(Approved answer, Conversation conversation, EffectiveBlueprint blueprint, DateTimeOffset now)
    {
        var chosen = Choose(answer.Content, conversation, blueprint, now);
        return chosen.Text is null
            ? chosen
            : Fit(chosen, answer.Content.ShortText, conversation, blueprint, Slots(answer, conversation, blueprint, now));
    }

    private static Voiced Choose(Content content, Conversation conversation, EffectiveBlueprint blueprint, DateTimeOffset now)
    {
        var municipality = Exercise.Real(conversation.Municipality);
        if (content.CoreTexts is { } core)
            return core.TryGetValue(municipality, out var said)
                ? new($"{said.Text}\n\nStand van {Local(said.StandOf):HH:mm}.", $"core:{content.CoreMessageId}:{said.Version}", null)
                : Not(NotReleased);
        if (content.LocalTexts?.GetValueOrDefault(municipality) is { } local)
            return new(local, content.AnswerId, null);
        return content.Text is { } text ? new(Addressed(text, content.Informal, blueprint), content.AnswerId, null)
            : content.LocalTexts is not null ? Not("Voor deze gemeente is er geen tekst.")
            : Standard(content.AnswerId, conversation.Channel, blueprint, DateOnly.FromDateTime(Local(now).DateTime));
    }

    private static Voiced Standard(string? id, string channel, EffectiveBlueprint blueprint, DateOnly today) =>
        blueprint.Answer(id) switch
        {
            null => Not("Dit standaardantwoord geldt niet in deze gemeente."),
            { ValidUntil: { } until } when until < today => Not("Dit standaardantwoord is niet meer geldig."),
            { Channels: { Count: > 0 } channels } when !channels.Contains(channel) => Not(
                $"Dit standaardantwoord is niet bedoeld voor {Channel.NameOf(channel)}."
            ),
            var answer => new(Addressed(answer.Text, answer.Informal, blueprint), answer.Id, null),
        };

    private static Voiced Fit(
        Voiced chosen,
        string? shortText,
        Conversation conversation,
        EffectiveBlueprint blueprint,
        Dictionary<string, string> slots
    )
    {
        var body = blueprint.Render(chosen.Text!, slots);
        if (body.Missing.Count > 0)
            return Not($"Niet ingevuld: {string.Join(", ", body.Missing)}.");
        var signed = Drafts.Signed(body.Text, Line(blueprint.Voice.Signature, blueprint, slots))!;
        var greeting = Line(blueprint.Voice.Greeting, blueprint, slots);
        var shorter = shortText is null ? null : blueprint.Render(shortText, slots);
        var most = conversation.Visibility == Visibility.Public ? Means.Of(conversation).TextLimit : null;
        string?[] choices =
        [
            greeting is null ? signed : $"{greeting}\n\n{signed}",
            signed,
            shorter is { Missing.Count: 0 } ? shorter.Text : null,
        ];
        return choices.FirstOrDefault(text => text is not null && text.Length <= (most ?? Reply.MaxLength)) is { } fits
            ? chosen with
            {
                Text = fits,
            }
            : Not($"Het antwoord is te lang voor een bericht op {Channel.NameOf(conversation.Channel)}.");
    }

    private static Dictionary<string, string> Slots(
        Approved answer,
        Conversation conversation,
        EffectiveBlueprint blueprint,
        DateTimeOffset now
    )
    {
        var own = Exercise.Real(answer.Municipality) == Exercise.Real(conversation.Municipality);
        var slots = new Dictionary<string, string>
        {
            ["medewerker"] = own ? answer.By.Name : TeamIn(blueprint.Voice.Signature),
            ["stand"] = Local(now).ToString("HH.mm 'uur'", CultureInfo.InvariantCulture),
        };
        // In public nobody is called by name.
        if (conversation is { Visibility: Visibility.Private, ResidentName: { Length: > 0 } name })
            slots["naam"] = name;
        return slots;
    }

    /// <summary>Who answers for many in the name of another municipality signs as its team.</summary>
    private static string TeamIn(string? signature) =>
        signature is null || signature.StartsWith("{medewerker}", StringComparison.Ordinal) ? "Het webcareteam" : "het webcareteam";

    private static string Addressed(string formal, string? informal, EffectiveBlueprint blueprint) =>
        blueprint.Voice.Salutation == "je" ? informal ?? formal : formal;

    /// <summary>A greeting or signature; without the name where that is not known, null when something else is missing.</summary>
    private static string? Line(string? line, EffectiveBlueprint blueprint, Dictionary<string, string> slots) =>
        line is null ? null
        : blueprint.Render(line, slots) is { Missing.Count: 0 } whole ? whole.Text.Trim()
        : blueprint.Render(line.Replace(" {naam}", "", StringComparison.Ordinal), slots) is { Missing.Count: 0 } nameless
            ? nameless.Text.Trim()
        : null;

    private static Voiced Not(string reason) => new(null, null, reason);

    private static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Amsterdam);
}
