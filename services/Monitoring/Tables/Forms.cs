using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Monitoring.Figures;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.Tables;

/// <summary>The form of a table as asked for.</summary>
internal static class Forms
{
    internal static Csv? Of(string? form) => Csv.Named(form);

    internal static ProblemHttpResult Unknown() => ShowFigures.Wrong("Kies de vorm 'nl' of 'iso'.");
}
