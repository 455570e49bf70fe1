using Npgsql;

namespace WebcareHub.Channels;

/// <summary>Positional parameters in one line.</summary>
public static class Commands
{
    /// <summary>Adds the values in order; null becomes the database's null.</summary>
    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand command, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    /// <inheritdoc cref="With(NpgsqlBatchCommand, ReadOnlySpan{object?})"/>
    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
