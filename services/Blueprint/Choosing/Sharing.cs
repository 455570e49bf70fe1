using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Choosing;

/// <summary>What a municipality lets others use of its own. It is its own choice, and can be taken back.</summary>
internal static class Sharing
{
    internal static Chosen Decide(Chooser chooser, string what, bool share)
    {
        if (what is not ("backtest" or "entries"))
        {
            return Chosen.Refuse("Dit kunt u niet delen", "Kies berichten voor proeven (backtest) of eigen onderdelen (entries).");
        }

        var shared = chooser.Adoption.Share;
        if (shared.Contains(what) == share)
        {
            return new Chosen.Already(share ? "Dat deelt u al." : "Dat deelt u niet.");
        }

        var files = AdoptionText.Share(chooser.Files, share ? shared.Append(what) : shared.Where(each => each != what));
        return new Chosen.Publish(files, Said(what, share));
    }

    private static string Said(string what, bool share) =>
        (what, share) switch
        {
            ("backtest", true) => "Onze berichten tellen mee als anderen een voorstel proberen.",
            ("backtest", false) => "Onze berichten tellen niet meer mee als anderen een voorstel proberen.",
            (_, true) => "Andere gemeenten mogen onze eigen onderdelen lezen en overnemen.",
            _ => "Andere gemeenten zien onze eigen onderdelen niet meer.",
        };
}
