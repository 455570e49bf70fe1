using System.Globalization;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.Promises;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Thread;

/// <summary>What happened, in Dutch sentences for the thread.</summary>
internal static class Words
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Null for what needs no line of its own.</summary>
    public static string? Of(object @event, EffectiveBlueprint blueprint) =>
        @event switch
        {
            ConversationOpened { PreviousConversationId: not null } => "Nieuw gesprek met een inwoner die eerder contact had.",
            ConversationOpened => "Gesprek begonnen.",
            QuestionRecognised { Topic: { } topic } e =>
                $"Onderwerp: {TopicTitle(topic, blueprint)}. Voorrang: {PriorityInWords(e.Priority)}.",
            TopicCorrected e => $"{e.By.Name} veranderde het onderwerp in {TopicTitle(e.Topic, blueprint)}.",
            Claimed e => $"{e.By.Name} pakte dit gesprek op.",
            Released e => $"{e.By.Name} gaf dit gesprek terug.",
            HandedOver e => $"{e.By.Name} droeg dit gesprek over aan {Receiver(e, blueprint)}{(e.Reason is null ? "" : $": {e.Reason}")}.",
            Snoozed e => $"{e.By.Name} legde dit gesprek weg tot {Moment(e.Until)}.",
            SnoozeEnded => "Terug in de werkvoorraad.",
            LoopPromised e =>
                $"{e.By.Name} beloofde om hier uiterlijk {Day(e.DueAt)} op terug te komen{(e.What is null ? "" : $": {e.What.TrimEnd('.')}")}.",
            LoopDue => "Terug in de werkvoorraad: we beloofden om hier vandaag op terug te komen.",
            LoopClosed e => $"{e.By.Name} koppelde terug aan de inwoner.",
            DeadlinePassed e => $"De streeftermijn van {Moment(e.DueAt)} is voorbij.",
            ReplySettled { SendAgain: true } e => $"{e.By.Name} verstuurt het antwoord opnieuw.",
            ReplySettled e => $"{e.By.Name} laat het antwoord zoals het is.",
            Resolved e => $"Afgehandeld door {e.By.Name}: {HowInWords(e.How)}{(e.Reason is null ? "" : $" ({e.Reason})")}.",
            Reopened { Unhappy: { } low } =>
                $"Heropend: de inwoner gaf een {low.Score}. Bij een cijfer lager dan {low.Below} kijkt een collega nog een keer.",
            Reopened { Promised: true } => "Heropend: er staat nog een toezegging open.",
            Reopened { By: null } => "Heropend: de inwoner schreef opnieuw.",
            Reopened e => $"{e.By!.Name} heropende dit gesprek.",
            MessageHidden { Hidden: true } => "Het bericht is verborgen op het platform.",
            MessageHidden => "Het bericht is weer te zien op het platform.",
            SatisfactionAsked => "We vroegen de inwoner om een cijfer voor onze hulp.",
            SatisfactionRated e => $"De inwoner gaf een {e.Score}{(string.IsNullOrWhiteSpace(e.Comment) ? "" : $": {e.Comment}")}",
            OverflowOpened e => $"Open voor {PoolNames.Of(e.Pool, blueprint).Name}.{(e.Reason is null ? "" : $" {e.Reason}")}",
            OverflowClosed e => $"Niet meer open voor {PoolNames.Of(e.Pool, blueprint).Name}. {e.Reason}",
            PersonalDataErased => "De gegevens van deze inwoner zijn gewist.",
            _ => null,
        };

    /// <summary>What is said to everybody is placed; what is said to one is sent.</summary>
    public static string StateInWords(DeliveryState state, string? reason, Visibility visibility, string channel) =>
        (visibility, channel) switch
        {
            (Visibility.Public, _) => PlacedInWords(state, reason, channel),
            (_, Channel.Chat) when state is DeliveryState.Delivered or DeliveryState.Read => state == DeliveryState.Read
                ? "Gezien in de chat"
                : "In de chat van de inwoner",
            _ => SentInWords(state, reason),
        };

    private static string PlacedInWords(DeliveryState state, string? reason, string channel) =>
        state switch
        {
            DeliveryState.Requested or DeliveryState.Sending => "Wordt geplaatst",
            DeliveryState.Uncertain => reason is null ? "Niet zeker of dit is geplaatst" : $"Niet zeker: {reason}",
            DeliveryState.Failed => reason is null ? "Niet geplaatst" : $"Niet geplaatst: {reason}",
            _ => $"Geplaatst op {Channel.NameOf(channel)}",
        };

    private static string SentInWords(DeliveryState state, string? reason) =>
        state switch
        {
            DeliveryState.Requested => "Wordt verstuurd",
            DeliveryState.Sending => "Wordt verstuurd",
            DeliveryState.Uncertain => reason is null ? "Niet zeker of dit is aangekomen" : $"Niet zeker: {reason}",
            DeliveryState.Sent => "Verstuurd",
            DeliveryState.Delivered => "Afgeleverd",
            DeliveryState.Read => "Gelezen",
            _ => reason is null ? "Niet aangekomen" : $"Niet aangekomen: {reason}",
        };

    public static string HidingInWords(DeliveryState state, string? reason) =>
        state switch
        {
            DeliveryState.Requested or DeliveryState.Sending => "Wordt gevraagd aan het platform",
            DeliveryState.Uncertain => reason is null ? "Niet zeker of dit is gelukt" : $"Niet zeker: {reason}",
            DeliveryState.Failed => reason is null ? "Niet gelukt" : $"Niet gelukt: {reason}",
            _ => "Gelukt",
        };

    public static string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Amsterdam).ToString("dddd d MMMM HH.mm 'uur'", Dutch);

    private static string Day(DateTimeOffset end) => PromisedDay.EndingAt(end).ToString("dddd d MMMM", Dutch);

    private static string TopicTitle(string id, EffectiveBlueprint blueprint) => blueprint.Topic(id)?.Title ?? id;

    private static string Receiver(HandedOver to, EffectiveBlueprint blueprint) =>
        to.Role is { } role
            ? (blueprint.Roles.FirstOrDefault(each => each.Id == role)?.Title ?? role).ToLower(Dutch)
            : $"werkvoorraad {blueprint.WorkLists.FirstOrDefault(list => list.Id == to.WorkList)?.Title ?? to.WorkList}";

    private static string PriorityInWords(string priority) =>
        Priorities.Parse(priority) switch
        {
            Priority.Low => "laag",
            Priority.High => "hoog",
            Priority.Urgent => "spoed",
            _ => "gewoon",
        };

    private static string HowInWords(string how) =>
        how switch
        {
            "answered" => "beantwoord",
            "no-reply" => "geen antwoord nodig",
            "referred" => "doorverwezen",
            _ => "elders afgehandeld",
        };
}
