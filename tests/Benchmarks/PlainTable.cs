using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.Benchmarks;

/// <summary>The reference: the same bytes into one table with one index, by a prepared INSERT.</summary>
internal static class PlainTable
{
    private static readonly string _json = JsonSerializer.Serialize(StoreBench.Message());

    internal static async Task<NpgsqlDataSource> CreateAsync(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings = new(connectionString)
        {
            MaxPoolSize = 40,
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 2,
        };
        var source = NpgsqlDataSource.Create(settings);
        await using NpgsqlCommand make = source.CreateCommand("create table public.plain(id uuid primary key, data jsonb not null)");
        await make.ExecuteNonQueryAsync();
        return source;
    }

    internal static async Task InsertAsync(NpgsqlDataSource source, int rows)
    {
        await using NpgsqlCommand command = source.CreateCommand("insert into public.plain select * from unnest($1, $2)");
        command.Parameters.Add(new NpgsqlParameter { Value = Enumerable.Range(0, rows).Select(_ => Guid.CreateVersion7()).ToArray() });
        command.Parameters.Add(
            new NpgsqlParameter { Value = Enumerable.Repeat(_json, rows).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb }
        );
        await command.ExecuteNonQueryAsync();
    }
}
