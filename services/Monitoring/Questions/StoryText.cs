using System.Globalization;
using System.Text;

namespace WebcareHub.Monitoring.Questions;

/// <summary>A story as the table holds it: marks one after the other, each a letter and ticks, then <c>&gt;</c> and ticks, then <c>:</c> and a value.</summary>
internal static class StoryText
{
    internal static string Write(IReadOnlyList<Mark> story)
    {
        var text = new StringBuilder(story.Count * 24);
        foreach (var mark in story)
        {
            text.Append(text.Length == 0 ? "" : ";").Append((char)mark.Kind).Append(mark.At.UtcTicks);
            if (mark.Until is { } until)
            {
                text.Append('>').Append(until.UtcTicks);
            }

            if (mark.Value is { } value)
            {
                text.Append(':').Append(value);
            }
        }

        return text.ToString();
    }

    internal static IReadOnlyList<Mark> Read(string text)
    {
        var story = new List<Mark>();
        foreach (var part in text.AsSpan().Split(';'))
        {
            story.Add(One(text.AsSpan(part)));
        }

        return story;
    }

    private static Mark One(ReadOnlySpan<char> text)
    {
        var value = text.IndexOf(':');
        var times = text[1..(value < 0 ? text.Length : value)];
        var until = times.IndexOf('>');
        return new(
            (MarkKind)text[0],
            Time(until < 0 ? times : times[..until]),
            value < 0 ? null : text[(value + 1)..].ToString(),
            until < 0 ? null : Time(times[(until + 1)..])
        );
    }

    private static DateTimeOffset Time(ReadOnlySpan<char> ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
