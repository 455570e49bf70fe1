using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using Refusal = WebcareHub.ServiceDefaults.Deciding.Refusal;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>What holds for a proposal as somebody wrote it, new or anew.</summary>
internal static class Written
{
    private const int MostFiles = 200;
    private const int MostCharacters = 4_000_000;
    private static readonly string[] Kinds = [".yaml", ".yml", ".md", ".csv"];

    /// <summary>Why it is refused; null when it is not.</summary>
    internal static Refusal? Check(NewProposal proposal, Layer layer) =>
        Words.Check(proposal.Title, "de titel", Words.Title)
        ?? Words.Check(proposal.Why, "het waarom", Words.Long)
        ?? CheckFiles(proposal.Changes ?? [])
        ?? (
            layer.Releases.Any(release => release.Number == (proposal.Base ?? 0)) || (layer.Last is null && proposal.Base is null or 0)
                ? null
                : Invalid($"Versie {proposal.Base ?? 0} van laag {proposal.Layer} bestaat niet. Noem de versie waarop u voortbouwt.")
        );

    private static Refusal? CheckFiles(IReadOnlyList<FileChange> changes) =>
        changes.Count > MostFiles ? Invalid($"Een voorstel wijzigt ten hoogste {MostFiles} bestanden.")
        : changes.FirstOrDefault(change => !IsPath(change.Path)) is { } wrong ? Invalid($"'{wrong.Path}' is geen bestand van een laag.")
        : changes.Select(change => change.Path).Distinct(StringComparer.Ordinal).Count() != changes.Count
            ? Invalid("Een bestand staat twee keer in dit voorstel.")
        : changes.Sum(change => change.Content?.Length ?? 0) > MostCharacters ? Invalid("Dit voorstel is te groot.")
        : null;

    private static bool IsPath(string? path) =>
        path is { Length: > 0 and <= 200 }
        && !path.Contains('\\', StringComparison.Ordinal)
        && path.Split('/').All(part => part.Length > 0 && part != "." && part != "..")
        && Kinds.Contains(Path.GetExtension(path), StringComparer.Ordinal);

    private static Refusal Invalid(string sentence) => new(sentence, Refusal.Invalid);
}
