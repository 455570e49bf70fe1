using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Naming;

/// <summary>Who coordinates crises and who keeps the pool of a region or of the country.</summary>
internal static class Naming
{
    internal static void MapNaming(this RouteGroupBuilder api)
    {
        var offices = api.MapGroup("/offices/{layer}").WithTags("Offices");
        offices.MapGet("", ListHolders.Get).WithName("ListOfficeHolders").WithSummary("Who holds an office for a region or the country");
        var naming = offices.MapGroup("/{office}/{municipality}/{subject}").RequireRole("operator");
        naming.MapPut("", NameHolder.Put).WithName("NameOfficeHolder").WithSummary("Give somebody an office");
        naming.MapDelete("", RemoveHolder.Delete).WithName("RemoveOfficeHolder").WithSummary("Take an office back");
    }
}
