namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>A page of the log, in the binary form of COPY. Its memory is used again once all lanes have read it.</summary>
internal sealed class LogPage
{
    /// <summary>Eleven bytes by which the form is known, flags, and the length of an extension that there is not.</summary>
    private const int Head = 19;

    private byte[] _bytes = new byte[4 << 20];
    private int _length;

    /// <summary>The share of the stretch that is done after this page, 0 to 1.</summary>
    internal double Done { get; private set; }

    /// <summary>For <see cref="Recorded.TryTake"/>.</summary>
    internal ReadOnlySpan<byte> Rows => _bytes.AsSpan(Head, _length - Head);

    internal async Task FillAsync(Stream rows, double done, CancellationToken ct)
    {
        (_length, Done) = (0, done);
        while (await rows.ReadAsync(_bytes.AsMemory(_length), ct) is > 0 and var read)
        {
            _length += read;
            if (_length == _bytes.Length)
            {
                Array.Resize(ref _bytes, _bytes.Length * 2);
            }
        }
    }
}
