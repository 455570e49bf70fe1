namespace WebcareHub.RulesOfEngagement;

/// <summary>Collects findings about one layer.</summary>
internal sealed class Report(string layer)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public int Errors { get; private set; }

    public void Error(Place place, string text)
    {
        Errors++;
        _findings.Add(new Finding(layer, place.File, place.Line, place.Entry, text, IsError: true));
    }

    /// <summary>What was found before in a file that has not changed.</summary>
    public void Add(IReadOnlyList<Finding> known)
    {
        Errors += known.Count(finding => finding.IsError);
        _findings.AddRange(known);
    }

    public void Remark(Place place, string text) =>
        _findings.Add(new Finding(layer, place.File, place.Line, place.Entry, text, IsError: false));
}

/// <summary>Where something stands.</summary>
internal readonly record struct Place(string File, int Line, string? Entry)
{
    public Place At(Node node) => this with { Line = node.Line };

    public Place At(int line) => this with { Line = line };
}
