namespace WebcareHub.RulesOfEngagement;

/// <summary>Where an entry stands in a layer's file.</summary>
/// <param name="Section">A heading of the language.</param>
/// <param name="Mode">add, adjust or off; adjust for a block (voice, retention).</param>
/// <param name="File">Path within the layer.</param>
/// <param name="Line">Of its first character, from 1.</param>
/// <param name="Start">Index of its first character in the file, after the dash.</param>
/// <param name="End">Index after its last character; the line break is not counted.</param>
/// <param name="Indent">Spaces that the lines after the first stand in; they are shown without.</param>
/// <param name="Whole">Index at which its first line begins, dash and all.</param>
public sealed record EntryPlace(string Section, string Id, string Mode, string File, int Line, int Start, int End, int Indent, int Whole);
