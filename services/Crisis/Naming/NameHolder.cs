using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Naming;

/// <summary><c>PUT /api/v1/offices/{layer}/{office}/{municipality}/{subject}</c>, by an operator.</summary>
internal static class NameHolder
{
    private const int MaxLength = 200;

    internal static async Task<Results<Ok<OfficeHolder>, NotFound, ProblemHttpResult>> Put(
        string layer,
        string office,
        string municipality,
        string subject,
        NameOfficeHolder named,
        Caller caller,
        Offices offices,
        CancellationToken ct
    )
    {
        // As it stands in an address: lower case.
        if (!Enum.TryParse<Office>(office, ignoreCase: true, out var held) || !Enum.IsDefined(held))
            return TypedResults.NotFound();
        if (
            string.IsNullOrWhiteSpace(named.Name)
            || named.Name.Length > MaxLength
            || subject.Length > MaxLength
            || layer.Length > MaxLength
        )
            return TypedResults.Problem("Noem de naam van deze collega.", statusCode: 400, title: "Er ontbreekt een naam");
        var holder = new OfficeHolder(municipality, subject, named.Name.Trim(), held);
        await offices.NameAsync(layer, holder, caller.Id, ct);
        return TypedResults.Ok(holder);
    }
}
