using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Costing;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Learning;
using WebcareHub.Monitoring.Newsrooms;
using WebcareHub.Monitoring.OpenData;
using WebcareHub.Monitoring.Peers;
using WebcareHub.Monitoring.Reports;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.Tables;

/// <summary><c>GET /api/v1/figures/dictionary</c>: what each table and column means, and how each figure is counted.</summary>
internal static class ShowDictionary
{
    /// <summary>Every table that can be fetched here.</summary>
    internal static readonly IReadOnlyList<Layout> Tables =
    [
        FiguresCsv.Layout,
        ReportCsv.Layout,
        NewsroomCsv.Layout,
        ComparisonCsv.Layout,
        MoneyCsv.Layout,
        TopicsCsv.Layout,
        MeansCsv.Layout,
    ];

    private static readonly Layout Layout = new(
        "datawoordenboek",
        "Wat elke kolom en elk cijfer betekent",
        [
            new("tabel", "vaste naam van de tabel; cijfer: wat een cijfer telt"),
            new("naam", "de kolom, of de vaste naam van het cijfer"),
            new("eenheid", "waarin een getal is"),
            new("betekenis", "wat erin staat of wordt geteld"),
        ]
    );

    internal static async Task<Ok<DataDictionary>> Get(Caller caller, Rulebook rulebook, CancellationToken ct) =>
        TypedResults.Ok(Of(await DefinitionsAsync(caller, rulebook, ct)));

    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetFile(
        string? form,
        Caller caller,
        Rulebook rulebook,
        CancellationToken ct
    ) => Forms.Of(form) is not { } csv ? Forms.Unknown() : Layout.File(Layout.Id, csv, Rows(await DefinitionsAsync(caller, rulebook, ct)));

    private static async Task<IReadOnlyList<FigureDefinition>> DefinitionsAsync(Caller caller, Rulebook rulebook, CancellationToken ct) =>
        Definitions.In((await rulebook.NowAsync(caller.Home, ct)).Blueprint);

    private static DataDictionary Of(IReadOnlyList<FigureDefinition> figures) =>
        new(
            [
                .. Tables.Select(table => new DictionaryTable(
                    table.Id,
                    table.Title,
                    [.. table.Columns.Select(column => new DictionaryColumn(column.Name, column.Unit, column.Means))]
                )),
            ],
            figures
        );

    private static IEnumerable<object?[]> Rows(IReadOnlyList<FigureDefinition> figures) =>
        Tables
            .SelectMany(table => table.Columns.Select(column => new object?[] { table.Id, column.Name, column.Unit, column.Means }))
            .Concat(figures.Select(figure => new object?[] { "cijfer", figure.Id, figure.Unit, $"{figure.Title}: {figure.Text}" }));
}
