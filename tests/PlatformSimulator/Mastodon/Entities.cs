namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>Somebody on the network, as this server knows them.</summary>
internal sealed record Person(string Id, string Acct, string DisplayName, string Url, string? Token = null, string? App = null)
{
    public bool IsLocal => !Acct.Contains('@');
}

/// <summary>A post. <paramref name="Text"/> is what was typed, <paramref name="Html"/> what everybody gets.</summary>
internal sealed record Post(string Id, Person Author, string Text, string Html, string Visibility, DateTimeOffset At)
{
    public string? InReplyTo { get; init; }
    public string Warning { get; init; } = "";
    public string? Language { get; init; }
    public string? Key { get; init; }
    public string? App { get; init; }
    public string? Quotes { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public IReadOnlyList<Person> Mentions { get; init; } = [];
    public IReadOnlyList<Upload> Files { get; init; } = [];

    public bool MayRead(Person reader) =>
        Visibility is "public" or "unlisted" || Author.Id == reader.Id || Mentions.Any(mention => mention.Id == reader.Id);
}

/// <summary>What somebody is told.</summary>
internal sealed record Notice(string Id, string Type, Person To, Person From, string? Post, bool Filtered, DateTimeOffset At);

/// <summary>A file that is at the server; it may have to be looked at a few times before it is ready.</summary>
internal sealed record Upload(string Id, string ContentType, byte[] Content, string? Description)
{
    public int Looks { get; set; }
}

/// <summary>What a call that is refused is answered with.</summary>
internal sealed class RefusedCallException(int status, string error) : Exception(error)
{
    public int Status => status;
}
