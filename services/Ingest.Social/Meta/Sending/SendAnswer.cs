using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>Sends one part to where it belongs: under a comment, to the person, or to nobody when it only hides.</summary>
internal sealed class SendAnswer
{
    private readonly AccountBook accounts;
    private readonly SendMessage messages;
    private readonly SendComment comments;
    private readonly Dictionary<Surface, PlatformCalls> calls;

    public SendAnswer(AccountBook accounts, SendMessage messages, SendComment comments, ILogger<SendAnswer> log)
    {
        (this.accounts, this.messages, this.comments) = (accounts, messages, comments);
        Surface[] surfaces = [Surface.Facebook, Surface.Messenger, Surface.Instagram];
        calls = surfaces.ToDictionary(surface => surface, surface => new PlatformCalls(surface.Name, Failures.IsTrouble, log));
    }

    public Task<SendResult> SendAsync(OutboundPart part, Surface surface, CancellationToken ct)
    {
        if (
            accounts.Find(surface.Channel, part.App, part.Account) is not { AccessToken: not null } account
            || account.Municipality != part.Municipality
        )
        {
            return Task.FromResult<SendResult>(
                new SendResult.Final(
                    $"Dit account heeft geen toegang tot {surface.Name}. De beheerder moet de koppeling herstellen.",
                    "account",
                    AfterRepair: true
                )
            );
        }

        var errand = new Errand(part, surface, account, ReplyPlace.Read(part.Content.ReplyTo), calls[surface]);
        return errand.Content switch
        {
            { Act: not ReplyAct.Answer } => comments.HideAsync(errand, ct),
            { Visibility: Visibility.Public } => comments.SendAsync(errand, ct),
            _ => messages.SendAsync(errand, ct),
        };
    }
}
