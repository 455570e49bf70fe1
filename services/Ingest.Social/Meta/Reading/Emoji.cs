namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>Reactions that Meta names.</summary>
internal static class Emoji
{
    public static string Of(string? name) =>
        name switch
        {
            "like" or "yes" => "👍",
            "dislike" or "no" => "👎",
            "love" => "❤️",
            "haha" or "smile" => "😆",
            "wow" => "😮",
            "sad" => "😢",
            "angry" => "😠",
            "care" => "🤗",
            _ => "❔",
        };
}
