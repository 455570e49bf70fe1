namespace WebcareHub.Contracts.Api;

// What was measured before and after a release, of the topics its entries are about. As many whole weeks on both sides, each as known at
// its end; the week of the release itself is in neither.
// That one followed the other says nothing about why.
//   GET /figures/effect?layer=&release=&weeks=       (ReleaseEffect); weeks 1 to 12, without it 4, and never more than have passed
// Reading: whoever works under the layer. A national release is measured in the whole nation, told where at least five municipalities contribute in
// each week; that of a region in the region for its coordinators, and in the own municipality for its editors, analysts, managers and administrators.

/// <summary>Before and after a release.</summary>
/// <param name="Layer">nl, a region id or a CBS code.</param>
/// <param name="ReleasedAt">When it came into force.</param>
/// <param name="Weeks">On each side; 0 when no whole week has passed.</param>
/// <param name="Topics">What its entries are about.</param>
/// <param name="Before">Questions about these topics in the weeks before; null when too few to tell.</param>
/// <param name="After">In the weeks after.</param>
/// <param name="AllBefore">All questions in the weeks before, whatever they were about; null when too few to tell.</param>
/// <param name="AllAfter">In the weeks after.</param>
/// <param name="Sentence">What was measured, Dutch, without saying why.</param>
/// <param name="Telling">There is enough to record.</param>
public sealed record ReleaseEffect(
    string Layer,
    int Release,
    DateTimeOffset ReleasedAt,
    int Weeks,
    IReadOnlyList<TopicName> Topics,
    int? Before,
    int? After,
    int? AllBefore,
    int? AllAfter,
    IReadOnlyList<EffectFigure> Figures,
    string Sentence,
    bool Telling
);

/// <summary>One figure before and after.</summary>
/// <param name="Text">What is counted, Dutch.</param>
/// <param name="Before">Null when there is nothing to count, or too few to say.</param>
/// <param name="QuestionsBefore">From how many it is computed; null when too few to tell.</param>
/// <param name="TooFew">On one of both sides fewer than thirty: the difference says little.</param>
public sealed record EffectFigure(
    string Id,
    string Title,
    string Text,
    string Unit,
    double? Before,
    double? After,
    int? QuestionsBefore,
    int? QuestionsAfter,
    bool TooFew
);
