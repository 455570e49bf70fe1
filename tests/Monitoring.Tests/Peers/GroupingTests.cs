using WebcareHub.Monitoring.Peers;

namespace WebcareHub.Monitoring.Tests.Peers;

/// <summary>Someone who knows every mean that is shown, who is in each group and one value besides, works out no other.</summary>
public sealed class GroupingTests
{
    [Fact]
    public void No_sum_or_difference_of_groups_tells_one_municipality()
    {
        var random = new Random(6);
        var (shown, hidden) = (0, 0);
        for (var round = 0; round < 200; round++)
        {
            var all = Enumerable.Range(0, random.Next(4, 60)).Select(number => $"GM{number}").ToArray();
            var groups = Groups(all, random);
            var sharing = all.Where(_ => random.Next(4) > 0).ToHashSet();
            var seen = Grouping.Shown(groups, sharing);
            (shown, hidden) = (shown + seen.Count, hidden + groups.Count - seen.Count);
            var members = sharing.Order().ToArray();
            var equations = seen.Select(group => members.Select(one => group.Members.Contains(one) ? 1.0 : 0).ToArray()).ToList();
            for (var known = 0; known < Math.Min(3, members.Length); known++)
            {
                double[][] told = [.. equations, Unit(members.Length, known)];
                Derivable(told, members.Length).ShouldBe([known]);
            }
        }

        shown.ShouldBeGreaterThan(100);
        hidden.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_group_that_is_one_larger_than_another_is_not_shown()
    {
        string[] all = [.. Enumerable.Range(0, 6).Select(number => $"GM{number}")];
        var shown = Grouping.Shown([new("nl", "", all.ToHashSet()), new("oost", "", all[..5].ToHashSet())], all.ToHashSet());
        shown.Select(group => group.Id).ShouldBe(["nl"]);
        Grouping.Shown([new("nl", "", all[..4].ToHashSet())], all[..4].ToHashSet()).ShouldBeEmpty();
    }

    private static List<Grouping.Group> Groups(string[] all, Random random) =>
        [
            new("nl", "", all.ToHashSet()),
            .. Enumerable
                .Range(0, 8)
                .Select(number => new Grouping.Group($"r{number}", "", all.Where(_ => random.Next(3) == 0).ToHashSet())),
            .. all.Chunk(7).Select((chunk, number) => new Grouping.Group($"p{number}", "", chunk.ToHashSet())),
        ];

    private static double[] Unit(int length, int place) => [.. Enumerable.Range(0, length).Select(at => at == place ? 1.0 : 0)];

    /// <summary>Whose value follows from these equations: those alone in a row once all is eliminated that can be.</summary>
    private static List<int> Derivable(double[][] told, int length)
    {
        var rows = told.Select(row => row.ToArray()).ToList();
        var pivot = 0;
        for (var column = 0; column < length && pivot < rows.Count; column++)
        {
            var best = Enumerable.Range(pivot, rows.Count - pivot).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[best][column]) < 1e-9)
            {
                continue;
            }

            (rows[pivot], rows[best]) = (rows[best], rows[pivot]);
            Eliminate(rows, pivot, column);
            pivot++;
        }

        return
        [
            .. rows.Where(row => row.Count(cell => Math.Abs(cell) > 1e-9) == 1)
                .Select(row => Array.FindIndex(row, cell => Math.Abs(cell) > 1e-9))
                .Distinct()
                .Order(),
        ];
    }

    private static void Eliminate(List<double[]> rows, int pivot, int column)
    {
        var by = rows[pivot][column];
        rows[pivot] = [.. rows[pivot].Select(cell => cell / by)];
        for (var row = 0; row < rows.Count; row++)
        {
            var factor = rows[row][column];
            if (row != pivot && Math.Abs(factor) > 1e-12)
            {
                rows[row] = [.. rows[row].Select((cell, at) => cell - (factor * rows[pivot][at]))];
            }
        }
    }
}
