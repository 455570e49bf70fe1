using System.Net;
using WebcareHub.Ingest.Chat.Sites;

namespace WebcareHub.Ingest.Chat.Tests.Sites;

/// <summary>One who asks too much is stopped, and nobody else with them.</summary>
public sealed class LimitTests
{
    [Fact]
    public void An_address_that_asks_without_end_is_stopped_alone()
    {
        using var limits = Limits(people: 2);
        Repeat(() => limits.MayAsk(From("203.0.113.7")), 200).ShouldBe(40);
        limits.MayAsk(From("203.0.113.8")).ShouldBeTrue();
    }

    [Fact]
    public void A_household_with_a_network_of_addresses_is_one_household()
    {
        using var limits = Limits(people: 2);
        Enumerable.Range(0, 200).Count(n => limits.MayAsk(From($"2001:db8:1:2::{n:x}"))).ShouldBe(40);
        limits.MayAsk(From("2001:db8:1:3::1")).ShouldBeTrue();
    }

    [Fact]
    public void A_visitor_who_writes_without_end_is_stopped_alone()
    {
        using var limits = Limits(people: 50);
        Repeat(() => limits.May(Limit.Write, From("203.0.113.7"), Who(1)), 100).ShouldBe(20);
        limits.May(Limit.Write, From("203.0.113.7"), Who(2)).ShouldBeTrue();
    }

    [Fact]
    public void Lines_are_counted_while_they_are_open()
    {
        using var limits = Limits(people: 50);
        var http = Enumerable.Range(0, 13).Select(_ => From("203.0.113.7")).ToList();
        http.Count(line => limits.May(Limit.Follow, line, Who(1))).ShouldBe(12);
    }

    private static Limits Limits(int people) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Chat:PeoplePerAddress", $"{people}")]).Build());

    private static int Repeat(Func<bool> ask, int times) => Enumerable.Range(0, times).Count(_ => ask());

    private static Guest Who(byte number) => new() { TokenHash = [number] };

    private static DefaultHttpContext From(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }
}
