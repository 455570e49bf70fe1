using System.Net;
using System.Net.Sockets;

namespace WebcareHub.Channels.Calling;

/// <summary>
/// Connects to addresses of the public network only: where a server stands is told by others, and must not be able to point
/// into our own.
/// </summary>
public static class PublicNetwork
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="HttpRequestException">The name stands for no public address.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var addresses = found.Where(IsPublic).ToArray();
        if (addresses.Length == 0)
        {
            throw new HttpRequestException("This address is not on the public network.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether anybody may reach it: not this machine, not a private network, not a range with a meaning of its own.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // Global unicast is 2000::/3; 2001::/32, 2001:db8::/32 and 2002::/16 carry other addresses or none.
            return (bytes[0] & 0xE0) == 0x20
                && !(bytes[0] == 0x20 && bytes[1] == 0x02)
                && !(bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] == 0 && bytes[3] == 0 || bytes[2] == 0x0D && bytes[3] == 0xB8));
        }

        return bytes switch
        {
            [0 or 10 or 127, ..] or [>= 224, ..] => false,
            [100, >= 64 and <= 127, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] or [192, 0, 0 or 2, ..] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
            _ => true,
        };
    }
}
