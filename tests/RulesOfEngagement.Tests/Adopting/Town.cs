namespace WebcareHub.RulesOfEngagement.Tests.Adopting;

/// <summary>Schiermonnikoog under a region, and with four layers a province too; each layer above has two releases.</summary>
internal static class Town
{
    public static readonly DateTimeOffset November = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset December = November.AddMonths(1);

    private const string National1 = """
        defaults: { owner: Landelijk }
        answers:
          - { id: afval, title: Afval, text: Landelijk een. }
          - { id: weg, title: Wegwerkzaamheden, text: Weg een. }
          - { id: pers, title: Pers, theme: woordvoering, text: Pers een. }
          - { id: nood, title: Nood, text: Nood een. }
          - { id: rust, title: Rust, text: Rust een. }
        """;

    private const string National2 = """
        defaults: { owner: Landelijk }
        answers:
          - { id: afval, title: Afval, text: Landelijk twee. }
          - { id: pers, title: Pers, theme: woordvoering, text: Pers twee. }
          - { id: nood, title: Nood, mandatory: true, reason: Het nummer is veranderd., text: Nood twee. }
          - { id: rust, title: Rust, text: Rust een. }
          - { id: nieuw, title: Nieuwe tekst, text: Nieuw. }
        """;

    private const string Province1 = "layer: { title: Provincie Fryslân, kind: province, members: [GM0088] }\n";
    private const string Province2 = Province1 + "answers: [ { id: fries, title: Fries, owner: Fryslân, text: Goeie. } ]\n";
    private const string Region1 = """
        layer: { title: Regio Wadden, kind: region, members: [GM0088, GM0072] }
        answers:
          - { adjust: rust, text: Rust op de Wadden., reason: Het waait hier. }
          - { id: boot, title: Boot, owner: Wadden, text: Boot een. }
        """;

    private static readonly string Region2 = Region1.Replace("Boot een.", "Boot twee.", StringComparison.Ordinal);

    /// <param name="own">The municipality's own layer; null for none.</param>
    /// <param name="region">What the region says besides.</param>
    /// <param name="province">Null: three layers. Otherwise what the province says besides.</param>
    public static Blueprint With(string? own, string region = "", string? province = null)
    {
        List<LayerFiles> newest = [Release("nl", National2, 2), Release("wadden", Region2 + "\n" + region, 2)];
        List<LayerFiles> earlier = [Release("nl", National1, 1), Release("wadden", Region1, 1)];
        if (province is not null)
        {
            newest.Add(Release("PV21", Province2 + province, 2));
            earlier.Add(Release("PV21", Province1, 1));
        }
        if (own is not null)
        {
            newest.Add(Release("GM0088", "layer: { title: Gemeente Schiermonnikoog, kind: municipality }\n" + own, 1, December));
        }
        return Blueprint.Read(newest, earlier: earlier);
    }

    private static LayerFiles Release(string code, string text, int number, DateTimeOffset? at = null) =>
        Layers.Files(code, text) with
        {
            Release = number,
            At = at ?? November.AddDays(number),
        };
}
