namespace WebcareHub.RulesOfEngagement.Likeness;

/// <summary>
/// Groups of near-identical questions, by their signatures alone. A message joins the group whose faces it is most like, or begins one; what
/// joined stays. For one thread at a time.
/// </summary>
public sealed class Groups
{
    /// <summary>From this share of letter groups in common on, two are the same question.</summary>
    public const double Alike = 0.34;

    // Faces are signatures to compare with; more of them follow how people put the same question, and drift no further than one step.
    private const int MostFaces = 8;
    private const double NewFace = 0.75;
    private const int MostBanded = 24;

    private readonly List<Group> _groups = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly List<int> _found = [];
    private readonly Bands _bands = new();

    // Apart from the groups and close together: this is what every search goes through.
    private ushort[] _first = new ushort[MinHash.Length << 8];
    private int[] _seen = new int[1 << 8];
    private int _round;

    /// <summary>How many groups are known.</summary>
    public int Count => _groups.Count;

    /// <summary>The group this message joins or begins.</summary>
    /// <param name="space">What must never meet has another: exercises.</param>
    public Guid Add(ushort[] signature, int space, DateTimeOffset at)
    {
        var (place, likeness) = Nearest(signature, space);
        var group = likeness < Alike ? Begin(Guid.CreateVersion7(at), space, signature) : _groups[place];
        Join(group, signature, likeness, at);
        return group.Id;
    }

    /// <summary>Puts a message back into the group it was in before.</summary>
    public void Restore(Guid id, ushort[] signature, int space, DateTimeOffset at)
    {
        var group = _places.TryGetValue(id, out var place) ? _groups[place] : Begin(id, space, signature);
        Join(group, signature, Likeness(group.Place, signature), at);
    }

    /// <summary>What nobody has joined since this moment is left out of the copy.</summary>
    public Groups Since(DateTimeOffset moment)
    {
        var kept = new Groups();
        foreach (var group in _groups.Where(group => group.Last >= moment))
        foreach (var face in group.Faces)
            kept.Restore(group.Id, face, group.Space, group.Last);
        return kept;
    }

    private (int Place, double Likeness) Nearest(ushort[] signature, int space)
    {
        _found.Clear();
        _bands.Find(signature, space, _found);
        _round++;
        (int Place, double Likeness) nearest = (-1, 0);
        foreach (var place in _found)
        {
            if (_seen[place] == _round)
                continue;
            _seen[place] = _round;
            var likeness = Likeness(place, signature);
            if (likeness > nearest.Likeness)
                nearest = (place, likeness);
        }
        return nearest;
    }

    private Group Begin(Guid id, int space, ushort[] signature)
    {
        var group = new Group(id, space, _groups.Count);
        if (group.Place == _seen.Length)
        {
            Array.Resize(ref _seen, 2 * _seen.Length);
            Array.Resize(ref _first, 2 * _first.Length);
        }
        signature.CopyTo(_first, group.Place * MinHash.Length);
        _groups.Add(group);
        _places[id] = group.Place;
        return group;
    }

    private void Join(Group group, ushort[] signature, double likeness, DateTimeOffset at)
    {
        if (group.Last < at)
            group.Last = at;
        var begins = group.Faces.Count == 0;
        var differs = begins || likeness < NewFace;
        if (begins || (differs && group.Faces.Count < MostFaces && MinHash.Similarity(group.Faces[0], signature) >= Alike))
            group.Faces.Add(signature);
        if (!differs || group.Banded == MostBanded)
            return;
        group.Banded++;
        _bands.Add(signature, group.Space, group.Place);
    }

    private double Likeness(int place, ushort[] signature)
    {
        var most = MinHash.Similarity(_first.AsSpan(place * MinHash.Length, MinHash.Length), signature);
        // One that is unlike the first face is seldom like another: they are all like the first.
        if (most < Alike / 2)
            return most;
        var faces = _groups[place].Faces;
        for (var face = 1; face < faces.Count; face++)
            most = Math.Max(most, MinHash.Similarity(faces[face], signature));
        return most;
    }

    private sealed class Group(Guid id, int space, int place)
    {
        public Guid Id => id;
        public int Space => space;
        public int Place => place;
        public List<ushort[]> Faces { get; } = new(1);
        public int Banded { get; set; }
        public DateTimeOffset Last { get; set; }
    }
}
