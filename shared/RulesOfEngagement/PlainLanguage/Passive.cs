using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Finds the passive: a form of <c>worden</c> with a participle in the same clause. Who does it is then left out.</summary>
internal static partial class Passive
{
    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.ToFrozenSet(["word", "wordt", "worden", "werd", "werden"]);

    // They look like participles and are not, or people read them as a quality.
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet([
        "bekend",
        "bereid",
        "bericht",
        "beleid",
        "bevoegd",
        "besluit",
        "bezit",
        "bestand",
        "beeld",
        "bewust",
        "beperkt",
        "gebied",
        "geduld",
        "gehandicapt",
        "geld",
        "geluid",
        "gemeend",
        "gerecht",
        "gericht",
        "geschikt",
        "gevecht",
        "gewicht",
        "gezicht",
        "gezond",
        "geweld",
        "verband",
        "verdriet",
        "verkeerd",
        "verschillend",
        "verstand",
        "vermoed",
        "verliefd",
        "vervelend",
        "overlast",
        "onderwijst",
        "herfst",
        "bestuurd",
        "benieuwd",
        "gewend",
        "gehecht",
        "ontevreden",
        "bent",
        "bed",
        "best",
        "beest",
        "vert",
        "ernst",
        "erft",
        "ergst",
        "hert",
    ]);

    // Strong participles end in -en, and so do plurals: only these count.
    private static readonly FrozenSet<string> Strong = FrozenSet.ToFrozenSet([
        "aangeboden",
        "aangehouden",
        "aangenomen",
        "aangetroffen",
        "afgesloten",
        "afgesproken",
        "afgewezen",
        "behouden",
        "bekeken",
        "besloten",
        "besproken",
        "bewezen",
        "doorgegeven",
        "doorverwezen",
        "gebeten",
        "gebleken",
        "geboden",
        "gebroken",
        "gedragen",
        "gedaan",
        "gegeven",
        "geheven",
        "geholpen",
        "gehouden",
        "gekozen",
        "gekregen",
        "gelaten",
        "gelezen",
        "genomen",
        "geroepen",
        "geschreven",
        "gesloten",
        "gesproken",
        "gestolen",
        "getroffen",
        "gevonden",
        "gevraagd",
        "gewezen",
        "gezien",
        "goedgevonden",
        "ingenomen",
        "meegenomen",
        "ondertekend",
        "ontheven",
        "ontslagen",
        "ontvangen",
        "opengebroken",
        "opgegeven",
        "opgenomen",
        "overgedragen",
        "overgenomen",
        "teruggegeven",
        "toegewezen",
        "uitgegeven",
        "uitgesproken",
        "uitgezonden",
        "verboden",
        "vergeten",
        "verwezen",
        "verzonden",
        "voorgeschreven",
        "vrijgegeven",
        "weggenomen",
    ]);

    /// <summary>The first of a sentence, or null.</summary>
    public static PlainRemark? Find(PlainSentence sentence)
    {
        for (var at = 0; at < sentence.Words.Count; at++)
        {
            if (Auxiliaries.Contains(sentence.Words[at].Text.ToLowerInvariant()) && Partner(sentence.Words, at) is { } partner)
            {
                var verb = sentence.Words[at];
                var (first, last) = verb.Start < partner.Start ? (verb, partner) : (partner, verb);
                return new(
                    PlainKind.Passive,
                    first.Start,
                    last.Start + last.Length - first.Start,
                    $"'{verb.Text} … {partner.Text}' zegt niet wie het doet.",
                    "Noem wie het doet: wij, u, of een ander bij naam."
                );
            }
        }
        return null;
    }

    /// <summary>The participle of the same clause: up to the next comma forward, then back.</summary>
    private static PlainToken? Partner(IReadOnlyList<PlainToken> words, int at)
    {
        for (var i = at + 1; i < words.Count && !words[i].AfterComma; i++)
        {
            if (IsParticiple(words[i].Text))
            {
                return words[i];
            }
        }
        for (var i = at; i > 0 && !words[i].AfterComma; i--)
        {
            if (IsParticiple(words[i - 1].Text))
            {
                return words[i - 1];
            }
        }
        return null;
    }

    private static bool IsParticiple(string word) =>
        word.ToLowerInvariant() is var lower && !Others.Contains(lower) && (Strong.Contains(lower) || Weak().IsMatch(lower));

    // gemeld, behandeld, verwerkt; opgehaald, doorgestuurd, teruggebeld.
    [GeneratedRegex(
        "^(ge|be|ver|ont|her)[a-zë]{2,}[dt]$|^(aan|af|bij|dicht|door|goed|in|langs|leeg|mee|na|om|onder|op|open|over|schoon|stil|terug|toe|uit|vast|voor|vrij|weg)(ge|ver|be)[a-zë]{2,}[dt]$"
    )]
    private static partial Regex Weak();
}
