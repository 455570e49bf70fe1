using WebcareHub.Monitoring.Peers;

namespace WebcareHub.Monitoring.Tests.Peers;

/// <summary>Someone who knows every mean that is shown, who is in each group and one value besides, works out no other.</summary>
public sealed class GroupingTests
{
    [Fact]
    public void No_sum_or_difference_of_groups_and_months_tells_one_municipality()
    {
        var random = new Random(6);
        var (told, later) = (0, 0);
        for (var round = 0; round < 60; round++)
        {
            var all = Enumerable.Range(0, random.Next(4, 60)).Select(number => $"GM{number:00}").ToArray();
            var groups = Groups(all, random);
            var months = Months(all, groups, random);
            (told, later) = (told + months[0].Count, later + months[^1].Count);
            // As if every figure stayed the same from month to month: then all means can be laid beside one another.
            var equations = months.SelectMany(means => means).Select(mean => Row(all, mean)).ToArray();
            for (var known = 0; known < Math.Min(3, all.Length); known++)
            {
                Derivable([.. equations, Unit(all.Length, known)], all.Length).ShouldBe([known]);
            }
        }

        told.ShouldBeGreaterThan(60);
        later.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Who_joins_or_leaves_alone_does_so_in_the_company_of_others()
    {
        string[] all = [.. Enumerable.Range(0, 30).Select(number => $"GM{number:00}")];
        Grouping.Group[] nation = [new("nl", "", all.ToHashSet())];
        IReadOnlySet<string> Told(string[] sharing, params IReadOnlySet<string>[] before) =>
            Grouping.Told(nation, sharing.ToHashSet(), before).Single().Members;

        var march = Told(all[..20]);
        march.Count.ShouldBe(20);
        Told(all[..21], march).ShouldBe(march, ignoreOrder: true, "one who joins waits for four others");
        Told(all[..25], march).Count.ShouldBe(25);

        var april = Told(all[1..20], march);
        april.ShouldNotContain("GM00");
        april.Count.ShouldBe(15);
        // The four that went along come back together with who joins.
        Told(all[1..21], march, april).Count.ShouldBe(15);
        Grouping.Told(nation, all[1..6].ToHashSet(), [all[..6].ToHashSet()]).ShouldBeEmpty();
    }

    [Fact]
    public void A_group_that_is_one_larger_than_another_is_not_told()
    {
        string[] all = [.. Enumerable.Range(0, 6).Select(number => $"GM{number}")];
        var told = Grouping.Told([new("nl", "", all.ToHashSet()), new("oost", "", all[..5].ToHashSet())], all.ToHashSet(), []);
        told.Select(mean => mean.Group).ShouldBe(["nl"]);
        Grouping.Told([new("nl", "", all[..4].ToHashSet())], all[..4].ToHashSet(), []).ShouldBeEmpty();
    }

    /// <summary>Six months in which municipalities begin and stop to share, alone and together, and regions change.</summary>
    private static List<IReadOnlyList<Grouping.Mean>> Months(string[] all, List<Grouping.Group> groups, Random random)
    {
        var sharing = all.Where(_ => random.Next(4) > 0).ToHashSet();
        var months = new List<IReadOnlyList<Grouping.Mean>>();
        for (var month = 0; month < 6; month++)
        {
            months.Add(Grouping.Told(groups, sharing, [.. months.SelectMany(means => means).Select(mean => mean.Members)]));
            foreach (var one in all.Where(_ => random.Next(12) == 0))
            {
                _ = sharing.Remove(one) || sharing.Add(one);
            }

            var changed = groups[^1] with { Members = all.Where(_ => random.Next(2) == 0).ToHashSet() };
            groups = [.. groups.SkipLast(1), changed];
        }

        return months;
    }

    private static double[] Row(string[] all, Grouping.Mean mean) => [.. all.Select(one => mean.Members.Contains(one) ? 1.0 : 0)];

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
