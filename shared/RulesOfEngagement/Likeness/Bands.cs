namespace WebcareHub.RulesOfEngagement.Likeness;

/// <summary>
/// Which groups hold a signature with these values in this band (locality-sensitive hashing): two that are for a share s alike meet in at least
/// one of 32 bands of 3 with chance 1-(1-s³)³², 0.99 at a half and 0.03 at a tenth. One table in plain arrays: a hundred thousand signatures are
/// three million places.
/// </summary>
internal sealed class Bands
{
    public const int Count = 32;
    private const int Rows = MinHash.Length / Count;

    // Words that everybody uses fill a place with groups that have nothing else in common: the others are found by other bands.
    private const int MostPerPlace = 24;

    private int[] _heads = NewHeads(1 << 12);
    private uint[] _keys = new uint[1 << 11];
    private int[] _groups = new int[1 << 11];
    private int[] _next = new int[1 << 11];
    private int _used;

    /// <summary>The group can be found by each band of this signature from now on.</summary>
    /// <param name="space">What must never meet has another.</param>
    public void Add(ushort[] signature, int space, int group)
    {
        for (var band = 0; band < Count; band++)
            Add(Key(signature, space, band), group);
    }

    /// <summary>Adds the groups that share a band with it; one may come several times.</summary>
    public void Find(ushort[] signature, int space, List<int> found)
    {
        for (var band = 0; band < Count; band++)
        {
            var key = Key(signature, space, band);
            for (var node = _heads[key & (uint)(_heads.Length - 1)]; node >= 0; node = _next[node])
                if (_keys[node] == key)
                    found.Add(_groups[node]);
        }
    }

    private void Add(uint key, int group)
    {
        var met = 0;
        for (var node = _heads[key & (uint)(_heads.Length - 1)]; node >= 0; node = _next[node])
            if (_keys[node] == key && (_groups[node] == group || ++met == MostPerPlace))
                return;
        if (_used == _keys.Length)
            Grow();
        (_keys[_used], _groups[_used]) = (key, group);
        Link(_used++);
    }

    private void Link(int node)
    {
        ref var head = ref _heads[_keys[node] & (uint)(_heads.Length - 1)];
        _next[node] = head;
        head = node;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, 2 * _used);
        Array.Resize(ref _groups, 2 * _used);
        Array.Resize(ref _next, 2 * _used);
        _heads = NewHeads(2 * _heads.Length);
        for (var node = 0; node < _used; node++)
            Link(node);
    }

    private static uint Key(ushort[] signature, int space, int band)
    {
        var key = ((ulong)(uint)space << 8) + (uint)band + 1;
        for (var row = band * Rows; row < (band + 1) * Rows; row++)
            key = (key ^ signature[row]) * 0x9E3779B97F4A7C15;
        return (uint)(key >> 32);
    }

    private static int[] NewHeads(int length)
    {
        var heads = new int[length];
        Array.Fill(heads, -1);
        return heads;
    }
}
