using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>Message ids of the platform: base64 that holds the resident's number, as the real ones do.</summary>
internal static class Wamid
{
    public static string New(string resident) => Build(resident, Convert.ToHexString(RandomNumberGenerator.GetBytes(10)));

    /// <summary>The same id for the same seed, so that a second start repeats the first instead of adding to it.</summary>
    public static string For(string resident, string seed) =>
        Build(resident, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..20]);

    private static string Build(string resident, string tail) =>
        "wamid." + Convert.ToBase64String([0x1d, 0x18, (byte)resident.Length, .. Encoding.UTF8.GetBytes(resident + "\u0015\u0002" + tail)]);
}
