namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>Something written in public: a comment, a visitor's post or a review.</summary>
/// <param name="Author">The person's id by which they comment; the page's own when it wrote itself.</param>
internal sealed record Comment(string Id, Page Page, string Post, string? Parent, string Author, string? Name, DateTimeOffset At)
{
    public string? Text { get; set; }

    public bool Hidden { get; set; }

    public bool Gone { get; set; }

    /// <summary>Its one private answer was sent.</summary>
    public bool AnsweredPrivately { get; set; }

    /// <summary>Under a broadcast.</summary>
    public bool Live { get; init; }

    /// <summary>Stands on somebody else's media.</summary>
    public bool Mention { get; init; }

    public bool FromPage => Author == Page.Id;
}
