using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Switching;

/// <summary>Crises that touch the caller, newest first.</summary>
internal static class ListCrises
{
    private const int Usual = 25;
    private const int Most = 100;

    internal static async Task<Results<Ok<CrisisPage>, ProblemHttpResult>> Get(
        string? state,
        string? after,
        int? limit,
        Caller caller,
        Reception reception,
        Database database,
        CancellationToken ct
    )
    {
        if (!TryRead(after, out var from))
            return new Refusal("Deze bladwijzer klopt niet. Begin opnieuw bij de eerste bladzijde.", Refusal.Invalid).Problem();
        if (Listed(state) is not { } listed)
            return new Refusal("Kies uit: active, prepared, past.", Refusal.Invalid).Problem();
        var (standing, edition, tenants) = await reception.ReceiveAsync(caller, ct);
        await using var bounded = await database.OpenAsync(tenants, ct);
        var found = (await CrisisRow.ListAsync(bounded.Connection, listed, from, ct)).Where(standing.Sees).ToList();
        var shown = found.Take(Math.Clamp(limit ?? Usual, 1, Most)).ToList();
        var next = found.Count > shown.Count ? Bookmark(shown[^1]) : null;
        return TypedResults.Ok(new CrisisPage([.. shown.Select(course => Shown.Summary(course, standing.Layers, edition))], next));
    }

    private static string[]? Listed(string? state) =>
        string.IsNullOrEmpty(state) ? ["active", "prepared", "past"]
        : Enum.TryParse<CrisisState>(state, ignoreCase: true, out var only) && Enum.IsDefined(only) ? [only.ToString().ToLowerInvariant()]
        : null;

    private static string Bookmark(Course last) => string.Create(CultureInfo.InvariantCulture, $"{last.Since.UtcTicks}-{last.Id:N}");

    private static bool TryRead(string? text, out (DateTimeOffset, Guid)? after)
    {
        after = null;
        if (string.IsNullOrEmpty(text))
            return true;
        var parts = text.Split('-');
        if (
            parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks
            || !Guid.TryParseExact(parts[1], "N", out var id)
        )
            return false;
        after = (new DateTimeOffset(ticks, TimeSpan.Zero), id);
        return true;
    }
}
