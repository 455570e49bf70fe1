using WebcareHub.Channels.Exercising;

namespace WebcareHub.Channels;

/// <summary>The channels of this process, each behind the gate for exercises: none is reached but through here.</summary>
internal sealed class Adapters(IEnumerable<IChannelAdapter> adapters)
{
    private readonly Dictionary<string, IChannelAdapter> byCode = adapters.ToDictionary(
        adapter => adapter.Channel,
        IChannelAdapter (adapter) => new GatedAdapter(adapter)
    );

    public string[] Codes => [.. byCode.Keys];

    /// <exception cref="KeyNotFoundException">No such channel is served here.</exception>
    public IChannelAdapter Of(string channel) => byCode[channel];
}
