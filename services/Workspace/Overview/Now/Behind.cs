using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Overview.Parts;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Overview.Now;

/// <summary>The address of the questions behind a number of the newsroom.</summary>
internal static class Behind
{
    internal static string Of(Newsroom newsroom, string what, NumberPart? part = null) =>
        "/overzicht/achter"
        + BlueprintCalls.Query(
            ("wat", what),
            ("gebied", newsroom.Scope),
            ("op", newsroom.Live ? null : PastMoment.Field(newsroom.At)),
            ("kanaal", part?.Channel),
            ("gemeente", part?.Municipality),
            ("onderwerp", part?.Topic)
        );

    internal static string Title(string what) =>
        what switch
        {
            NewsroomNames.ArrivedHour => OverviewTexts.ArrivedHour,
            NewsroomNames.ArrivedToday => OverviewTexts.ArrivedToday,
            NewsroomNames.Waiting => OverviewTexts.Waiting,
            NewsroomNames.AtRisk => OverviewTexts.AtRisk,
            NewsroomNames.Late => OverviewTexts.Late,
            NewsroomNames.AnsweredToday => OverviewTexts.AnsweredToday,
            _ => OverviewTexts.Questions,
        };

    internal static string? Usual(double? usual) =>
        usual is { } given ? SayFigures.Format(OverviewTexts.UsualSaid, SayFigures.Number(given)) : null;
}
