using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Teams;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>A layer is published as a whole: <c>POST /api/v1/releases</c>.</summary>
internal static class Publish
{
    /// <summary>What became of a layer that was offered.</summary>
    internal abstract record Outcome;

    internal sealed record Published(ReleasePublished Release) : Outcome;

    internal sealed record Unchanged(ReleasePublished Release) : Outcome;

    internal sealed record Overtaken(ReleasePublished Between) : Outcome;

    internal sealed record Faulty(IReadOnlyList<Finding> Findings) : Outcome;

    /// <summary>A proposal it names cannot be in it.</summary>
    internal sealed record Misnamed(string Sentence) : Outcome;

    internal static Outcome Decide(Layer layer, NewRelease offered, IReadOnlyList<Finding> findings, AgentRef by, DateTimeOffset now)
    {
        var errors = findings.Where(finding => finding.IsError).ToList();
        var hash = ReleaseHash.Of(offered.Files);
        return layer.Last switch
        {
            _ when errors.Count > 0 => new Faulty(errors),
            { } last when last.Hash == hash => new Unchanged(last),
            { } last when offered.After is { } after && after != last.Number => new Overtaken(last),
            var last => new Published(new(offered.Layer, (last?.Number ?? 0) + 1, offered.Notes, offered.Files, hash, by, now)),
        };
    }

    internal static async Task<Results<Created<Release>, Ok<Release>, NotFound, ProblemHttpResult>> Post(
        NewRelease release,
        Caller caller,
        Publisher publisher,
        BlueprintTeams teams,
        CancellationToken ct
    )
    {
        if (!LayerCode.IsValid(release.Layer) || release.Files is not { Count: > 0 })
        {
            return new Refusal(
                400,
                "Deze versie is niet compleet",
                "Noem een laag (nl, een regio of een gemeentecode) en minstens één bestand."
            ).Problem();
        }

        if (!await teams.MayWriteAsync(caller, release.Layer, ct))
        {
            return TypedResults.NotFound();
        }

        return await publisher.PublishAsync(release, caller.Agent, ct) switch
        {
            Published { Release: var made } => TypedResults.Created($"/api/v1/releases/{made.Layer}/{made.Number}", made.Shown()),
            Unchanged { Release: var last } => TypedResults.Ok(last.Shown()),
            var outcome => WhyNot(outcome).Problem(),
        };
    }

    /// <summary>Why a layer was not published.</summary>
    internal static Refusal WhyNot(Outcome outcome) =>
        outcome switch
        {
            Overtaken { Between: var other } => new(409, "Er is al een nieuwere versie", Sentences.Overtook(other)),
            Faulty { Findings: var findings } => new(400, "De blauwdruk bevat fouten", string.Join('\n', findings.Select(Sentences.Of))),
            Misnamed { Sentence: var sentence } => new(409, "Dit voorstel hoort hier niet", sentence),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };

    /// <summary>A release as the API shows it, without its files.</summary>
    internal static Release Shown(this ReleasePublished release) =>
        new(release.Layer, release.Number, release.Notes, release.Hash, release.By.Name, release.At, release.Proposals);
}
