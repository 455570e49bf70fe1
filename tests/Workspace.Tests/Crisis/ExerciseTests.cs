using System.Security.Claims;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Crisis.Exercising;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Tests.Crisis;

/// <summary>Who steps into an exercise says so with every call, and no longer after stepping out.</summary>
public sealed class ExerciseTests
{
    private static readonly ClaimsPrincipal Sietske = new(new ClaimsIdentity([new Claim("municipality", "GM0088")], "workspace"));

    [Fact]
    public void Stepping_in_twice_and_out_once_is_out()
    {
        var inside = SwitchExercise.As(SwitchExercise.As(Sietske, inside: true), inside: true);
        inside.Workplace().ShouldBe("oef.GM0088");
        var outside = SwitchExercise.As(inside, inside: false);
        outside.Workplace().ShouldBe("GM0088");
        outside.Claims.Count().ShouldBe(Sietske.Claims.Count());
    }

    [Fact]
    public async Task Every_call_of_somebody_in_the_exercise_says_so()
    {
        (await Says(SwitchExercise.As(Sietske, inside: true))).ShouldBe("true");
        (await Says(Sietske)).ShouldBeNull();
    }

    private static async Task<string?> Says(ClaimsPrincipal user)
    {
        using var heard = new Heard();
        var services = new ServiceCollection();
        services.AddHttpClient(nameof(DeskClients)).ConfigurePrimaryHttpMessageHandler(() => heard);
        await using var provider = services.BuildServiceProvider();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Workspace:Api"] = "http://api.example/" })
            .Build();
        var clients = new DeskClients(
            provider.GetRequiredService<IHttpClientFactory>(),
            new Sessions(TimeProvider.System),
            null!,
            configuration
        );
        await Should.ThrowAsync<ApiRefusal>(() => clients.For(user).Me());
        return heard.Exercise;
    }

    private sealed class Heard : HttpMessageHandler
    {
        internal string? Exercise { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Exercise = request.Headers.TryGetValues("Webcare-Exercise", out var values) ? values.Single() : null;
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
        }
    }
}
