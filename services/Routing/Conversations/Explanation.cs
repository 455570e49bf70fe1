using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Conversations;

/// <summary>Why a conversation is where it is, in one Dutch sentence for the work list; the whole trace is worded by the rules library.</summary>
internal static class Explanation
{
    public static string InOneSentence(IReadOnlyList<TraceStep> trace)
    {
        var step =
            trace.FirstOrDefault(step => step.Set.ContainsKey("role") || step.Set.ContainsKey("worklist"))
            ?? trace.FirstOrDefault(step => step.Set.ContainsKey("topic"))
            ?? trace.FirstOrDefault(step => step.Set.Count > 0);
        return step is null ? "Geen regel paste: dit bericht volgt de gewone gang." : $"{step.Title} ({LayerInWords(step.Layer)}).";
    }

    private static string LayerInWords(string layer) =>
        layer == "nl" ? "landelijk"
        : layer.StartsWith("GM", StringComparison.Ordinal) ? "eigen gemeente"
        : "regio";
}
