namespace WebcareHub.Channels;

/// <summary>The channels of this process.</summary>
internal sealed class Adapters(IEnumerable<IChannelAdapter> adapters)
{
    private readonly Dictionary<string, IChannelAdapter> byCode = adapters.ToDictionary(adapter => adapter.Channel);

    public string[] Codes => [.. byCode.Keys];

    /// <exception cref="KeyNotFoundException">No such channel is served here.</exception>
    public IChannelAdapter Of(string channel) => byCode[channel];
}
