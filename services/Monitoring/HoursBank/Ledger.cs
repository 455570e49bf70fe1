using System.Collections.Immutable;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>
/// The accounting: who has which question, and what of whose time went to it. A pure function over facts; the same facts give the same slices,
/// in whatever batches they come.
/// </summary>
/// <param name="Workers">By id.</param>
/// <param name="Slices">Since the beginning of this batch.</param>
internal sealed record Ledger(ImmutableDictionary<string, AtWork> Workers, ImmutableList<Slice> Slices)
{
    internal static readonly Ledger Empty = new(ImmutableDictionary<string, AtWork>.Empty, []);

    internal static Ledger Of(IEnumerable<AtWork> workers) =>
        Empty with
        {
            Workers = workers.ToImmutableDictionary(worker => worker.Worker.Id),
        };

    internal static Ledger Apply(Ledger ledger, Fact fact) =>
        fact switch
        {
            Fact.CameToWork f => ledger.Move(f.Worker, f.At, worker => worker.Begin(f.Shift, f.At)),
            Fact.Paused f => ledger.Move(f.Worker, f.At, worker => worker with { Where = Pause(worker.Where) }),
            Fact.WentHome f => ledger.Move(f.Worker, f.At, worker => worker with { Where = Whereabouts.Home }),
            Fact.Took f => ledger
                .Touch(f.Question.Conversation, f.At, (worker, hold) => worker.Leave(hold.Question.Conversation))
                .Move(f.Worker, f.At, worker => worker.Begin(f.Shift, f.At).Take(f.Question)),
            Fact.Left f => ledger
                .Help(f.Conversation, f.By)
                .Touch(f.Conversation, f.At, (worker, hold) => worker.Leave(hold.Question.Conversation)),
            Fact.Closed f => ledger.Touch(
                f.Conversation,
                f.At,
                (worker, hold) => hold.Question.Pool == f.Pool ? worker.Leave(hold.Question.Conversation) : worker
            ),
            Fact.Answered f => ledger.Help(f.Conversation, f.By).Touch(f.Conversation, f.At, Rest),
            Fact.SetAside f => ledger.Touch(f.Conversation, f.At, Rest),
            Fact.CameBack f => ledger.Touch(f.Conversation, f.At, (worker, hold) => Wake(worker, hold, f.Topic)),
            Fact.Renamed f => ledger.Touch(f.Conversation, f.At, (worker, hold) => Rename(worker, hold, f.Topic)),
            _ => ledger,
        };

    /// <summary>What counts beside the slices until now of who is at work: nothing is settled by it.</summary>
    internal IReadOnlyList<Slice> UnderWay(DateTimeOffset now) => [.. Workers.Values.SelectMany(worker => worker.CountUntil(now).Slices)];

    private static Whereabouts Pause(Whereabouts where) => where == Whereabouts.Home ? where : Whereabouts.Paused;

    private static AtWork Rest(AtWork worker, Hold hold) => worker.Change(hold.Question.Conversation, held => held with { Rests = true });

    private static AtWork Wake(AtWork worker, Hold hold, string? topic) =>
        worker.Change(
            hold.Question.Conversation,
            held => held with { Rests = false, Question = held.Question with { Topic = topic ?? held.Question.Topic } }
        );

    private static AtWork Rename(AtWork worker, Hold hold, string topic) =>
        worker.Change(hold.Question.Conversation, held => held with { Question = held.Question with { Topic = topic } });

    /// <summary>Something of a colleague's own doing: counts up to it, then changes.</summary>
    private Ledger Move(Worker worker, DateTimeOffset at, Func<AtWork, AtWork> change)
    {
        var (counted, slices) = (Workers.GetValueOrDefault(worker.Id) ?? AtWork.New(worker, at)).CountUntil(at);
        var after = change(counted) with { Sign = counted.Counted };
        return new(after.Idle ? Workers.Remove(worker.Id) : Workers.SetItem(worker.Id, after), Slices.AddRange(slices));
    }

    /// <summary>Something about a question, when somebody has it.</summary>
    private Ledger Touch(Guid conversation, DateTimeOffset at, Func<AtWork, Hold, AtWork> change) =>
        HolderOf(conversation) is { } holder ? Move(holder.Worker, at, worker => change(worker, worker.Of(conversation)!)) : this;

    private Ledger Help(Guid conversation, string? by) =>
        HolderOf(conversation) is { Shift: not null } holder && holder.Worker.Is(by)
            ? this with
            {
                Slices = Slices.Add(holder.Help(holder.Of(conversation)!)),
            }
            : this;

    private AtWork? HolderOf(Guid conversation) => Workers.Values.FirstOrDefault(worker => worker.Of(conversation) is not null);
}
