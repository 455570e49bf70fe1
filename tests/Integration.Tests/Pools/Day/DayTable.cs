using System.Globalization;
using System.Text;

namespace WebcareHub.Integration.Tests.Pools.Day;

/// <summary>The day in figures.</summary>
internal static class DayTable
{
    public static string Of(World world, DayLog log, IReadOnlyList<string> served)
    {
        var text = new StringBuilder()
            .AppendLine()
            .AppendLine("region  towns  questions  at home  by the pool  late  median wait  longest wait");
        foreach (var region in World.Regions)
        {
            var towns = world.TownsOf(region).Select(town => town.Code).ToHashSet();
            var all = log.Questions.Where(question => towns.Contains(question.Town)).ToArray();
            var waits = all.Where(question => question.AnsweredAt is not null)
                .Select(question => question.AnsweredAt!.Value - question.AskedAt)
                .Order()
                .ToArray();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{region, -6}  {towns.Count, 5}  {all.Length, 9}  {all.Count(one => !one.Helped), 7}  {all.Count(one => one.Helped), 11}  {all.Count(one => one.AnsweredAt > one.DueAt), 4}  {waits[waits.Length / 2], 11:hh\\:mm}  {waits[^1], 12:hh\\:mm}"
            );
        }
        text.AppendLine().AppendLine("share in the south  town  expected  served");
        var burst = world.TownsOf(World.South).Where(town => world.Asked.Any(asked => asked.Town == town.Code)).ToArray();
        foreach (var town in burst)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{town.Share, 18}  {town.Code}  {world.MeasuredClaims * (double)town.Share / burst.Sum(each => each.Share), 6:0.0}  {served.Take(world.MeasuredClaims).Count(code => code == town.Code), 6}"
            );
        Counts(text.AppendLine(), "opened because", log.Opened);
        Counts(text, "closed because", log.Closed);
        return text.AppendLine(CultureInfo.InvariantCulture, $"given back {log.GivenBack}").ToString();
    }

    private static void Counts(StringBuilder text, string title, IReadOnlyDictionary<string, int> counts)
    {
        foreach (var (name, count) in counts.OrderByDescending(each => each.Value))
            text.AppendLine(CultureInfo.InvariantCulture, $"{title} {name, -20} {count, 5}");
    }
}
