using System.Globalization;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Previewing;

/// <summary>A decision about a pasted text, in words.</summary>
internal sealed record Outcome(Decision Decision, IReadOnlyList<PreviewField> Fields, IReadOnlyList<string> Trace, PreviewAnswer? Answer)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <param name="colleague">Stands in the signature.</param>
    internal static Outcome Of(EffectiveBlueprint blueprint, MessageFacts message, DateTimeOffset at, string colleague)
    {
        var decision = blueprint.Decide(message, at);
        return new(
            decision,
            [
                .. Told(decision, blueprint)
                    .Where(field => field.Value is { Length: > 0 })
                    .Select(field => new PreviewField(field.Name, field.Value!)),
            ],
            RulesOfEngagement.Trace.Sentences(decision.Trace, blueprint),
            decision.Suggest.Select(blueprint.Answer).FirstOrDefault(answer => answer is not null) is { } answer
                ? Rendered(answer, blueprint, colleague)
                : null
        );
    }

    internal PreviewDecision Shown(IReadOnlyDictionary<string, int> releases) => new(Fields, Trace, Answer, releases);

    /// <summary>What the other does differently, one Dutch sentence each.</summary>
    internal IReadOnlyList<string> Differences(Outcome other)
    {
        var sentences = new List<string>();
        foreach (var name in Fields.Concat(other.Fields).Select(field => field.Name).Distinct())
        {
            var (before, after) = (Value(name), other.Value(name));
            if (before != after)
            {
                sentences.Add(
                    (before, after) switch
                    {
                        (null, _) => $"{Capital(name)} wordt: {after}. Nu staat er niets.",
                        (_, null) => $"{Capital(name)} vervalt. Nu is dat: {before}.",
                        _ => $"{Capital(name)} wordt: {after}. Nu is dat: {before}.",
                    }
                );
            }
        }

        if (Answer?.Id == other.Answer?.Id && Answer?.Text != other.Answer?.Text)
        {
            sentences.Add("Het voorgestelde antwoord krijgt een andere tekst.");
        }

        return sentences;
    }

    private static PreviewAnswer Rendered(Answer answer, EffectiveBlueprint blueprint, string colleague)
    {
        var slots = new Dictionary<string, string> { ["medewerker"] = colleague };
        var body = blueprint.RenderAnswer(answer.Id, slots);
        var signature = blueprint.Voice.Signature is { } line ? blueprint.Render(line, slots) : null;
        var greeting = blueprint.Voice.Greeting is { } first ? blueprint.Render(first, slots).Text : null;
        var text = string.Join(
            "\n\n",
            new[] { greeting, body.Text.Trim(), signature?.Text }.Where(part => !string.IsNullOrWhiteSpace(part))
        );
        return new(answer.Id, answer.Title, text, [.. body.Missing.Concat(signature?.Missing ?? []).Distinct()]);
    }

    private static (string Name, string? Value)[] Told(Decision decision, EffectiveBlueprint blueprint) =>
        [
            ("onderwerp", blueprint.Topic(decision.Topic)?.Title ?? decision.Topic),
            ("bedoeling", Word(decision.Intent)),
            ("prioriteit", Word(decision.Priority)),
            ("thema", decision.Theme),
            ("werkvoorraad", blueprint.WorkLists.FirstOrDefault(list => list.Id == decision.WorkList)?.Title ?? decision.WorkList),
            ("rol", blueprint.Roles.FirstOrDefault(role => role.Id == decision.Role)?.Title ?? decision.Role),
            ("overloop", Word(decision.Overflow)),
            ("streeftermijn", blueprint.ServiceLevel(decision.ServiceLevel)?.Title ?? decision.ServiceLevel),
            ("uiterste moment", decision.Due is { } due ? Moment(due) : null),
            ("voorgestelde antwoorden", string.Join(", ", decision.Suggest.Select(id => blueprint.Answer(id)?.Title ?? id))),
            ("ontvangstbevestiging", blueprint.Answer(decision.Acknowledge)?.Title ?? decision.Acknowledge),
            ("labels", string.Join(", ", decision.Labels)),
            ("privé verder gaan", decision.AskPrivate ? "ja" : null),
            ("verbergen", decision.Hide ? "ja" : null),
            ("niet antwoorden", decision.NoReply),
            ("verwijzing", blueprint.Partners.FirstOrDefault(partner => partner.Id == decision.ReferTo)?.Title ?? decision.ReferTo),
            ("akkoord vooraf", decision.ApprovalRequired ? "ja" : null),
            ("seintje", string.Join(", ", decision.Notify)),
        ];

    private string? Value(string name) => Fields.FirstOrDefault(field => field.Name == name)?.Value;

    private static string? Word(string? value) =>
        value switch
        {
            "low" => "laag",
            "normal" => "normaal",
            "high" => "hoog",
            "urgent" => "spoed",
            "question" => "vraag",
            "remark" => "opmerking",
            "complaint" => "klacht",
            "report" => "melding",
            "never" => "nooit",
            "region" => "regio",
            "national" => "landelijk",
            _ => value,
        };

    private static string Moment(DateTimeOffset utc) =>
        TimeZoneInfo.ConvertTime(utc, Amsterdam).ToString("dddd d MMMM 'om' H.mm 'uur'", Dutch);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
