namespace WebcareHub.RulesOfEngagement;

/// <summary>A list for each number, all in two arrays. Immutable.</summary>
internal sealed class Rows<T>
{
    private readonly int[] _starts;
    private readonly T[] _items;

    /// <param name="count">How many lists there are.</param>
    /// <param name="items">Each with the number of its list; within a list in this order.</param>
    public Rows(int count, IReadOnlyList<(int Row, T Item)> items)
    {
        _starts = new int[count + 1];
        _items = new T[items.Count];
        foreach (var (row, _) in items)
        {
            _starts[row + 1]++;
        }
        for (var row = 0; row < count; row++)
        {
            _starts[row + 1] += _starts[row];
        }
        var next = _starts.AsSpan(0, count).ToArray();
        foreach (var (row, item) in items)
        {
            _items[next[row]++] = item;
        }
    }

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<T> this[int row] => _items.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);
}
