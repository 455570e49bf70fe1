using WebcareHub.Contracts.Crises;

namespace WebcareHub.Crisis.Switching;

/// <summary>GRIP: told, never derived. What follows from a level is whose yes a text needs (Wvr art. 7 and 39).</summary>
internal static class Grip
{
    internal const int Highest = 5;

    /// <summary>A region nobody told a level of goes by its daily routine.</summary>
    internal static ApprovingRole Approves(int? level) =>
        level switch
        {
            >= 4 => ApprovingRole.RegionalChain,
            3 => ApprovingRole.MayorsLine,
            _ => ApprovingRole.HeadOfCommunication,
        };

    internal static ApprovingRole ApprovesIn(Course course, string region) =>
        Approves(course.Grip.FirstOrDefault(told => told.Region == region)?.Level);

    internal static string InWords(ApprovingRole role) =>
        role switch
        {
            ApprovingRole.MayorsLine => "de lijn van de burgemeester",
            ApprovingRole.RegionalChain => "de regionale lijn",
            _ => "het hoofd communicatie van de gemeente",
        };
}
