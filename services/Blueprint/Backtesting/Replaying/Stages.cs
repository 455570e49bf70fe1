using System.Diagnostics;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>Where the time went, added up over threads.</summary>
internal sealed class Stages
{
    private long _at;
    private long _decode;
    private long _decrypt;
    private long _decide;

    internal TimeSpan Decode => Stopwatch.GetElapsedTime(0, _decode);

    internal TimeSpan Decrypt => Stopwatch.GetElapsedTime(0, _decrypt);

    internal TimeSpan Decide => Stopwatch.GetElapsedTime(0, _decide);

    internal void Start() => _at = Stopwatch.GetTimestamp();

    internal void Decoded() => Next(ref _decode);

    internal void Decrypted() => Next(ref _decrypt);

    internal void Decided() => Next(ref _decide);

    internal void Add(Stages other)
    {
        _decode += other._decode;
        _decrypt += other._decrypt;
        _decide += other._decide;
    }

    private void Next(ref long spent)
    {
        var now = Stopwatch.GetTimestamp();
        spent += now - _at;
        _at = now;
    }
}
