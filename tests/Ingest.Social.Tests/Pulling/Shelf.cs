using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Pulling;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Tests.Pulling;

/// <summary>A platform with a row of messages per account; its cursor is how many were taken.</summary>
internal sealed class Shelf(Shelf.Rows rows) : IPullChannel
{
    public const string Code = "shelf";

    /// <summary>What stands there; several processes ask the same.</summary>
    internal sealed class Rows
    {
        public ConcurrentDictionary<string, int> Messages { get; } = new();

        /// <summary>Answers each question of an account; null lets it pass.</summary>
        public Func<string, Task<Pulled?>> Meet { get; set; } = _ => Task.FromResult<Pulled?>(null);

        public ConcurrentDictionary<string, int> Inside { get; } = new();

        /// <summary>The most questions that were open at once, by account.</summary>
        public ConcurrentDictionary<string, int> Most { get; } = new();
    }

    public ConcurrentDictionary<string, int> Asked { get; } = new();

    public string Channel => Code;

    public TimeSpan Rhythm(Account account, int accounts) => TimeSpan.Zero;

    public async Task<Pulled> PullAsync(Account account, string? cursor, CancellationToken ct)
    {
        var inside = rows.Inside.AddOrUpdate(account.Id, 1, (_, count) => count + 1);
        rows.Most.AddOrUpdate(account.Id, inside, (_, most) => Math.Max(most, inside));
        Asked.AddOrUpdate(account.Id, 1, (_, count) => count + 1);
        try
        {
            return await rows.Meet(account.Id) ?? Next(account, cursor);
        }
        finally
        {
            rows.Inside.AddOrUpdate(account.Id, 0, (_, count) => count - 1);
        }
    }

    private Pulled Next(Account account, string? cursor)
    {
        var taken = int.Parse(cursor ?? "0", CultureInfo.InvariantCulture);
        if (taken >= rows.Messages.GetValueOrDefault(account.Id))
        {
            return new(null, default, cursor);
        }

        var id = $"{account.Id}-{taken}";
        var message = new InboundMessage(
            id,
            new(["shelf:jan"], "Jan"),
            Visibility.Private,
            MessageKind.Text,
            "Vraag",
            DateTimeOffset.UtcNow
        );
        var read = new ReadPost([new ForRouting(account.Id, "message", "text", id, message)], KeepBody: false);
        return new(read, JsonSerializer.SerializeToUtf8Bytes(id), $"{taken + 1}", More: true);
    }
}
