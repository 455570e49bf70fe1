using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Promises;
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
    /// <param name="To">The message that is answered: the one that is quoted, otherwise the resident's last.</param>
    /// <param name="ForeignFile">One of the files is not of this resident.</param>
    internal sealed record Draft(
        Guid ReplyId,
        NewReply Wanted,
        string? Signature,
        string? QuotedPlatformId,
        FilledTemplate? Template,
        bool ForeignFile = false,
        Answered? To = null
    );

    /// <summary>The message that is answered.</summary>
    /// <param name="Privately">It was answered in private before.</param>
    internal sealed record Answered(string? ReplyTo, DateTimeOffset SentAt, bool Privately);

    internal sealed record FilledTemplate(string Name, string Language, string Body, int Slots);

    public static Outcome Decide(AgentRef agent, bool isSpokesperson, Draft draft, Conversation conversation, DateTimeOffset now) =>
        MayAnswer(agent, isSpokesperson, conversation)
        ?? KeepsPromise(draft, conversation)
        ?? (draft.Wanted.Privately ? MayMove(draft, conversation, now) : null)
        ?? (draft.Wanted.TemplateName is null ? FitsWindow(draft, conversation, now) : FitsTemplate(draft))
        ?? HoldsOwnFiles(draft)
        ?? HoldsNoPersonalData(draft, conversation)
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
                    view.Caller.Agent,
                    view.Caller.Roles.Contains("spokesperson"),
                    Drafts.Of(replyId, reply, view, files),
                    view.Conversation,
                    time.GetUtcNow()
                ),
            ct
        );
    }

    private static Outcome? KeepsPromise(Draft draft, Conversation conversation) =>
        draft.Wanted.ResolveAfter && conversation.PromisedUntil is not null ? Refuse(KeepPromise.StillOpen) : null;

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

    private static Outcome? MayMove(Draft draft, Conversation conversation, DateTimeOffset now) =>
        conversation.Visibility == Visibility.Private ? null
        : !Means.MovesToPrivate(conversation)
            ? Refuse($"Op {Channel.NameOf(conversation.Channel)} kunt u niet privé antwoorden.", Refusal.Invalid)
        : !Means.AnswersPrivatelyOnce(conversation.Channel) || draft.To is null ? null
        : draft.To.Privately
            ? Refuse(
                $"Op dit bericht ging al een privébericht. {Channel.NameOf(conversation.Channel)} staat er één toe; wacht tot de inwoner antwoordt."
            )
        : draft.To.SentAt + Means.PrivateReplyTerm <= now
            ? Refuse(
                $"Dit bericht is ouder dan 7 dagen. {Channel.NameOf(conversation.Channel)} staat dan geen privébericht meer toe.",
                Refusal.WindowClosed
            )
        : null;

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

    private static Outcome? HoldsNoPersonalData(Draft draft, Conversation conversation)
    {
        if (draft.Wanted.SendDespitePersonalData)
            return null;
        var found = PersonalDataScan
            .Find(draft.Wanted.Text)
            .Concat((draft.Wanted.TemplateParameters ?? []).SelectMany(PersonalDataScan.Find));
        return found.Select(data => data.Kind).Order().FirstOrDefault(kind => kind is "bsn" or "iban") is { } kind
            ? Refuse(
                PersonalDataInWords(kind, conversation.Visibility == Visibility.Public && !draft.Wanted.Privately),
                Refusal.PersonalData
            )
            : null;
    }

    private static string PersonalDataInWords(string kind, bool inPublic) =>
        (kind, inPublic) switch
        {
            ("bsn", true) =>
                "Iedereen kan dit antwoord lezen, en er staat een burgerservicenummer in. Dat is een datalek. Haal het weg of antwoord privé.",
            (_, true) => "Iedereen kan dit antwoord lezen, en er staat een rekeningnummer in. Haal het weg, of verstuur het toch.",
            ("bsn", _) => "In uw antwoord staat een burgerservicenummer. Haal het weg, of verstuur het toch.",
            _ => "In uw antwoord staat een rekeningnummer. Haal het weg, of verstuur het toch.",
        };

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
            draft.To?.ReplyTo
        );
        if (draft.Wanted.ResolveAfter)
            yield return new Resolved("answered", null, agent, now);
    }
}
