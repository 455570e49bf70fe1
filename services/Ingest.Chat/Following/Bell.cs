using System.Threading.Channels;
using Npgsql;
using WebcareHub.Channels;
using WebcareHub.EventStore;

namespace WebcareHub.Ingest.Chat.Following;

/// <summary>What a bell says.</summary>
[Flags]
internal enum Tone
{
    None,
    Item,
    Typing,
    Rested = 4,
}

/// <summary>
/// Tells whoever follows a visit, in any process, that there is something. Rung after the commit, so it never sounds before the item can be read,
/// and together: a notification takes a lock over the whole server, and one in each commit would make them wait for one another. After the line to
/// the database broke, and when a process starts that may have fallen before it rang, everybody looks.
/// </summary>
internal sealed class Bell(Database database, ILogger<Bell> log) : BackgroundService
{
    private const string Topic = "chat_bell";
    private const string Everybody = "*";
    private const int Most = 1000;
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(20);

    private readonly Dictionary<Guid, Ear[]> ears = [];
    private readonly Channel<string> rung = System.Threading.Channels.Channel.CreateUnbounded<string>(new() { SingleReader = true });

    /// <summary>Costs nothing here; those who listen hear it a moment later.</summary>
    public void Ring(Guid visit, Tone tone) => rung.Writer.TryWrite($"{(int)tone}{visit:N}");

    /// <summary>Listens until it is disposed.</summary>
    public Ear Listen(Guid visit)
    {
        var ear = new Ear(this, visit);
        lock (ears)
        {
            ears[visit] = [.. ears.GetValueOrDefault(visit) ?? [], ear];
        }

        return ear;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(KeepAtAsync(ListenAsync, stoppingToken), KeepAtAsync(TellAsync, stoppingToken));

    private async Task KeepAtAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await work(ct);
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                log.LogWarning("The line for new items broke: {Failure}", exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // Begins with everybody: what was not told because a process or this line fell.
    private async Task TellAsync(CancellationToken ct)
    {
        rung.Writer.TryWrite(Everybody);
        while (await rung.Reader.WaitToReadAsync(ct))
        {
            var words = new HashSet<string>();
            while (words.Count < Most && rung.Reader.TryRead(out var word))
            {
                words.Add(word);
            }

            await using var connection = await database.Feed.OpenConnectionAsync(ct);
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    // Nothing is written that a disk would have to keep.
                    new NpgsqlBatchCommand("select set_config('synchronous_commit', 'off', true)"),
                    new NpgsqlBatchCommand("select pg_notify($1, word) from unnest($2::text[]) word").With(Topic, words.ToArray()),
                },
            };
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        connection.Notification += (_, told) => Hear(told.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Topic}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        HearAll();
        await using var ping = new NpgsqlCommand("select 1", connection);
        while (true)
        {
            if (!await connection.WaitAsync(Ping, ct))
            {
                await ping.ExecuteNonQueryAsync(ct);
            }
        }
    }

    private void HearAll()
    {
        Guid[] all;
        lock (ears)
        {
            all = [.. ears.Keys];
        }

        Array.ForEach(all, visit => Sound(visit, Tone.Item | Tone.Rested));
    }

    private void Hear(string payload)
    {
        if (payload == Everybody)
        {
            HearAll();
        }
        else if (payload.Length == 33 && Guid.TryParseExact(payload.AsSpan(1), "N", out var visit))
        {
            Sound(visit, (Tone)(payload[0] - '0'));
        }
    }

    private void Sound(Guid visit, Tone tone)
    {
        Ear[] listening;
        lock (ears)
        {
            listening = ears.GetValueOrDefault(visit) ?? [];
        }

        Array.ForEach(listening, ear => ear.Hear(tone));
    }

    private void Leave(Ear ear)
    {
        lock (ears)
        {
            Ear[] left = [.. (ears.GetValueOrDefault(ear.Visit) ?? []).Where(other => other != ear)];
            if (left.Length == 0)
            {
                ears.Remove(ear.Visit);
            }
            else
            {
                ears[ear.Visit] = left;
            }
        }
    }

    /// <summary>One who listens.</summary>
    internal sealed class Ear(Bell bell, Guid visit) : IDisposable
    {
        private readonly Lock gate = new();
        private Tone heard;
        private TaskCompletionSource<Tone>? waiting;

        public Guid Visit => visit;

        /// <summary>What was heard since the last time; nothing when it stays silent this long.</summary>
        public async Task<Tone> WaitAsync(TimeSpan patience, CancellationToken ct)
        {
            Task<Tone> hears;
            lock (gate)
            {
                if (heard != Tone.None)
                {
                    return Taken();
                }

                waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
                hears = waiting.Task;
            }

            await ((Task)hears).WaitAsync(patience, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            lock (gate)
            {
                waiting = null;
                return Taken();
            }
        }

        public void Hear(Tone tone)
        {
            lock (gate)
            {
                heard |= tone;
                waiting?.TrySetResult(tone);
            }
        }

        public void Dispose() => bell.Leave(this);

        private Tone Taken()
        {
            var taken = heard;
            heard = Tone.None;
            return taken;
        }
    }
}
