using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Crisis.Many;

/// <summary>One answer to a group, as somebody is writing it: the words, and to which part it goes.</summary>
internal sealed class Writing(AlikeGroup group, Guid? crisis, DateTimeOffset seenAt)
{
    // One per opened form: what is sent again after a broken connection goes out once.
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly HashSet<string> _leftOut = [];

    internal string Text { get; set; } = "";

    internal string Informal { get; set; } = "";

    internal string ShortText { get; set; } = "";

    internal Guid? CoreMessage { get; set; }

    internal bool LateArrivalsJoin { get; set; } = true;

    internal bool DespitePersonalData { get; set; }

    internal IReadOnlyList<(string Code, string Name, int Waiting)> Towns =>
        [
            .. group
                .Parts.Where(part => part.MayAnswer)
                .GroupBy(part => (part.Municipality, part.MunicipalityName))
                .Select(town => (town.Key.Municipality, town.Key.MunicipalityName, town.Sum(part => part.Waiting))),
        ];

    internal IReadOnlyList<(string Code, int Waiting)> Channels =>
        [
            .. group
                .Parts.Where(part => part.MayAnswer)
                .GroupBy(part => part.Channel)
                .Select(channel => (channel.Key, channel.Sum(part => part.Waiting))),
        ];

    internal bool Takes(string townOrChannel) => !_leftOut.Contains(townOrChannel);

    internal void Take(string townOrChannel, bool on)
    {
        _ = on ? _leftOut.Remove(townOrChannel) : _leftOut.Add(townOrChannel);
    }

    internal bool Nobody => !Towns.Any(town => Takes(town.Code)) || !Channels.Any(channel => Takes(channel.Code));

    /// <param name="count">The number that stood on the button.</param>
    internal NewAnswerToMany For(int count) =>
        new(
            count,
            Text.Trim(),
            Filled(Informal),
            Filled(ShortText),
            CoreMessageId: CoreMessage,
            GroupId: group.Id,
            CrisisId: crisis,
            Municipalities: Chosen([.. Towns.Select(town => town.Code)]),
            Channels: Chosen([.. Channels.Select(channel => channel.Code)]),
            SeenAt: seenAt,
            LateArrivalsJoin: LateArrivalsJoin,
            SendDespitePersonalData: DespitePersonalData,
            Id: _id
        );

    // Nothing said means all.
    private IReadOnlyList<string>? Chosen(IReadOnlyList<string> all) => all.All(Takes) ? null : [.. all.Where(Takes)];

    private static string? Filled(string words) => words.Trim() is { Length: > 0 } some ? some : null;
}
