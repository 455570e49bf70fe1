using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Switching;

/// <summary>Open proposals of the hub, for the coordinators who can decide on them.</summary>
internal static class ListProposals
{
    internal static async Task<Ok<CrisisProposals>> Get(Caller caller, Reception reception, Database database, CancellationToken ct)
    {
        var (standing, _, tenants) = await reception.ReceiveAsync(caller, ct);
        await using var bounded = await database.OpenAsync(tenants, ct);
        var found = await CrisisRow.ListAsync(bounded.Connection, ["proposed"], null, ct);
        return TypedResults.Ok(new CrisisProposals([.. found.Where(standing.Sees).Select(course => Shown(course, standing.Layers))]));
    }

    internal static string Sentence(IReadOnlyList<Contracts.Crises.RisenInflow> inflow, Layers layers) =>
        string.Join(
            " ",
            inflow
                .OrderByDescending(risen => risen.Count)
                .Select(risen =>
                    $"{layers.Name(risen.Municipality)}: {Sentences.Count(risen.Count, "bericht", "berichten")} in tien minuten, anders ongeveer {Sentences.Number(risen.Usual)}."
                )
        );

    private static CrisisProposal Shown(Course course, Layers layers) =>
        new(
            course.Id,
            course.Layer,
            layers.Name(course.Layer),
            Sentence(course.Inflow, layers),
            course.Inflow,
            course.Since,
            course.InflowAt
        );
}
