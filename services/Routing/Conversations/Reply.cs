using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>An answer to the resident, in the name of their own municipality. Whoever answers has the conversation from then on.</summary>
internal static class Reply
{
    public const int MaxLength = 10_000;
    public const int MaxFiles = 10;
    private const int MaxFileName = 200;

    /// <summary>What the colleague wants to send, with what the blueprint says about it.</summary>
    /// <param name="Signature">Of the municipality's voice, or null.</param>
    /// <param name="QuotedPlatformId">Of the message to quote, or null.</param>
    /// <param name="Template">The template asked for, filled in; null when none was asked for or there is none by that name.</param>
    /// <param name="ReplyTo">As the channel gave it with the message that is answered.</param>
    /// <param name="ForeignFile">One of the files is not of this resident.</param>
    internal sealed record Draft(
        Guid ReplyId,
        NewReply Wanted,
        string? Signature,
        string? QuotedPlatformId,
        FilledTemplate? Template,
        bool ForeignFile = false,
        string? ReplyTo = null
    );

    internal sealed record FilledTemplate(string Name, string Language, string Body, int Slots);

    public static Outcome Decide(AgentRef agent, bool isSpokesperson, Draft draft, Conversation conversation, DateTimeOffset now) =>
        MayAnswer(agent, isSpokesperson, conversation)
        ?? (draft.Wanted.TemplateName is null ? FitsWindow(draft, conversation, now) : FitsTemplate(draft))
        ?? HoldsOwnFiles(draft)
        ?? HoldsNoPersonalData(draft)
        ?? Accept([.. Events(agent, draft, conversation, now)]);

    public static Task<Results<Accepted<ReplyAccepted>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NewReply reply,
        Caller caller,
        Desk desk,
        FileIds files,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var replyId = Guid.CreateVersion7();
        return desk.ReplyAsync(
            caller,
            id,
            replyId,
            reply.ExpectedVersion,
            view =>
                Decide(
                    caller.Agent,
                    caller.Roles.Contains("spokesperson"),
                    Drafts.Of(replyId, reply, caller, view, files),
                    view.Conversation,
                    time.GetUtcNow()
                ),
            ct
        );
    }

    private static Outcome? MayAnswer(AgentRef agent, bool isSpokesperson, Conversation conversation) =>
        conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { Status: ConversationStatus.Resolved } => Refuse("Dit gesprek is al afgehandeld. Heropen het eerst."),
            _ => MaySpeak(agent, isSpokesperson, conversation),
        };

    /// <summary>Null when this colleague may send something in this conversation: nobody else has it, and it needs no spokesperson but them.</summary>
    public static Outcome? MaySpeak(AgentRef agent, bool isSpokesperson, Conversation conversation) =>
        conversation switch
        {
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            { ApprovalRequired: true } when !isSpokesperson => Refuse("Op deze vraag antwoordt een woordvoerder. Draag het gesprek over."),
            _ => null,
        };

    private static Outcome? FitsWindow(Draft draft, Conversation conversation, DateTimeOffset now) =>
        draft.Wanted switch
        {
            _ when !Window.IsOpenForColleague(conversation, now) => Refuse(Window.OverInWords(conversation.Channel), Refusal.WindowClosed),
            { Files: { } files } when files.Any(file => file.Name?.Length > MaxFileName || file.ContentType.Length > MaxFileName) => Refuse(
                "De naam van een bestand is te lang.",
                Refusal.Invalid
            ),
            { FileIds: { Count: > MaxFiles } } => Refuse($"Stuur ten hoogste {MaxFiles} bestanden mee.", Refusal.Invalid),
            { FileIds.Count: > 0 } => null,
            { Text: var text } when string.IsNullOrWhiteSpace(text) => Refuse("Een antwoord kan niet leeg zijn.", Refusal.Invalid),
            { Text.Length: > MaxLength } => Refuse($"Een antwoord heeft ten hoogste {MaxLength} tekens.", Refusal.Invalid),
            _ => null,
        };

    private static Outcome? FitsTemplate(Draft draft) =>
        draft.Template is not { } template ? Refuse("Dit sjabloon staat niet in de blauwdruk.", Refusal.Invalid)
        : (draft.Wanted.TemplateParameters?.Count ?? 0) != template.Slots
        || draft.Wanted.TemplateParameters?.Any(string.IsNullOrWhiteSpace) == true
            ? Refuse("Vul alle velden van het sjabloon in.", Refusal.Invalid)
        : null;

    private static Outcome? HoldsOwnFiles(Draft draft) =>
        draft.ForeignFile
            ? Refuse("Een van de bestanden hoort niet bij deze inwoner. Haal het weg en voeg het hier opnieuw toe.", Refusal.Invalid)
            : null;

    private static Outcome? HoldsNoPersonalData(Draft draft)
    {
        if (draft.Wanted.SendDespitePersonalData)
            return null;
        var found = PersonalDataScan
            .Find(draft.Wanted.Text)
            .Concat((draft.Wanted.TemplateParameters ?? []).SelectMany(PersonalDataScan.Find));
        return found.Select(data => data.Kind).Order().FirstOrDefault(kind => kind is "bsn" or "iban") is { } kind
            ? Refuse(
                $"In uw antwoord staat een {(kind == "bsn" ? "burgerservicenummer" : "rekeningnummer")}. Haal het weg, of verstuur het toch.",
                Refusal.PersonalData
            )
            : null;
    }

    private static IEnumerable<object> Events(AgentRef agent, Draft draft, Conversation conversation, DateTimeOffset now)
    {
        if (conversation.ClaimedBy is null)
            yield return new Claimed(agent, now);
        yield return new ReplyRequested(
            draft.ReplyId,
            draft.Template?.Body ?? Drafts.Signed(draft.Wanted.Text, draft.Signature),
            draft.Wanted.AnswerId,
            draft.QuotedPlatformId,
            draft.Template?.Name,
            draft.Template?.Language,
            draft.Template is null ? null : Drafts.Parameters(draft.Wanted.TemplateParameters),
            draft.Wanted.FileIds ?? [],
            false,
            agent,
            Window.ForColleague(conversation),
            now,
            Drafts.Files(draft.Wanted),
            draft.Wanted.Privately ? Visibility.Private : conversation.Visibility,
            draft.ReplyTo
        );
        if (draft.Wanted.ResolveAfter)
            yield return new Resolved("answered", null, agent, now);
    }
}
