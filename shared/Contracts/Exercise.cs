namespace WebcareHub.Contracts;

/// <summary>
/// An exercise happens in tenants of its own: <c>oef.GM0088</c> beside <c>GM0088</c>, with the same blueprint and voice, and with conversations,
/// counts and walls of its own. Nothing of such a tenant may reach a platform.
/// </summary>
public static class Exercise
{
    /// <summary>What the code of an exercise's tenant begins with.</summary>
    public const string Prefix = "oef.";

    /// <summary>Whether this tenant is an exercise's.</summary>
    public static bool Is(string tenant) => tenant.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The tenant in which a municipality exercises.</summary>
    /// <param name="municipality">CBS code.</param>
    public static string Of(string municipality) => Is(municipality) ? municipality : Prefix + municipality;

    /// <summary>The municipality itself, by its CBS code; what is no exercise's stays as it is.</summary>
    public static string Real(string tenant) => Is(tenant) ? tenant[Prefix.Length..] : tenant;
}
