using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Integration.Tests.Routing;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Pools.PoolHub;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Pools;

/// <summary>An owner and a helper who do, in any order, all that opens and closes.</summary>
internal sealed class AccessScene(RoutingHub hub, Random random)
{
    private readonly List<Guid> _questions = [];
    private readonly HttpClient _owner = hub.Client("jan", Owner);
    private Guid? _crisis;

    public HttpClient Helper { get; } = hub.Client("hidde", PoolHub.Helper);

    /// <summary>Of the helper's own municipality, and in no pool.</summary>
    public HttpClient Stranger { get; } = hub.Client("piet", PoolHub.Helper);

    public int Opened { get; private set; }
    public int Looked { get; private set; }
    public HashSet<Guid> Seen { get; } = [];

    public async Task BeginAsync(int questions)
    {
        for (var at = 0; at < questions; at++)
            _questions.Add(await AskAsync(hub, $"Vraag nummer {at}"));
    }

    public Guid Any() => _questions[random.Next(_questions.Count)];

    public async Task<string> StepAsync()
    {
        var id = Any();
        var (what, act) = random.Next(9) switch
        {
            0 or 1 => ("share", PostAsync(_owner, $"/api/v1/conversations/{id}/share", new ShareConversation())),
            2 => ("take back", PostAsync(_owner, $"/api/v1/conversations/{id}/take-back")),
            3 => ("helper claims", PostAsync(Helper, $"/api/v1/conversations/{id}/claim")),
            4 => ("helper gives back", PostAsync(Helper, $"/api/v1/conversations/{id}/release")),
            5 => ("owner claims", PostAsync(_owner, $"/api/v1/conversations/{id}/claim")),
            6 => ("owner gives back", PostAsync(_owner, $"/api/v1/conversations/{id}/release")),
            7 => ("resolve or reopen", ResolveOrReopenAsync(id)),
            _ => ("crisis", CrisisAsync()),
        };
        using var answer = await act;
        ((int)answer.StatusCode).ShouldBeLessThan(500, what);
        if (what == "share" && answer.IsSuccessStatusCode)
            Opened++;
        // While a crisis holds, what goes back to the list opens again within a second.
        if (_crisis is not null)
            await SettledAsync(true);
        return $"{what} {id}: {(int)answer.StatusCode}";
    }

    public async Task<HttpStatusCode> LookAsync(Guid id, string route)
    {
        using var answer = await Helper.GetAsync($"/api/v1/conversations/{id}{route}");
        if (answer.IsSuccessStatusCode && route.Length == 0)
        {
            Looked++;
            Seen.Add(id);
        }
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> NoteAsync(Guid id)
    {
        using var answer = await PostAsync(Helper, $"/api/v1/conversations/{id}/notes", new NewNote("Gezien"));
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> ResolveOrReopenAsync(Guid id)
    {
        var row = (await GetAsync<ConversationDetail>(_owner, $"/api/v1/conversations/{id}")).Row;
        return row.Status == ConversationStatus.Resolved
            ? await PostAsync(_owner, $"/api/v1/conversations/{id}/reopen", new OnVersion(row.Version))
            : await PostAsync(
                random.Next(2) == 0 ? Helper : _owner,
                $"/api/v1/conversations/{id}/resolve",
                new Resolve(row.Version, "no-reply", "Alleen een groet")
            );
    }

    /// <summary>Begins or ends one, and waits until every question is as that makes it.</summary>
    private async Task<HttpResponseMessage> CrisisAsync()
    {
        await using var session = await hub.Get<EventStore.EventStore>().OpenAsync([Owner], null, default);
        var begun = _crisis is null;
        var crisis = _crisis ?? Guid.NewGuid();
        if (begun)
            session.SwitchCrisis(new CrisisInForce(crisis, "hoogwater", [Owner], false, DateTimeOffset.UtcNow));
        else
            session.LiftCrisis(crisis);
        await session.CommitAsync(default);
        _crisis = begun ? crisis : null;
        await SettledAsync(begun);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    private async Task SettledAsync(bool begun) =>
        await Eventually.Async(
            () =>
                hub.CountAsync(
                    begun
                        ? "routing.conversations where status = 0 and open_to = '{}'"
                        : "routing.conversations where open_cause = 'crisis'"
                ),
            left => left == 0,
            begun ? "the crisis opens what waits" : "the end of the crisis closes it",
            30
        );
}
