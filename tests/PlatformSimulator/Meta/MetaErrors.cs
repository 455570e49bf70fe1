using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>The errors of the Graph API around pages.</summary>
internal static class MetaErrors
{
    public static GraphError Expired { get; } = new(401, 190, "Error validating access token: Session has expired.", Subcode: 463);

    public static GraphError NoPermission { get; } = new(403, 200, "(#200) Requires pages_messaging permission to manage the object");

    public static GraphError NoSuchPerson { get; } = new(400, 100, "(#100) No matching user found", Subcode: 2018001);

    public static GraphError Answered { get; } = new(400, 10900, "(#10900) Activity already replied to");

    public static GraphError NotThis { get; } = new(400, 10903, "(#10903) This user cant reply to this activity");

    public static GraphError Twice { get; } = new(400, 506, "(#506) Duplicate status message");

    public static GraphError Window(Page page) =>
        new(400, 10, "(#10) This message is sent outside of allowed window.", Subcode: page.IsInstagram ? 2534022 : 2018278);

    /// <summary>One that a test ordered.</summary>
    public static GraphError Ordered(int code, Page page) =>
        code switch
        {
            10 => Window(page),
            190 => Expired,
            200 => NoPermission,
            551 => new(400, 551, "(#551) This person isn't available right now.", Subcode: 1545041),
            613 => new(400, 613, "(#613) Calls to this api have exceeded the rate limit."),
            368 => new(400, 368, "(#368) The action attempted has been deemed abusive or is otherwise disallowed"),
            10900 => Answered,
            10903 => NotThis,
            _ => new(400, code, $"(#{code}) Ordered by the test"),
        };
}
