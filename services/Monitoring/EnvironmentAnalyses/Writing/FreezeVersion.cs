using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.EnvironmentAnalyses.Reading;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Writing;

/// <summary><c>POST …/versions</c>: freezes the page as it is at this moment, with time and author. From then on it never changes.</summary>
internal static class FreezeVersion
{
    /// <summary>Null when this number may be frozen.</summary>
    /// <param name="frozen">How many versions there are.</param>
    internal static Refusal? WhyNot(FreezeEnvironmentAnalysis wanted, bool mayWrite, int frozen) =>
        !mayWrite ? SaveAdvice.NotYours
        : AdviceCheck.Of(wanted.Advice) is { } refusal ? refusal
        : wanted.Number <= frozen
            ? new($"Versie {wanted.Number} is al vastgesteld en verandert niet meer. Maak versie {frozen + 1}.", Refusal.NewerVersion)
        : wanted.Number > frozen + 1 ? new($"De volgende versie is {frozen + 1}.", Refusal.Conflict)
        : null;

    internal static async Task<Results<Created<EnvironmentVersion>, NotFound, ProblemHttpResult>> Post(
        [AsParameters] SaveAdvice.Asked asked,
        FreezeEnvironmentAnalysis wanted,
        CancellationToken ct
    )
    {
        if (await asked.Admission.ToAsync(asked.Crisis, asked.Caller, ct) is not { } admitted)
            return TypedResults.NotFound();
        await using var session = await asked.Store.OpenAsync([.. admitted.Tenants], null, ct);
        var lines = await VersionRows.LinesAsync(session.Connection, asked.Crisis, DateTimeOffset.MaxValue, ct);
        if (WhyNot(wanted, admitted.MayWrite, lines.Count) is { } refusal)
            return refusal.Problem();
        var now = asked.Time.GetUtcNow();
        var picture = await Pages.PictureAsync(session.Connection, admitted, lines is [.., var last] ? last.At : null, now, ct);
        var version = Frozen(wanted, picture, admitted.Name(Exercise.Real(asked.Caller.Municipality)), asked.Caller.Name, now);
        try
        {
            await KeepAsync(session, admitted.Facts.Layer, version, asked.Caller, ct);
        }
        catch (StaleVersionException)
        {
            return WhyNot(wanted, true, wanted.Number)!.Problem();
        }
        return TypedResults.Created($"/api/v1/environment-analyses/{asked.Crisis}/versions/{version.Number}", version);
    }

    private static EnvironmentVersion Frozen(
        FreezeEnvironmentAnalysis wanted,
        EnvironmentPicture picture,
        string municipality,
        string by,
        DateTimeOffset now
    )
    {
        var lines = Lines.Of(picture, wanted.Advice, ShowVersion.Head(wanted.Number, by, municipality, now));
        return new(wanted.Number, picture, wanted.Advice, by, municipality, now, TextBlock.Of(lines));
    }

    private static Task KeepAsync(EventSession session, string layer, EnvironmentVersion version, Caller caller, CancellationToken ct)
    {
        var crisis = version.Picture.Crisis;
        session.Append(
            new StreamKey(layer, $"environment-analysis-{crisis}"),
            version.Number - 1,
            [
                new EnvironmentAnalysisFrozen(
                    crisis,
                    version.Number,
                    version.Text,
                    version.Advice.NextDue,
                    Exercise.Real(caller.Municipality),
                    caller.Agent,
                    version.At
                ),
            ]
        );
        session.Also(VersionRows.Add(layer, version));
        session.Also(DraftRows.Write(layer, crisis, version.Advice with { NextDue = null }, version.At));
        return session.CommitAsync(ct);
    }
}
