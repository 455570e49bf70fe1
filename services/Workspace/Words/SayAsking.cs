namespace WebcareHub.Workspace.Words;

/// <summary>The fields about asking residents for a score, as a colleague reads them.</summary>
internal static class SayAsking
{
    /// <summary>Null for a field of something else.</summary>
    internal static string? Field(string name) =>
        name switch
        {
            "afterChat" => BlueprintTexts.FieldAfterChat,
            "afterDirect" => BlueprintTexts.FieldAfterDirect,
            "from" => BlueprintTexts.FieldFrom,
            "until" => BlueprintTexts.FieldUntil,
            "days" => BlueprintTexts.FieldDays,
            "answerDays" => BlueprintTexts.FieldAnswerDays,
            "below" => BlueprintTexts.FieldBelow,
            "never" => BlueprintTexts.FieldNever,
            "question" => BlueprintTexts.FieldQuestion,
            "questionInformal" => BlueprintTexts.FieldQuestionInformal,
            "thanks" => BlueprintTexts.FieldThanks,
            "thanksInformal" => BlueprintTexts.FieldThanksInformal,
            "sorry" => BlueprintTexts.FieldSorry,
            "sorryInformal" => BlueprintTexts.FieldSorryInformal,
            "quiet" => BlueprintTexts.FieldQuiet,
            _ => null,
        };
}
