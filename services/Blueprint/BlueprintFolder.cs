using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.RulesOfEngagement;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint;

/// <summary>The folder <c>blueprint/</c> on disk, for the command line: check it, publish it. Needs <see cref="BlueprintService.AddBlueprint"/> to publish.</summary>
public sealed class BlueprintFolder
{
    private readonly Publisher _publisher;

    internal BlueprintFolder(Publisher publisher) => _publisher = publisher;

    /// <summary>Prints every finding as <c>file:line entry: sentence</c>, then what does nothing yet, and a closing line, Dutch.</summary>
    /// <returns>Exit code: 0 when it may be published, 1 when there are errors or there is no blueprint.</returns>
    public static int Lint(string folder, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var layers = LayerFiles.FromBlueprint(folder);
        if (layers.Count == 0)
        {
            output.WriteLine($"In de map {folder} staat geen blauwdruk.");
            return 1;
        }

        var blueprint = Rules.Blueprint.Read(layers);
        var findings = blueprint.Findings;
        foreach (var line in findings.Select(Sentences.Of).Concat(blueprint.NotYet))
        {
            output.WriteLine(line);
        }

        var errors = findings.Count(finding => finding.IsError);
        output.WriteLine(Summary(layers.Count, errors, findings.Count - errors));
        return errors == 0 ? 0 : 1;
    }

    /// <summary>Publishes every layer of the folder that differs from its last release: one transaction, one epoch.</summary>
    /// <param name="notes">What changed, Dutch; stands with each release.</param>
    /// <returns>The releases made; empty when everything was published before.</returns>
    /// <exception cref="FaultyBlueprintException">There are errors; nothing was published.</exception>
    public async Task<IReadOnlyList<Release>> PublishAsync(string folder, string notes, AgentRef by, CancellationToken ct)
    {
        var offered = LayerFiles.FromBlueprint(folder).Select(layer => new NewRelease(layer.Code, notes, layer.Files)).ToList();
        var outcomes = await _publisher.PublishAsync(offered, by, ct);
        if (outcomes.OfType<Publish.Faulty>().FirstOrDefault() is { } faulty)
        {
            throw new FaultyBlueprintException(string.Join('\n', faulty.Findings.Select(Sentences.Of)));
        }

        return [.. outcomes.OfType<Publish.Published>().Select(published => published.Release.Shown())];
    }

    private static string Summary(int layers, int errors, int remarks) =>
        (errors, remarks) switch
        {
            (0, 0) => $"De blauwdruk is in orde: {layers} lagen, geen opmerkingen.",
            (0, _) => $"De blauwdruk kan uit: {layers} lagen, {remarks} opmerking(en).",
            _ => $"De blauwdruk kan nog niet uit: {errors} fout(en), {remarks} opmerking(en).",
        };
}

/// <summary>A blueprint with errors was offered. The message holds the findings, one per line, Dutch.</summary>
public sealed class FaultyBlueprintException(string findings) : Exception(findings);
