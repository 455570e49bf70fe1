using Npgsql;

namespace WebcareHub.Monitoring.Questions;

/// <summary>
/// A resident is forgotten: their questions still count, and still count as one person's, but under a number that is drawn and leads to nobody.
/// </summary>
internal static class Forgetting
{
    internal static NpgsqlBatch Commands(NpgsqlConnection connection, int generation, string municipality, string resident) =>
        new(connection)
        {
            BatchCommands =
            {
                Command(
                    "update monitoring.questions set resident = $4 where generation = $1 and tenant_id = $2 and resident = $3",
                    [generation, municipality, resident, $"-{Guid.NewGuid():N}"]
                ),
                Command(
                    "delete from monitoring.persons where generation = $1 and tenant_id = $2 and (one = $3 or other = $3)",
                    [generation, municipality, resident]
                ),
            },
        };

    private static NpgsqlBatchCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
