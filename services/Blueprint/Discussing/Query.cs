using System.Globalization;
using Npgsql;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Blueprint.Discussing;

/// <summary>Adds conditions to a query that has a first one already.</summary>
internal static class Query
{
    /// <param name="condition">With <c>{0}</c>, <c>{1}</c> … for the values.</param>
    internal static void Where(this NpgsqlCommand command, string condition, params object[] values)
    {
        var places = new object[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = values[at] });
            places[at] = $"${command.Parameters.Count}";
        }

        command.CommandText += $" and {string.Format(CultureInfo.InvariantCulture, condition, places)}";
    }

    /// <summary>Nothing when nothing is asked.</summary>
    internal static void WhereEquals(this NpgsqlCommand command, string column, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            command.Where($"{column} = {{0}}", value);
        }
    }

    /// <summary>Reads a choice as the API writes it; false when it is none of them.</summary>
    internal static bool TryChoice<T>(string? text, out T? choice)
        where T : struct, Enum
    {
        choice = Enum.TryParse<T>(text, ignoreCase: true, out var found) && Enum.IsDefined(found) ? found : null;
        return choice is not null || string.IsNullOrEmpty(text);
    }

    internal static Refusal Unknown<T>()
        where T : struct, Enum =>
        new(
            $"Kies uit: {string.Join(", ", Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName))}.",
            Refusal.Invalid
        );
}
