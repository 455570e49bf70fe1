using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.RulesOfEngagement;
using CoreMessage = WebcareHub.Contracts.Api.CoreMessage;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>A core message as the API shows it.</summary>
internal static class CoreMessageShown
{
    /// <summary>Whether the caller has to do with it: their municipality lies in its area, or they lead its layer.</summary>
    internal static bool IsFor(Standing standing, CoreMessageIssued issued) =>
        standing.Places.Covers(issued.Area, standing.Municipality) || standing.Leads(issued.Layer);

    internal static CoreMessage Of(CoreMessageState message, string tenant, Standing standing)
    {
        var issued = message.Issued!;
        return new(
            issued.MessageId,
            issued.Version,
            issued.CrisisId,
            Exercise.Is(tenant),
            issued.Layer,
            standing.Places.InWords(issued.Layer),
            [.. issued.Area.Select(standing.Places.Part)],
            issued.Title,
            issued.Text,
            issued.Informal,
            issued.Actions,
            issued.ValidFrom,
            issued.ValidUntil,
            issued.Owner.Name,
            issued.OwnerMunicipality,
            issued.ApprovedBy,
            issued.Approves,
            issued.Change,
            issued.At,
            Withdrawal(message, standing),
            standing.Places.Covers(issued.Area, standing.Municipality) ? Draft(message, standing) : null,
            Counts(message, standing),
            [.. May(message, standing)]
        );
    }

    internal static CoreMessageBoard Board(CoreMessageState message, Standing standing) =>
        new(
            message.Issued!.MessageId,
            message.Issued.Version,
            [.. standing.Places.In(message.Issued.Area).Select(town => Line(town, message))]
        );

    private static CoreMessageBoardLine Line(RegisteredMunicipality town, CoreMessageState message)
    {
        var version = message.Issued!.Version;
        return message.Stands.GetValueOrDefault(town.Code) is { } did
            ? new(
                town.Code,
                town.Name,
                did.Stand,
                did.Version,
                did.Version < version,
                message.Withdrawn is null ? did.Said : null,
                did.Reason,
                did.By,
                did.At
            )
            : new(town.Code, town.Name, CoreMessageStand.Offered, version, false, null, null, null, null);
    }

    private static CoreMessageWithdrawal? Withdrawal(CoreMessageState message, Standing standing) =>
        message.Withdrawn is { } withdrawn
            ? new(
                withdrawn.Reason,
                withdrawn.Correction is { } correction ? OwnVoice.Own(correction, standing.Places.For(standing.Municipality)).Text : null,
                withdrawn.By.Name,
                withdrawn.At
            )
            : null;

    private static CoreMessageDraft Draft(CoreMessageState message, Standing standing)
    {
        var (issued, blueprint) = (message.Issued!, standing.Places.For(standing.Municipality));
        var did = message.Stands.GetValueOrDefault(standing.Municipality);
        var (text, missing) = OwnVoice.Text(issued, blueprint);
        return new(
            did?.Stand ?? CoreMessageStand.Offered,
            did?.Version ?? issued.Version,
            did is not null && did.Version < issued.Version,
            OwnVoice.Greeting(blueprint),
            blueprint.Voice.Salutation,
            text,
            message.Withdrawn is null ? did?.Said : null,
            OwnVoice.Signature(blueprint, standing.Agent.Name),
            Clock.StandOf(did is { Said: not null } ? did.StandOf : issued.At, standing.Now),
            missing,
            did?.Reason,
            did?.By,
            did?.At
        );
    }

    private static CoreMessageCounts Counts(CoreMessageState message, Standing standing)
    {
        var (did, version) = (message.Stands.Values.ToList(), message.Issued!.Version);
        int Of(CoreMessageStand stand) => did.Count(each => each.Stand == stand);
        return new(
            Math.Max(0, standing.Places.In(message.Issued.Area).Count - did.Count),
            Of(CoreMessageStand.Released),
            Of(CoreMessageStand.Localised),
            Of(CoreMessageStand.Declined),
            did.Count(each => each.Version < version)
        );
    }

    private static IEnumerable<string> May(CoreMessageState message, Standing standing)
    {
        var (leads, speaks) = (standing.MaySpeakFor(message.Issued!.Layer) && message.Withdrawn is null, Spoken.May(standing, message));
        (string Word, bool May)[] acts =
        [
            ("version", leads),
            ("withdraw", leads),
            ("release", speaks),
            ("localise", speaks),
            ("decline", speaks),
        ];
        return acts.Where(act => act.May).Select(act => act.Word);
    }
}
