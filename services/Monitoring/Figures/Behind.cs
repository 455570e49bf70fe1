using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Figures;

/// <summary>Which questions a number is of, for who may see them.</summary>
internal static class Behind
{
    private const int Most = 200;

    internal static ConversationsBehind Of(Scope scope, string what, IReadOnlyList<(QuestionFacts Facts, double? Value)> questions) =>
        new(
            scope.Code,
            what,
            questions.Count,
            scope.Own
                ?
                [
                    .. questions
                        .OrderByDescending(each => each.Facts.Question.OpenedAt)
                        .Take(Most)
                        .Select(each => One(scope, each.Facts, each.Value)),
                ]
                : []
        );

    private static ConversationBehind One(Scope scope, QuestionFacts facts, double? value) =>
        new(
            facts.Question.Id,
            facts.Question.Municipality,
            facts.Question.Channel,
            facts.Topic,
            scope.TitleOf(facts.Question.Municipality, facts.Topic),
            facts.Question.OpenedAt,
            facts.ResolvedAt,
            value
        );
}
