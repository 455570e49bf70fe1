using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.CoreMessages;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.Thread;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Guiding;

/// <summary>What applies here: the voice, facts, hours, guidelines and templates of this conversation's municipality.</summary>
internal static class GetGuidance
{
    public static async Task<Results<Ok<Contracts.Api.Guidance>, NotFound>> Get(
        Guid id,
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await using var reach = await Reach.OpenAsync(store, caller, id, ct);
        if (await ConversationReader.ReadAsync(reach, rulebook, id, ct) is not { } view)
            return TypedResults.NotFound();
        var (blueprint, voice) = (view.Blueprint, view.Blueprint.Voice);
        var now = time.GetUtcNow();
        var open = blueprint.IsOpen(now);
        var told = await CoreAnswers.OfferedAsync(reach!.Session.Connection, reach.Owner, now, ct);
        return TypedResults.Ok(
            new Contracts.Api.Guidance(
                reach.Owner,
                voice.Name,
                voice.Salutation,
                voice.Signature is null
                    ? null
                    : blueprint.Render(voice.Signature, new Dictionary<string, string> { ["medewerker"] = caller.Name }).Text,
                voice.Tone,
                voice.Facts,
                HoursInWords(blueprint, open, now),
                open,
                blueprint.Topic(view.Conversation.Topic)?.Title,
                [.. told.Select(answer => answer.Entry(now)), .. Referral.Of(view), .. Guidelines(view)],
                [
                    .. blueprint.Templates.Select(template => new TemplateOffer(
                        template.Name,
                        template.Language,
                        template.Title,
                        template.Body,
                        template.Slots
                    )),
                ]
            )
        );
    }

    private static IEnumerable<GuidanceEntry> Guidelines(DeskView view) =>
        view
            .Blueprint.GuidelinesFor(view.Conversation.Topic)
            .Select(entry => new GuidanceEntry(entry.Id, entry.Title, entry.Text, entry.Layer));

    private static string HoursInWords(EffectiveBlueprint blueprint, bool open, DateTimeOffset now) =>
        open ? "Webcare is nu open."
        : blueprint.Hours.TryGetValue("webcare", out var hours) && hours.NextOpening(now) is { } opening
            ? $"Webcare is dicht en opent {Words.Moment(opening)}."
        : "Webcare is nu dicht.";
}
