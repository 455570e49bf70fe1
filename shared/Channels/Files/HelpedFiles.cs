using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Channels.Files;

/// <summary>Whose file or resident it is, for a colleague who helps another municipality with a question that is open to their pool.</summary>
internal static class HelpedFiles
{
    /// <summary>Null when it is no business of the caller, or no longer.</summary>
    public static Task<string?> OwnerOfFileAsync(Guid file, Caller caller, Database database, CancellationToken ct) =>
        AskAsync("select channels.helped_with_file($1, $2, $3)", file, caller, database, ct);

    /// <summary>The same for the resident to whom a file would go.</summary>
    public static Task<string?> OwnerOfResidentAsync(Guid resident, Caller caller, Database database, CancellationToken ct) =>
        AskAsync("select channels.helped_with_resident($1, $2, $3)", resident, caller, database, ct);

    private static async Task<string?> AskAsync(string sql, Guid id, Caller caller, Database database, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([caller.Municipality], ct);
        await using var command = new NpgsqlCommand(sql, transaction.Connection).With(id, caller.Municipality, caller.Id);
        return await command.ExecuteScalarAsync(ct) as string;
    }
}
