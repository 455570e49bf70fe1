namespace WebcareHub.EventStore;

/// <summary>
/// Keys of residents, and what is sealed with them. Each resident has a key of their own, kept under the master key; destroying it makes
/// everything sealed with it unreadable, wherever a copy is.
/// </summary>
public sealed class Vault
{
    /// <summary>Seals bytes for a resident, making their key when there is none. Null once they were forgotten: nothing may be kept.</summary>
    public Task<byte[]?> SealForAsync(string tenant, Guid resident, ReadOnlyMemory<byte> plain, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Opens bytes of a resident; null once they were forgotten.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes were not sealed for this resident, or changed.</exception>
    public Task<byte[]?> OpenForAsync(string tenant, Guid resident, ReadOnlyMemory<byte> sealedBytes, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Seals bytes under the master key. What is sealed for one purpose opens for no other.</summary>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> plain) => throw new NotImplementedException();

    /// <summary>Opens bytes sealed under the master key for this purpose.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Another purpose or key, or changed bytes.</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> sealedBytes) => throw new NotImplementedException();

    /// <summary>
    /// Forgets a resident: their key is destroyed, and the deletion is written down in the database and, first, in a ledger outside it, so that
    /// a restored backup forgets them again. Afterwards personal text appended for them is written as null.
    /// </summary>
    /// <param name="reason">Why; holds no personal data.</param>
    public Task DestroyKeyAsync(string tenant, Guid resident, string reason, CancellationToken ct) => throw new NotImplementedException();
}
