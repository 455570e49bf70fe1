using System.Globalization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Overview.Money;

/// <summary>The costs as the form sends them: text, with the point that a number field writes whatever the language.</summary>
public sealed class CostsGiven
{
    /// <summary>Euros.</summary>
    public string? HourlyCost { get; set; }

    /// <summary>May stay empty.</summary>
    public string? Fte { get; set; }

    /// <summary>Whole.</summary>
    public string? AtOnce { get; set; }

    /// <summary>Whole.</summary>
    public string? AnswerWithinMinutes { get; set; }

    /// <summary>Of a hundred.</summary>
    public string? AnswerShare { get; set; }

    /// <summary>By channel, in the order they had on the page.</summary>
    public List<string?>? Minutes { get; set; }

    /// <summary>In euros, by channel as well.</summary>
    public List<string?>? Fees { get; set; }

    /// <summary>Null when a number is missing or is none.</summary>
    internal Costs? Read(Costs before)
    {
        var channels = before.Channels.Select((channel, place) => Channel(channel.Channel, At(Minutes, place), At(Fees, place))).ToList();
        return
            Number(HourlyCost) is { } hourly
            && (string.IsNullOrWhiteSpace(Fte) || Number(Fte) is not null)
            && Whole(AtOnce) is { } atOnce
            && Whole(AnswerWithinMinutes) is { } within
            && Whole(AnswerShare) is { } share
            && !channels.Contains(null)
            ? new Costs(hourly, Number(Fte), atOnce, within, share, [.. channels.OfType<ChannelCost>()])
            : null;
    }

    private static ChannelCost? Channel(string channel, string? minutes, string? fee) =>
        Number(minutes) is { } work && Number(fee) is { } euros ? new(channel, work, euros) : null;

    private static string? At(List<string?>? given, int place) => given is not null && place < given.Count ? given[place] : null;

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
