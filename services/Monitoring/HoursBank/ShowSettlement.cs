using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary><c>GET /api/v1/hours-bank/settlements/{pool}/{month}</c>: the sheet, as JSON or as a file.</summary>
internal static class ShowSettlement
{
    private const string Csv = "text/csv";

    private const string Extension = ".csv";

    /// <param name="month">yyyy-MM; with <c>.csv</c> behind it the sheet comes as a file, whatever the caller accepts.</param>
    internal static async Task<Results<Ok<Settlement>, FileContentHttpResult, NotFound>> Get(
        string pool,
        string month,
        Caller caller,
        Reader reader,
        HttpRequest request,
        CancellationToken ct
    )
    {
        var file = month.EndsWith(Extension, StringComparison.Ordinal);
        var asked = file ? month[..^Extension.Length] : month;
        return await reader.FindAsync(caller, pool, asked, ct) is not { } found ? TypedResults.NotFound()
            : file || PrefersFile(request) ? File(found.Sheet)
            : TypedResults.Ok(found.Sheet);
    }

    private static FileContentHttpResult File(Settlement sheet) =>
        TypedResults.File(SettlementCsv.Write(sheet), $"{Csv}; charset=utf-8", $"urenbank-{sheet.Pool}-{sheet.Month}.csv");

    private static bool PrefersFile(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(wanted => wanted.Quality ?? 1).FirstOrDefault()?.MediaType.Value == Csv;
}
