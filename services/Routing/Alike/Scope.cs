using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Alike;

/// <summary>Over which municipalities somebody looks, and for which of them they may answer.</summary>
/// <param name="Crisis">Null: within the own municipality.</param>
/// <param name="Tenant">Under which an answer to many is kept.</param>
/// <param name="Municipalities">As tenants: an exercise has its own.</param>
/// <param name="Answerable">Those of them the caller may answer for.</param>
/// <param name="Tenants">All that a transaction may touch.</param>
internal sealed record Scope(
    Guid? Crisis,
    string Tenant,
    IReadOnlyList<string> Municipalities,
    IReadOnlySet<string> Answerable,
    IReadOnlyList<string> Tenants,
    Edition Edition
)
{
    public bool MayAnswerAll => Municipalities.All(Answerable.Contains);
}
