using System.Globalization;

namespace WebcareHub.Monitoring.Learning;

/// <summary>Numbers within Dutch sentences.</summary>
internal static class Sentences
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    internal static string Number(double number) => number.ToString(Math.Abs(number) < 10 ? "#,0.#" : "#,0", Culture);

    internal static string Score(double mean) => mean.ToString("0.0", Culture);

    internal static string Questions(int count) =>
        count == 0 ? "geen vragen"
        : count == 1 ? "1 vraag"
        : $"{Number(count)} vragen";

    /// <summary>"5 minuten", "3 uur en 12 minuten", "2 dagen en 4 uur".</summary>
    internal static string Duration(double minutes)
    {
        var span = TimeSpan.FromMinutes(Math.Round(minutes));
        return span.TotalMinutes < 1 ? "een minuut"
            : span.TotalHours < 1 ? Minutes(span.Minutes)
            : span.TotalDays < 1 ? $"{span.Hours} uur{(span.Minutes == 0 ? "" : $" en {Minutes(span.Minutes)}")}"
            : $"{(span.Days == 1 ? "1 dag" : $"{span.Days} dagen")}{(span.Hours == 0 ? "" : $" en {span.Hours} uur")}";
    }

    /// <summary>"; dat zijn er 20 procent meer": nothing when there was nothing to compare with.</summary>
    internal static string Change(int before, int now)
    {
        if (before == 0 || now == before)
        {
            return before == now ? ", dus evenveel" : "";
        }

        var percent = Number(Math.Abs(100.0 * (now - before) / before));
        return $". Het zijn er nu {percent} procent {(now > before ? "meer" : "minder")}";
    }

    private static string Minutes(int minutes) => minutes == 1 ? "1 minuut" : $"{minutes} minuten";
}
