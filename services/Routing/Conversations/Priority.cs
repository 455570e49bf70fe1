namespace WebcareHub.Routing.Conversations;

/// <summary>How soon. The number is the order in the work list.</summary>
internal enum Priority
{
    Low = 0,
    Normal = 1,
    High = 2,
    Urgent = 3,
}

internal static class Priorities
{
    public static Priority Parse(string name) =>
        name switch
        {
            "low" => Priority.Low,
            "high" => Priority.High,
            "urgent" => Priority.Urgent,
            _ => Priority.Normal,
        };

    public static string Name(this Priority priority) =>
        priority switch
        {
            Priority.Low => "low",
            Priority.High => "high",
            Priority.Urgent => "urgent",
            _ => "normal",
        };
}
