using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>An idea for the blueprint that came up in the open conversation.</summary>
internal sealed partial class WorkView
{
    /// <summary>What an idea can be about: what applied to the newest message here, and the answers offered for it.</summary>
    internal IReadOnlyList<IdeaSubject> IdeaSubjects =>
        [
            .. LastDecision?.Rules.Select(IdeaSubject.Of).OfType<IdeaSubject>() ?? [],
            .. Answers.Take(MostAnswers).Select(answer => new IdeaSubject("answers", answer.Id, answer.Title)),
        ];

    /// <summary>The layers an idea can be for, national first.</summary>
    internal IReadOnlyList<TracedLayer> IdeaLayers =>
        LastDecision?.Layers is { Count: > 0 } layers ? layers : [new TracedLayer("nl", Texts.LayerNational.ToLowerInvariant(), 0)];

    /// <summary>Null when it is raised, otherwise the sentence that says why not. The conversation goes along as a link, none of its words do.</summary>
    internal async Task<string?> RaiseIdea(string layer, IdeaSubject? about, string title, string words)
    {
        string? problem = null;
        var idea = new NewIdea(layer, about?.Section, about?.Entry, title, words, Open?.Row.Id);
        if (await Try(async () => await desk.Ideas.Raise(idea), detail => problem = detail))
        {
            Say(ImprovementTexts.IdeaRaised);
        }

        return problem;
    }

    private TracedDecision? LastDecision => Trace is { Decisions: [.., var last] } ? last : null;

    private const int MostAnswers = 5;
}

/// <summary>An entry of the blueprint that an idea is about.</summary>
internal sealed record IdeaSubject(string Section, string Entry, string Title)
{
    /// <summary>As one value in a form.</summary>
    internal string Code => $"{Section}/{Entry}";

    /// <summary>Null for what is not an entry.</summary>
    internal static IdeaSubject? Of(TracedRule rule) =>
        rule.Kind switch
        {
            "rule" => new("rules", rule.Rule, rule.Title),
            "topic" => new("topics", After(rule.Rule), rule.Title),
            "serviceLevel" => new("servicelevels", After(rule.Rule), rule.Title),
            _ => null,
        };

    private static string After(string rule) => rule[(rule.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
