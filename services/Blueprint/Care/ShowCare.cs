using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Care;

/// <summary>What needs care in the layers of the caller's municipality, or in one layer they may read.</summary>
internal static class ShowCare
{
    internal static async Task<Results<Ok<CareReport>, NotFound>> Get(
        string? layer,
        Caller caller,
        Bookcase bookcase,
        Database database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var edition = await bookcase.NowAsync(ct);
        if (CareLayers.Of(edition, caller, layer) is not { } layers)
        {
            return TypedResults.NotFound();
        }

        var today = Days.Of(time.GetUtcNow());
        var findings = Rules.Care.Of(edition.Blueprint, today).Where(finding => layers.Contains(finding.Layer)).Select(Shown);
        var counted = await TopicUse.ReadAsync(database, caller.Municipality, ct);
        var silent = SilentTopics.Of(edition.Blueprint.For(caller.Municipality).Topics, counted, caller.Municipality, today);
        return TypedResults.Ok(
            new CareReport(
                [.. findings],
                [.. silent.Where(topic => layers.Contains(topic.Layer))],
                counted.Since is { } since ? Days.Begin(since) : null
            )
        );
    }

    private static CareFinding Shown(Rules.CareFinding finding) =>
        new(
            JsonNamingPolicy.KebabCaseLower.ConvertName(finding.Kind.ToString()),
            finding.Layer,
            finding.Section,
            finding.Entry,
            finding.Title,
            finding.Sentence,
            finding.File,
            finding.Line,
            finding.Owner,
            finding.On,
            finding.Other
        );
}
