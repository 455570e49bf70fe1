using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>A page of ideas, newest first; by layer, entry, status, or words in title, text and entry.</summary>
internal static class ListIdeas
{
    private const int MostWords = 10;

    /// <summary>What may be asked; the names are the query's.</summary>
    internal sealed record Filter(string? Layer, string? Section, string? Entry, string? Status, bool? Mine, string? After, int? Limit);

    internal static Task<Results<Ok<IdeaPage>, ProblemHttpResult>> Get(
        [AsParameters] Filter filter,
        Caller caller,
        EventStore.EventStore store,
        Database database,
        CancellationToken ct
    ) => PageAsync(filter, "", caller, (store, database), ct);

    internal static Task<Results<Ok<IdeaPage>, ProblemHttpResult>> Post(
        IdeaSearch search,
        Caller caller,
        EventStore.EventStore store,
        Database database,
        CancellationToken ct
    ) =>
        PageAsync(
            new(search.Layer, null, null, search.Status?.ToString(), null, search.After, search.Limit),
            search.Words ?? "",
            caller,
            (store, database),
            ct
        );

    private static async Task<Results<Ok<IdeaPage>, ProblemHttpResult>> PageAsync(
        Filter filter,
        string words,
        Caller caller,
        (EventStore.EventStore Store, Database Database) kept,
        CancellationToken ct
    )
    {
        if (!Page.TryRead(filter.After, filter.Limit, out var page))
        {
            return new Refusal(Bookmark.Wrong, Refusal.Invalid).Problem();
        }

        if (!Query.TryChoice<IdeaStatus>(filter.Status, out var status))
        {
            return Query.Unknown<IdeaStatus>().Problem();
        }

        var me = Person.Of(caller).Key;
        await using var bounded = await kept.Database.OpenAsync(await Reach.OfAsync(kept.Store, caller, ct), ct);
        await using var command = Asking(bounded.Connection, filter, status, words, me);
        var (items, next) = await page.ReadAsync(
            command,
            "at",
            row => IdeaRow.Read<Idea>(row, 0) with { Voted = row.GetBoolean(1), Mine = row.GetBoolean(2) },
            idea => new Bookmark(idea.At, idea.Id),
            ct
        );
        return TypedResults.Ok(new IdeaPage(items, next));
    }

    private static NpgsqlCommand Asking(NpgsqlConnection connection, Filter filter, IdeaStatus? wanted, string words, string me)
    {
        var command = new NpgsqlCommand(
            "select shown, $1 = any (voters), author = $1 from blueprint.ideas where $1::varchar is not null",
            connection
        )
        {
            Parameters = { new() { Value = me } },
        };
        command.WhereEquals("tenant_id", filter.Layer);
        command.WhereEquals("section", filter.Section);
        command.WhereEquals("entry", filter.Entry);
        if (wanted is { } status)
        {
            command.Where("status = {0}", (short)status);
        }

        if (filter.Mine == true)
        {
            command.Where("author = {0}", me);
        }

        var each = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(Like).ToArray();
        if (each.Length > 0)
        {
            command.Where("words ilike all ({0})", (object)each);
        }

        return command;
    }

    private static string Like(string word) =>
        $"%{word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
