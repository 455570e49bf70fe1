using System.Net;
using WebcareHub.Contracts.Api;

namespace WebcareHub.SystemTests.Harness;

/// <summary>Colleagues who answer whatever comes, each conversation once, and carry on when services fall over.</summary>
internal sealed class Team(HubUnderTest hub, int perMunicipality)
{
    // Colleagues who find nothing to do must not be the load themselves.
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private int answered;

    public int Answered => answered;

    public static string AnswerTo(Guid conversation) => $"Antwoord op {conversation}";

    /// <summary>Works until told to stop.</summary>
    public Task WorkAsync(CancellationToken stop) =>
        Task.WhenAll(
            from account in HubUnderTest.Accounts
            from place in Enumerable.Range(1, perMunicipality)
            select Task.Run(() => WorkAsync(account.Municipality, $"agent-{account.Municipality}-{place}", stop), CancellationToken.None)
        );

    private async Task WorkAsync(string municipality, string id, CancellationToken stop)
    {
        using var desk = hub.Desk(municipality, id, "webcare", "spokesperson");
        while (!stop.IsCancellationRequested)
        {
            // A conversation whose claim was never heard of stays mine; it is found there after a restart.
            var mine = await Stubbornly(async () => await desk.Next() is { } next ? [next] : (await desk.List("mine")).Items, stop);
            foreach (var conversation in mine?.Where(row => row.Status is ConversationStatus.Claimed) ?? [])
                await Answer(desk, conversation, stop);
            if (mine is null or [])
                await Task.Delay(Breath, CancellationToken.None);
        }
    }

    /// <summary>A second try on the same version cannot answer twice: it is refused as stale when the first one arrived.</summary>
    private async Task Answer(Desk desk, ConversationRow conversation, CancellationToken stop)
    {
        var outcome = await Stubbornly(
            async () =>
                (HttpStatusCode?)await desk.TryReply(conversation.Id, conversation.Version, AnswerTo(conversation.Id))
                    is { } status
                        and < HttpStatusCode.InternalServerError
                    ? status
                    : throw new HttpRequestException("not now"),
            stop
        );
        if (outcome is HttpStatusCode.Accepted)
            Interlocked.Increment(ref answered);
    }

    private static async Task<T?> Stubbornly<T>(Func<Task<T>> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                return await work();
            }
            catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or IOException)
            {
                await Task.Delay(Breath, CancellationToken.None);
            }
        }
        return default;
    }
}
