using System.Globalization;
using System.Text;

namespace WebcareHub.Testing;

/// <summary>
/// What many residents ask in a crisis, each in their own way: other words for the same, greetings, names, house numbers, slips of the keyboard.
/// The same seed gives the same texts.
/// </summary>
public sealed class DutchVariations(int seed)
{
    /// <summary>What is asked; {a|b} is one of them. Neighbours differ little: two of them are never the same question.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        "{Is het kraanwater|Is het water uit de kraan} {hier |in onze straat |}{nog|weer} veilig om te drinken?",
        "{Wanneer|Weet u wanneer|Hoe laat} komt {de stroom|onze stroom} {terug|weer terug} in {de wijk|onze wijk}?",
        "{Waar|Op welke plek} kan ik {zandzakken|zandzakken voor de deur} {ophalen|halen|krijgen}?",
        "Moet ik {ramen en deuren|mijn ramen en deuren} {dicht houden|gesloten houden} {vanwege|door} de rook?",
        "Gaat de {basisschool|school} {morgen|morgenochtend} {gewoon |}open {of blijven de kinderen thuis|of blijven kinderen thuis}?",
        "Is de {brug|brug bij de haven} {afgesloten|dicht} voor {autoverkeer|auto's}?",
        "Worden {we|wij} {geëvacueerd|straks geëvacueerd} en {waar moeten we heen|waar moeten wij naartoe}?",
        "Mag mijn {hond|hond en kat} mee naar de {opvang|opvanglocatie} in de sporthal?",
        "Er komt een {vieze|vreemde} {lucht|geur} uit {het riool|de rioolput}, is dat {gevaarlijk|schadelijk}?",
        "Wie {betaalt|vergoedt} de {waterschade|schade door water} aan mijn {huis|woning}?",
        "Rijden de {bussen|lijnbussen} {vandaag|vanmiddag} {nog |}naar het ziekenhuis?",
        "{Hoeveel|Hoe hoog} {stijgt|komt} het water in de rivier {vannacht|deze nacht}?",
        "{Waarom|Hoe komt het dat} {ging|gaat} het luchtalarm {af|zo lang af}?",
        "{Kan|Mag} ik groente uit mijn {moestuin|tuin} {eten|nog eten} na de brand met {asbest|asbestdeeltjes}?",
    ];

    private static readonly string[] Greetings =
    [
        "",
        "Hallo, ",
        "Goedemorgen! ",
        "Beste gemeente, ",
        "Hoi ",
        "Geachte heer/mevrouw, ",
        "hallo daar ",
        "Goedenavond, ",
    ];

    private static readonly string[] Names = ["Jansen", "Fatima El Idrissi", "Piet de Boer", "Sjoukje", "Ravi Ramdin", "Maaike v.d. Berg"];

    private static readonly string[] Streets = ["Kerkstraat", "Oosterlaan", "Van Goghstraat", "Havenkade"];

    private static readonly string[] Endings =
    [
        "",
        "",
        " Groetjes {0}",
        " Alvast bedankt, {0}",
        " mvg {0}",
        " 🙏",
        " Graag snel antwoord!!",
        " Ik woon {1} {2}.",
        " Bel me op 06-12345678",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One way to put this question.</summary>
    /// <param name="slips">Chance of a slip per word.</param>
    public string Of(int question, double slips = 0.08)
    {
        var text = Slip(Choose(Questions[question]), slips);
        var ending = string.Format(CultureInfo.InvariantCulture, Any(Endings), Any(Names), Any(Streets), _random.Next(1, 200));
        var whole = Any(Greetings) + text + ending;
        return _random.Next(12) switch
        {
            0 => whole.ToUpperInvariant(),
            1 => whole.ToLowerInvariant().Replace("?", "", StringComparison.Ordinal),
            _ => whole,
        };
    }

    /// <summary>A message that nobody else writes: words of this list at random.</summary>
    public string Other(IReadOnlyList<string> words)
    {
        var text = new StringBuilder(Any(Greetings));
        foreach (var _ in Enumerable.Range(0, _random.Next(8, 20)))
            text.Append(words[_random.Next(words.Count)]).Append(' ');
        return text.ToString();
    }

    private string Choose(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '{')
            {
                text.Append(pattern[at]);
                continue;
            }
            var end = pattern.IndexOf('}', at);
            text.Append(Any(pattern[(at + 1)..end].Split('|')));
            at = end;
        }
        return text.ToString();
    }

    private string Slip(string text, double slips) =>
        string.Join(' ', text.Split(' ').Select(word => word.Length > 3 && _random.NextDouble() < slips ? Slip(word) : word));

    private string Slip(string word)
    {
        var at = _random.Next(1, word.Length - 1);
        return _random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => word[..at] + (char)('a' + _random.Next(26)) + word[(at + 1)..],
            _ => word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..],
        };
    }

    private string Any(string[] from) => from[_random.Next(from.Length)];
}
