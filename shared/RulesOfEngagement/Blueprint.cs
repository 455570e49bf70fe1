namespace WebcareHub.RulesOfEngagement;

/// <summary>A blueprint as written: its layers, parsed once and shared by all municipalities. Immutable; shared between threads.</summary>
public sealed class Blueprint
{
    /// <summary>Code of the national layer.</summary>
    public const string National = "nl";

    /// <summary>The layers in the order given.</summary>
    public IReadOnlyList<ParsedLayer> Layers => throw new NotImplementedException();

    /// <summary>Everything found wrong, in layer, file and line order. Layers with errors can still be compiled: faulty entries are left out.</summary>
    public IReadOnlyList<Finding> Findings => throw new NotImplementedException();

    /// <summary>All municipalities of the national layer's register.</summary>
    public IReadOnlyList<RegisteredMunicipality> Register => throw new NotImplementedException();

    /// <summary>Reads and checks layers. A reading is reusable: give the parsed layers of an earlier one to parse only what is new.</summary>
    /// <param name="known">Layers parsed before; one whose files are the same object is taken over.</param>
    public static Blueprint Read(IReadOnlyList<LayerFiles> layers, Blueprint? known = null) => throw new NotImplementedException();

    /// <summary>The codes of the layers of a municipality, national first, its own last (whether it has one or not).</summary>
    public IReadOnlyList<string> LayersOf(string municipality) => throw new NotImplementedException();

    /// <summary>The effective blueprint of one municipality. Municipalities with the same rules share their compiled form.</summary>
    public EffectiveBlueprint For(string municipality) => throw new NotImplementedException();
}

/// <summary>One layer, parsed.</summary>
public sealed class ParsedLayer
{
    /// <summary><c>nl</c>, a province, a region id or a CBS code.</summary>
    public string Code => throw new NotImplementedException();

    /// <summary>national, province, region or municipality.</summary>
    public string Kind => throw new NotImplementedException();

    /// <summary>As people call it.</summary>
    public string Title => throw new NotImplementedException();

    /// <summary>Member municipalities of a province or region.</summary>
    public IReadOnlyList<string> Members => throw new NotImplementedException();
}
