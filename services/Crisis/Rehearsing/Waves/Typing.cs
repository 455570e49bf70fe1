namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>Writes a sentence as people in a hurry do: letters swapped, dropped or doubled, no capitals, no full stop, a name under it.</summary>
internal static class Typing
{
    private const int WithTypos = 35;
    private const int MostTypos = 3;
    private const int WithoutCapitals = 30;
    private const int WithoutEnd = 25;
    private const int Insisting = 10;
    private const int Signed = 15;

    public static string Of(string sentence, string name, Dice dice)
    {
        var typos = dice.Falls(WithTypos) ? 1 + dice.Next(MostTypos) : 0;
        for (var typo = 0; typo < typos; typo++)
            sentence = Slip(sentence, dice);
        if (dice.Falls(WithoutCapitals))
            sentence = sentence.ToLowerInvariant();
        if (dice.Falls(WithoutEnd))
            sentence = sentence.TrimEnd('.', '?');
        else if (sentence.EndsWith('?') && dice.Falls(Insisting))
            sentence += "??";
        return dice.Falls(Signed) && !sentence.Contains(name, StringComparison.OrdinalIgnoreCase) ? $"{sentence} {name}" : sentence;
    }

    private static string Slip(string text, Dice dice)
    {
        var at = 1 + dice.Next(Math.Max(1, text.Length - 2));
        if (at + 1 >= text.Length || !char.IsLetter(text[at]) || !char.IsLetter(text[at + 1]))
            return text;
        return dice.Next(3) switch
        {
            0 => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            1 => text.Remove(at, 1),
            _ => text.Insert(at, text[at].ToString()),
        };
    }
}
