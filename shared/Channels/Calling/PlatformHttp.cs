namespace WebcareHub.Channels.Calling;

/// <summary>How platforms are called: no redirects followed, no cookies kept, addresses looked up again every few minutes, and never
/// for an exercise. The only place where clients for platforms are made.</summary>
public static class PlatformHttp
{
    /// <summary>A client without a time limit of its own: who calls says how long.</summary>
    /// <param name="publicOnly">Addresses come from outside: those of this network are refused (<see cref="PublicNetwork"/>).</param>
    /// <param name="perServer">Most connections to one server at once.</param>
    /// <param name="largestAnswer">Most bytes of an answer that is read whole.</param>
    public static HttpClient Create(bool publicOnly = false, int perServer = 64, int largestAnswer = int.MaxValue) =>
        new(
            new RefuseInExercise(
                new SocketsHttpHandler
                {
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    MaxConnectionsPerServer = perServer,
                    ConnectCallback = publicOnly ? PublicNetwork.ConnectAsync : null,
                }
            )
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = largestAnswer,
        };
}
