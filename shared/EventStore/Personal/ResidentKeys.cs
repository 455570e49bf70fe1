namespace WebcareHub.EventStore;

/// <summary>Keys of the residents of one batch.</summary>
public sealed class ResidentKeys : IDisposable
{
    private readonly Dictionary<Resident, ResidentKey> _keys = [];

    /// <summary>A resident's key; one that seals to nothing for who was forgotten.</summary>
    public ResidentKey Of(Resident resident)
    {
        if (!_keys.TryGetValue(resident, out var key))
        {
            key = new ResidentKey(resident, default);
            _keys.Add(resident, key);
        }
        return key;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    internal bool Holds(Resident resident) => _keys.ContainsKey(resident);

    internal void Add(Resident resident, ResidentKey key) => _keys.Add(resident, key);
}
