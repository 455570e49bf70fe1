using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Files;

/// <summary>
/// Files under <c>Files:Path</c>, sealed piece by piece with the key of the one resident they belong to. Two residents never share a file,
/// even when it is the same one; destroying the key is destroying the files.
/// </summary>
public sealed class FileStore(Vault vault, FileScan scan, IConfiguration configuration)
{
    /// <summary>What the platform sends at most, in bytes.</summary>
    public const long Limit = 100 * 1024 * 1024;

    private const int Piece = 256 * 1024;
    private const string TooLarge = "Het bestand is te groot om te bewaren (meer dan 100 MB).";
    private const string Unwanted = "Dit soort bestand bewaren we niet.";
    private const string TooManyPixels = "Deze afbeelding is te groot om veilig te tonen (meer dan 100 megapixel).";
    private const string Erased = "De gegevens van deze inwoner zijn gewist.";
    private const string Damaged = "Het bestand is beschadigd aangekomen.";

    private readonly string root = Path.GetFullPath(configuration["Files:Path"] ?? Path.Combine(AppContext.BaseDirectory, "files"));

    /// <summary>Whose file it is.</summary>
    public sealed record Place(string Municipality, Guid Resident, Guid File);

    /// <summary>What became of it: stored, or a refusal with the sentence a colleague reads.</summary>
    public sealed record Saved(string? ContentType, long Length, string? Refusal, bool MayHelpLater = false);

    /// <summary>Whether this municipality has that resident.</summary>
    internal Task<bool> KnowsAsync(Place place, CancellationToken ct) => vault.KnowsAsync(place.Municipality, place.Resident, ct);

    /// <summary>Stores a file, or nothing of it. An earlier version of the same file is replaced.</summary>
    public async Task<Saved> SaveAsync(Place place, Stream content, string? declared, string? sha256, long limit, CancellationToken ct)
    {
        var path = PathOf(place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            var saved = await WriteAsync(place, content, draft, declared, sha256, limit, ct);
            if (saved.Refusal is null)
            {
                File.Move(draft, path, overwrite: true);
            }

            return saved;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes the opened file to <paramref name="target"/>. False when it is not there, or its resident was forgotten.</summary>
    public async Task<bool> CopyToAsync(Place place, Stream target, CancellationToken ct)
    {
        if (!File.Exists(PathOf(place)))
        {
            return false;
        }

        await using var file = File.OpenRead(PathOf(place));
        var size = new byte[4];
        for (var number = 0; ; number++)
        {
            await file.ReadExactlyAsync(size, ct);
            var piece = new byte[BinaryPrimitives.ReadInt32LittleEndian(size)];
            await file.ReadExactlyAsync(piece, ct);
            if (await vault.OpenForAsync(place.Municipality, place.Resident, piece, ct) is not { } plain)
            {
                return false;
            }

            if (BinaryPrimitives.ReadInt32LittleEndian(plain) != number)
            {
                throw new CryptographicException("The pieces of a stored file are not in order.");
            }

            await target.WriteAsync(plain.AsMemory(5), ct);
            if (plain[4] == 1)
            {
                return true;
            }
        }
    }

    /// <summary>Removes one file, when it is there.</summary>
    public void Remove(Place place)
    {
        var path = PathOf(place);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Removes every file of a resident.</summary>
    public void Forget(string municipality, Guid resident)
    {
        var folder = Path.GetDirectoryName(PathOf(new(municipality, resident, Guid.Empty)))!;
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Each piece says its number and whether it is the last, so that none can be left out or swapped.
    private async Task<Saved> WriteAsync(
        Place place,
        Stream content,
        string draft,
        string? declared,
        string? sha256,
        long limit,
        CancellationToken ct
    )
    {
        await using var file = File.Create(draft);
        await using var scanned = scan.Start();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var plain = new byte[Piece + 5];
        var (length, number, type, last) = (0L, 0, (string?)null, false);
        while (!last)
        {
            var read = await content.ReadAtLeastAsync(plain.AsMemory(5), Piece, throwOnEndOfStream: false, ct);
            last = read < Piece;
            length += read;
            var bytes = plain.AsMemory(5, read);
            (type, var unwanted) = number == 0 ? Look(bytes.Span, declared) : (type, null);
            if (unwanted is not null || length > limit)
            {
                return new(null, length, unwanted ?? TooLarge);
            }

            hash.AppendData(bytes.Span);
            await scanned.AddAsync(bytes, ct);
            BinaryPrimitives.WriteInt32LittleEndian(plain, number++);
            plain[4] = last ? (byte)1 : (byte)0;
            if (await vault.SealForAsync(place.Municipality, place.Resident, plain.AsMemory(0, read + 5), ct) is not { } piece)
            {
                return new(null, length, Erased);
            }

            await AppendAsync(file, piece, ct);
        }

        if (sha256 is not null && Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256)
        {
            return new(null, length, Damaged, MayHelpLater: true);
        }

        file.Flush(flushToDisk: true);
        return Judged(await scanned.FinishAsync(ct), type, length);
    }

    private static Saved Judged(FileScan.Verdict verdict, string? type, long length) =>
        verdict.Refusal is null ? new(type, length, null) : new(null, length, verdict.Refusal, verdict.MayHelpLater);

    private static (string? Type, string? Unwanted) Look(ReadOnlySpan<byte> first, string? declared)
    {
        var type = Sniff.TypeOf(first[..Math.Min(first.Length, 4096)], declared);
        return type is null ? (null, Unwanted) : (type, Dimensions.AreTooLarge(type, first) ? TooManyPixels : null);
    }

    private static async Task AppendAsync(FileStream file, byte[] piece, CancellationToken ct)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, piece.Length);
        await file.WriteAsync(size, ct);
        await file.WriteAsync(piece, ct);
    }

    private string PathOf(Place place)
    {
        var municipality = place.Municipality.All(char.IsAsciiLetterOrDigit)
            ? place.Municipality
            : throw new ArgumentException("Not a municipality's code.", nameof(place));
        return Path.Combine(root, municipality, place.Resident.ToString("N"), place.File.ToString("N"));
    }
}
