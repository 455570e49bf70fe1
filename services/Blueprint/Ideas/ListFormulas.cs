using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>Success formulas with whose success they are, latest step first.</summary>
internal static class ListFormulas
{
    internal static async Task<Results<Ok<FormulaPage>, ProblemHttpResult>> Get(
        string? stage,
        string? after,
        int? limit,
        Caller caller,
        EventStore.EventStore store,
        Database database,
        CancellationToken ct
    )
    {
        if (!Page.TryRead(after, limit, out var page))
        {
            return new Refusal(Bookmark.Wrong, Refusal.Invalid).Problem();
        }

        if (!Query.TryChoice<FormulaStage>(stage, out var wanted))
        {
            return Query.Unknown<FormulaStage>().Problem();
        }

        await using var bounded = await database.OpenAsync(await Reach.OfAsync(store, caller, ct), ct);
        await using var command = new NpgsqlCommand(
            "select formula from blueprint.ideas where formula_stage is not null",
            bounded.Connection
        );
        if (wanted is { } at)
        {
            command.Where("formula_stage = {0}", (short)at);
        }

        var (items, next) = await page.ReadAsync(
            command,
            "formula_at",
            row => IdeaRow.Read<Formula>(row, 0),
            formula => new Bookmark(formula.Since, formula.IdeaId),
            ct
        );
        return TypedResults.Ok(new FormulaPage(items, next));
    }
}
