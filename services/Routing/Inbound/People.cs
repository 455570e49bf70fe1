using WebcareHub.EventStore;

namespace WebcareHub.Routing.Inbound;

/// <summary>The people of a batch: items that share a platform id are about one person.</summary>
internal sealed class People
{
    private readonly Dictionary<(string Municipality, string Account, string Alias), Person> _byAlias = [];
    private readonly Dictionary<Item, Person> _byItem = new(ReferenceEqualityComparer.Instance);

    public static People Of(IEnumerable<Item> items, Pseudonyms pseudonyms)
    {
        var people = new People();
        foreach (var item in items.Where(item => item.People.Count > 0))
            people.Add(item, pseudonyms);
        var place = 0;
        foreach (var person in people.All)
            person.Place = ++place;
        return people;
    }

    /// <summary>Each person once.</summary>
    public IEnumerable<Person> All => _byItem.Values.Select(person => person.Root).Distinct();

    public Person? Of(Item item) => _byItem.GetValueOrDefault(item)?.Root;

    private void Add(Item item, Pseudonyms pseudonyms)
    {
        Person? person = null;
        foreach (var id in item.People.SelectMany(person => person.Ids))
        {
            var alias = pseudonyms.Hash(id);
            if (!_byAlias.TryGetValue((item.Municipality, item.Inbound.Account, alias), out var known))
                _byAlias[(item.Municipality, item.Inbound.Account, alias)] = known = person ?? new Person(item);
            person = person is null ? known.Root : person.Join(known.Root);
            person.Aliases[alias] = id;
        }
        _byItem[item] = person ?? throw new InvalidDataException("A person without a platform id.");
    }

    /// <summary>One person, as this batch knows them.</summary>
    internal sealed class Person(Item first)
    {
        private Person? _joined;

        public string Municipality => first.Municipality;
        public string Channel => first.Inbound.Channel;
        public string Account => first.Inbound.Account;

        /// <summary>Hash to platform id.</summary>
        public Dictionary<string, string> Aliases { get; private set; } = [];

        /// <summary>Their id when nobody knows them yet.</summary>
        public Guid Candidate { get; } = Guid.CreateVersion7();

        /// <summary>Place in the batch's arrays, from 1.</summary>
        public int Place { get; set; }

        public Person Root => _joined is null ? this : _joined.Root;

        public Person Join(Person other)
        {
            if (ReferenceEquals(this, other))
                return this;
            foreach (var (alias, id) in other.Aliases)
                Aliases[alias] = id;
            other._joined = this;
            return this;
        }
    }
}
