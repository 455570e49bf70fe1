namespace WebcareHub.Contracts.Api;

/// <summary>What a person does for a region or for the whole country, beside the roles of their own municipality.</summary>
public enum Office
{
    /// <summary>Declares a crisis for the layer, and scales up and down.</summary>
    Coordinator,

    /// <summary>Keeps the pool of the layer: members, colleagues, shifts and corrections of the hours bank.</summary>
    Poolkeeper,
}

/// <summary>Somebody who holds an office: <c>GET /api/v1/offices/{layer}</c>.</summary>
/// <param name="Municipality">The CBS code the person signs in for; a subject is a name within it only.</param>
/// <param name="Subject">As the sign-in names the person.</param>
public sealed record OfficeHolder(string Municipality, string Subject, string Name, Office Office);

/// <summary>Who holds an office for a layer.</summary>
/// <param name="Layer">nl, a region id or a CBS code.</param>
public sealed record OfficeHolders(string Layer, IReadOnlyList<OfficeHolder> Holders);

/// <summary>Give somebody an office: <c>PUT /api/v1/offices/{layer}/{office}/{municipality}/{subject}</c>.</summary>
public sealed record NameOfficeHolder(string Name);
