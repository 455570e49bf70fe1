using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WebcareHub.ServiceDefaults.Tables;

/// <summary>What the columns of a table are: its head, and its part of the data dictionary.</summary>
/// <param name="Id">Fixed name of the table.</param>
/// <param name="Title">Dutch.</param>
public sealed record Layout(string Id, string Title, IReadOnlyList<Column> Columns)
{
    /// <summary>
    /// The rows under the head. For people the meaning of each column follows below an empty line; a program finds it in the data dictionary.
    /// </summary>
    /// <param name="more">What else is to be explained, below the columns.</param>
    public byte[] Write(Csv form, IEnumerable<IReadOnlyList<object?>> rows, IEnumerable<(string What, string Means)>? more = null)
    {
        IEnumerable<IEnumerable<object?>> table = rows.Prepend([.. Columns.Select(column => column.Name)]);
        return form.Write(
            form != Csv.Dutch
                ? table
                :
                [
                    .. table,
                    [],
                    .. Columns.Select(column => column.Explained),
                    .. (more ?? []).Select(one => new object?[] { one.What, one.Means }),
                ]
        );
    }

    /// <summary>The same as a file to download.</summary>
    /// <param name="name">Without the ending.</param>
    public FileContentHttpResult File(
        string name,
        Csv form,
        IEnumerable<IReadOnlyList<object?>> rows,
        IEnumerable<(string What, string Means)>? more = null
    ) => TypedResults.File(Write(form, rows, more), "text/csv; charset=utf-8", $"{name}.csv");
}

/// <summary>One column.</summary>
/// <param name="Name">As in the head.</param>
/// <param name="Means">Dutch.</param>
/// <param name="Unit">What a number in it is in, Dutch; empty for words.</param>
public sealed record Column(string Name, string Means, string Unit = "")
{
    internal IEnumerable<object?> Explained => [Name, Unit.Length == 0 ? Means : $"{Means} ({Unit})"];
}
