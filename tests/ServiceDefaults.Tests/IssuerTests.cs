using System.Net;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.Testing;

namespace WebcareHub.ServiceDefaults.Tests;

/// <summary>Tokens of a municipality's own identity provider, while it changes its keys or is away.</summary>
public sealed class IssuerTests : IAsyncLifetime
{
    private readonly MovableTime _time = new();
    private TestIssuer _issuer = null!;
    private TestService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _service = await TestService.StartAsync(
            builder => builder.Services.AddSingleton<TimeProvider>(_time),
            app => app.MapApi().MapGet("/echoes", (Caller caller) => TypedResults.Ok(caller)),
            ("Issuers:0:Authority", _issuer.Authority),
            ("Issuers:0:Municipalities:0", "GM0072")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_new_key_works_from_the_first_token_that_names_it_and_the_old_one_no_longer()
    {
        string old = _issuer.Token("GM0072", "webcare");
        (await StatusAsync(old)).ShouldBe(HttpStatusCode.OK);

        _issuer.ChangeKey();
        _time.Move(IssuerDiscovery.Pause);
        (await StatusAsync(_issuer.Token("GM0072", "webcare"))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(old)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("xeyJhbGciOiJSUzI1NiJ9.e30.c2ln")]
    [InlineData("..")]
    public async Task A_token_that_cannot_be_read_is_refused_as_any_other(string token) =>
        (await StatusAsync(token)).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_key_that_was_withdrawn_stops_working_within_the_hour()
    {
        string old = _issuer.Token("GM0072", "webcare");
        (await StatusAsync(old)).ShouldBe(HttpStatusCode.OK);

        _issuer.ChangeKey();
        (await StatusAsync(old)).ShouldBe(HttpStatusCode.OK);
        _time.Move(IssuerDiscovery.Kept);
        (await StatusAsync(old)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Made_up_keys_are_refused_without_asking_the_provider_each_time()
    {
        (await StatusAsync(_issuer.Token("GM0072", "webcare"))).ShouldBe(HttpStatusCode.OK);
        _time.Move(IssuerDiscovery.Pause);
        foreach (int _ in Enumerable.Range(0, 20))
        {
            (await StatusAsync(_issuer.ForgedToken("GM0072", "webcare"))).ShouldBe(HttpStatusCode.Unauthorized);
        }

        _issuer.KeyRequests.ShouldBe(2);
        (await StatusAsync(_issuer.Token("GM0072", "webcare"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task While_the_provider_is_away_known_keys_go_on_working_and_unknown_ones_wait()
    {
        _issuer.IsAway = true;
        (await StatusAsync(_issuer.Token("GM0072", "webcare"))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        _issuer.IsAway = false;
        (await StatusAsync(_issuer.Token("GM0072", "webcare"))).ShouldBe(HttpStatusCode.OK);

        _issuer.IsAway = true;
        _time.Move(IssuerDiscovery.Kept);
        (await StatusAsync(_issuer.Token("GM0072", "webcare"))).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using HttpRequestMessage request = _service.Request(HttpMethod.Get, "/api/v1/echoes", token);
        using HttpResponseMessage response = await _service.Client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Time that passes when it is told to, for whoever measures how long ago something was.</summary>
    private sealed class MovableTime : TimeProvider
    {
        private long _ticks = TimeSpan.TicksPerDay;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _ticks);

        internal void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
    }
}
