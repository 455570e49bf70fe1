namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>How a scripted wave rises and goes on: so many a minute until the peak is over, then so many until the end.</summary>
internal sealed record Shape(int PeakMinutes, int PeakPerMinute, int Minutes, int PerMinute)
{
    public TimeSpan Length => TimeSpan.FromMinutes(Math.Max(PeakMinutes, Minutes));

    public int Peak => PeakMinutes * PeakPerMinute;

    public int Messages => Peak + (Math.Max(0, Minutes - PeakMinutes) * PerMinute);

    public int Until(TimeSpan position)
    {
        var minutes = Math.Clamp(position.TotalMinutes, 0, Length.TotalMinutes);
        return minutes <= PeakMinutes
            ? (int)(minutes * PeakPerMinute)
            : Math.Min(Messages, Peak + (int)((minutes - PeakMinutes) * PerMinute));
    }
}
