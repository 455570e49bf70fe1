using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using Refusal = WebcareHub.ServiceDefaults.Deciding.Refusal;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>A page of proposals, newest first; drafts only of teams the caller is in.</summary>
internal static class ListProposals
{
    private const string Sql = """
        select shown, author = $1 from blueprint.proposals p where ($1 = any (hands) or status <> 0 or tenant_id = any ($2)
            or exists (select from blueprint.team t where t.tenant_id = p.tenant_id and t.municipality = $3 and t.subject = $4))
        """;

    /// <summary>What may be asked; the names are the query's.</summary>
    internal sealed record Filter(string? Layer, string? Status, string? After, int? Limit);

    internal static async Task<Results<Ok<ProposalPage>, ProblemHttpResult>> Get(
        [AsParameters] Filter filter,
        Caller caller,
        EventStore.EventStore store,
        Database database,
        CancellationToken ct
    )
    {
        if (!Page.TryRead(filter.After, filter.Limit, out var page))
        {
            return new Refusal(Bookmark.Wrong, Refusal.Invalid).Problem();
        }

        if (!Query.TryChoice<ProposalStatus>(filter.Status, out var status))
        {
            return Query.Unknown<ProposalStatus>().Problem();
        }

        var reach = await Reach.OfAsync(store, caller, ct);
        await using var bounded = await database.OpenAsync(reach, ct);
        await using var command = Asking(bounded.Connection, filter, caller, [.. reach.Where(caller.MayWrite)]);
        if (status is { } wanted)
        {
            command.Where("status = {0}", (short)wanted);
        }

        var (items, next) = await page.ReadAsync(
            command,
            "at",
            row => IdeaRow.Read<Proposal>(row, 0) with { Mine = row.GetBoolean(1) },
            proposal => new Bookmark(proposal.At, proposal.Id),
            ct
        );
        return TypedResults.Ok(new ProposalPage(items, next));
    }

    private static NpgsqlCommand Asking(NpgsqlConnection connection, Filter filter, Caller caller, string[] written)
    {
        var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new() { Value = Person.Of(caller).Key },
                new() { Value = written },
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
            },
        };
        command.WhereEquals("p.tenant_id", filter.Layer);
        return command;
    }
}
