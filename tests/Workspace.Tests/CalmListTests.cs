using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Work;

namespace WebcareHub.Workspace.Tests;

public sealed class CalmListTests
{
    [Fact]
    public void What_stays_keeps_its_place() => Order(Rows("abc").Calmly(Rows("cab"))).ShouldBe("abc");

    [Fact]
    public void What_is_gone_goes() => Order(Rows("abc").Calmly(Rows("ac"))).ShouldBe("ac");

    [Fact]
    public void What_is_new_comes_after_the_one_before_it() => Order(Rows("abc").Calmly(Rows("abxc"))).ShouldBe("abxc");

    [Fact]
    public void What_is_new_at_the_top_comes_at_the_top() => Order(Rows("ab").Calmly(Rows("xyab"))).ShouldBe("xyab");

    [Fact]
    public void What_stays_shows_its_latest_state() => Rows("a").Calmly([Row('a', version: 7)])[0].Version.ShouldBe(7);

    private static List<ConversationRow> Rows(string names) => [.. names.Select(name => Row(name, 1))];

    private static string Order(IReadOnlyList<ConversationRow> rows) => string.Concat(rows.Select(row => row.ResidentName));

    private static ConversationRow Row(char name, long version) =>
        SampleRow.Of(new Guid(name, 0, 0, new byte[8]), name.ToString(), version);
}
