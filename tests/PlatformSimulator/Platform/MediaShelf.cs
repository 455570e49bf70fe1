using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>Files at the platform, with addresses that live five minutes.</summary>
internal sealed class MediaShelf(SimulatorClock clock)
{
    private static readonly TimeSpan AddressLives = TimeSpan.FromMinutes(5);
    private static long lastId = 1_200_000_000_000_000;

    private readonly ConcurrentDictionary<string, StoredMedia> files = new();
    private readonly ConcurrentDictionary<string, (string MediaId, DateTimeOffset Until)> addresses = new();

    public StoredMedia Put(byte[] content, string contentType, string? fileName, string? id = null)
    {
        var file = new StoredMedia(
            id ?? Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture),
            content,
            contentType,
            fileName
        );
        return files[file.Id] = file;
    }

    public StoredMedia? Find(string id) => files.GetValueOrDefault(id);

    /// <summary>A fresh key for the address of a file.</summary>
    public string Address(StoredMedia file)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        addresses[key] = (file.Id, clock.GetUtcNow() + AddressLives);
        return key;
    }

    public StoredMedia? Fetch(string id, string? key) =>
        key is not null && addresses.TryGetValue(key, out var address) && address.MediaId == id && address.Until > clock.GetUtcNow()
            ? Find(id)
            : null;
}

/// <summary>A file at the platform.</summary>
internal sealed record StoredMedia(string Id, byte[] Content, string ContentType, string? FileName)
{
    private readonly byte[] hash = SHA256.HashData(Content);

    /// <summary>As the look-up answers it.</summary>
    public string Sha256Hex => Convert.ToHexStringLower(hash);

    /// <summary>As a webhook carries it.</summary>
    public string Sha256Base64 => Convert.ToBase64String(hash);
}
