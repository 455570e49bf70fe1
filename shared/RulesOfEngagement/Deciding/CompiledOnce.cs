namespace WebcareHub.RulesOfEngagement;

/// <summary>What an entry was compiled to with shared words alone, and all it leaned on: good for every chain where those are the same.</summary>
/// <param name="With">The words.</param>
/// <param name="Leans">What was looked up; null: was not there.</param>
internal sealed record CompiledOnce(object Made, Vocabulary With, IReadOnlyList<(string Section, string Id, MergedEntry? Entry)> Leans)
{
    public bool Fits(Vocabulary vocabulary, Merged merged)
    {
        if (!ReferenceEquals(With, vocabulary))
        {
            return false;
        }
        foreach (var (section, id, entry) in Leans)
        {
            if (merged.Find(section, id) != entry)
            {
                return false;
            }
        }
        return true;
    }
}
