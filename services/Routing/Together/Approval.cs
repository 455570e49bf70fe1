using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Alike;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>
/// Makes of what somebody asks an answer with everybody it is for: within the municipalities they may answer for, and with what may be said there.
/// </summary>
internal sealed class Approval(EventStore.EventStore store, Scopes scopes, TimeProvider time)
{
    private const int MostConversations = 5_000;

    /// <summary>An answer with whom it is for, in the session that found them.</summary>
    internal sealed record Prepared(
        EventSession Session,
        Scope Scope,
        Approved Answer,
        Candidates.Part Part,
        IReadOnlyList<Candidate> Candidates,
        DateTimeOffset SeenAt
    );

    /// <summary>Neither: there is no such scope for this caller.</summary>
    internal sealed record Asked(Prepared? Prepared, ProblemHttpResult? Problem);

    public async Task<Asked> PrepareAsync(Caller caller, NewAnswerToMany wanted, CancellationToken ct)
    {
        if (WhyNot(wanted) is { } sentence)
            return new(null, Problems.Invalid(sentence));
        if (HoldsPersonalData(wanted))
            return new(
                null,
                Problems.Of(
                    new(
                        "In uw antwoord staat een burgerservicenummer of rekeningnummer. Haal het weg, of verstuur het toch.",
                        Refusal.PersonalData
                    ),
                    0
                )
            );
        if (await scopes.OfAsync(caller, wanted.CrisisId, ct) is not { } scope)
            return new(null, null);
        var session = await store.OpenAsync(scope.Tenants, Traces.Here(), ct);
        var core = await CoreAsync(session, scope, wanted, ct);
        if (WhyNot(wanted, core) is { } refused)
        {
            await session.DisposeAsync();
            return new(null, Problems.Invalid(refused));
        }
        return new(await FindAsync(session, scope, wanted, ApprovedBy(caller, wanted, core), ct), null);
    }

    private string? WhyNot(NewAnswerToMany wanted, IReadOnlyDictionary<string, CoreText>? core) =>
        wanted is not { CoreMessageId: not null, Text: null, LocalTexts: null } ? null
        : core is null ? "Deze kernboodschap is er niet of is ingetrokken."
        : core.Count > 0 && !core.Values.Any(said => said.Holds(time.GetUtcNow())) ? "Deze kernboodschap geldt nu niet."
        : null;

    private async Task<Prepared> FindAsync(EventSession session, Scope scope, NewAnswerToMany wanted, Approved answer, CancellationToken ct)
    {
        var chosen = wanted.Municipalities is { Count: > 0 } only ? only.ToHashSet() : null;
        var part = new Candidates.Part(
            [
                .. scope.Answerable.Where(tenant =>
                    chosen is null || chosen.Contains(tenant) || chosen.Contains(Contracts.Exercise.Real(tenant))
                ),
            ],
            [.. wanted.Channels ?? []]
        );
        var now = time.GetUtcNow();
        var seen = wanted.SeenAt is { } at && at < now ? at : now;
        var candidates = wanted.GroupId is { } group
            ? await Candidates.OfGroupAsync(session.Connection, group, part, (seen, wanted.Correction), ct)
            : await Candidates.OfListAsync(session.Connection, wanted.Conversations!.Distinct(), part, ct);
        return new(session, scope, answer, part, candidates, seen);
    }

    private static async Task<IReadOnlyDictionary<string, CoreText>?> CoreAsync(
        EventSession session,
        Scope scope,
        NewAnswerToMany wanted,
        CancellationToken ct
    ) =>
        wanted is { CoreMessageId: { } message, Text: null, LocalTexts: null }
            ? await CoreTexts.ReadAsync(session, scope.Tenants, message, ct)
            : null;

    private static Approved ApprovedBy(Caller caller, NewAnswerToMany wanted, IReadOnlyDictionary<string, CoreText>? core) =>
        new(
            wanted.Id ?? Guid.CreateVersion7(),
            new(
                wanted.Text?.Trim(),
                wanted.Informal?.Trim(),
                wanted.ShortText?.Trim(),
                wanted.LocalTexts,
                wanted.AnswerId,
                wanted.CoreMessageId,
                core,
                wanted.Correction
            ),
            caller.Agent,
            caller.Municipality,
            caller.Roles.Contains("spokesperson"),
            wanted.CrisisId
        );

    private static string? WhyNot(NewAnswerToMany wanted) =>
        wanted switch
        {
            { GroupId: null, Conversations: null or { Count: 0 } } => "Kies een groep, of gesprekken.",
            { GroupId: not null, Conversations: { Count: > 0 } } => "Kies een groep of gesprekken, niet allebei.",
            { Conversations.Count: > MostConversations } => $"Stuur ten hoogste {MostConversations} gesprekken in een keer.",
            { GroupId: null, LateArrivalsJoin: true } => "Bij losse gesprekken kan niemand later aansluiten.",
            { Text: null, LocalTexts: null or { Count: 0 }, AnswerId: null, CoreMessageId: null } => "Een antwoord kan niet leeg zijn.",
            _ when TextsOf(wanted).Any(string.IsNullOrWhiteSpace) => "Een antwoord kan niet leeg zijn.",
            _ when TextsOf(wanted).Any(text => text.Length > Reply.MaxLength) =>
                $"Een antwoord heeft ten hoogste {Reply.MaxLength} tekens.",
            _ => null,
        };

    private static bool HoldsPersonalData(NewAnswerToMany wanted) =>
        !wanted.SendDespitePersonalData && TextsOf(wanted).SelectMany(PersonalDataScan.Find).Any(found => found.Kind is "bsn" or "iban");

    private static IEnumerable<string> TextsOf(NewAnswerToMany wanted) =>
        new[] { wanted.Text, wanted.Informal, wanted.ShortText }.OfType<string>().Concat(wanted.LocalTexts?.Values ?? []);
}
