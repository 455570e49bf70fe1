using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using MassTransit;
using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Hub;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.Exercising;
using Channel = WebcareHub.Contracts.Channel;

namespace WebcareHub.Tidy.Tests;

/// <summary>
/// An exercise can reach no platform: everything that could leave is found by itself, so that a new channel, consumer or client stands behind the
/// gates or fails here.
/// </summary>
public sealed class ExerciseTests
{
    private const string Tenant = "oef.GM0088";

    // Everything else goes through PlatformHttp, which refuses in an exercise.
    private static readonly Dictionary<string, string> Callers = new()
    {
        ["WebcareHub.Channels"] = "PlatformHttp itself, and PublicNetwork below it",
        ["WebcareHub.ServiceDefaults"] = "keys of identity providers",
        ["WebcareHub.Workspace"] = "forwards to our own services",
    };

    [Fact]
    public async Task Every_channel_stands_behind_the_gate()
    {
        await using WebApplication hub = OneProcess.Build([.. Unstarted.Settings]);
        Adapters adapters = hub.Services.GetRequiredService<Adapters>();
        string[] served = [.. hub.Services.GetServices<IChannelAdapter>().Select(adapter => adapter.Channel)];

        served.Order().ShouldBe(Channel.All.Order());
        adapters.Codes.Order().ShouldBe(Channel.All.Order());
        foreach (string channel in served)
        {
            IChannelAdapter adapter = adapters.Of(channel);
            Should.Throw<ExerciseRefusedException>(() => adapter.Plan(Uninitialized<ReplyToSend>()), channel);
            SendResult sent = await adapter.SendAsync(Uninitialized<OutboundPart>(), default);
            sent.ShouldBeOfType<SendResult.Final>(channel).Code.ShouldBe("exercise");
            FetchResult fetched = await adapter.FetchAsync(Uninitialized<FileToFetch>(), default);
            fetched.ShouldBeOfType<FetchResult.Never>(channel).Reason.ShouldContain("oefening");
        }
    }

    [Fact]
    public async Task Every_message_a_channel_listens_for_shows_whose_it_is_and_is_refused_of_an_exercise()
    {
        await using WebApplication hub = OneProcess.Build([.. Unstarted.Settings]);
        BusSetup.Listener[] listeners =
        [
            .. hub.Services.GetServices<BusSetup.Listener>().Where(listener => Queues.IsOfChannel(listener.Queue)),
        ];
        Type[] messages = [.. listeners.SelectMany(MessagesOf).Distinct()];

        listeners.Select(listener => listener.Queue).Distinct().Count().ShouldBe(Channel.All.Count * 2);
        messages.Length.ShouldBeGreaterThanOrEqualTo(7);
        foreach (Type message in messages)
        {
            Check(message, Tenant).ShouldBeTrue($"{message.Name} of an exercise goes by");
            Check(message, "GM0088").ShouldBeFalse($"{message.Name} of a municipality is refused");
        }
    }

    [Fact]
    public void Clients_for_platforms_are_made_in_one_place()
    {
        string[] makers =
        [
            .. Directory
                .EnumerateFiles(AppContext.BaseDirectory, "WebcareHub.*.dll")
                .Where(file => !Path.GetFileName(file).Contains("Test", StringComparison.Ordinal) && MakesClients(file))
                .Select(file => Path.GetFileNameWithoutExtension(file)),
        ];

        makers.Order().ShouldBe(Callers.Keys.Order());
    }

    [Fact]
    public async Task A_call_that_an_exercise_asked_for_does_not_leave()
    {
        using HttpClient http = Channels.Calling.PlatformHttp.Create();
        ExerciseScope.Begin();

        await Should.ThrowAsync<ExerciseRefusedException>(() => http.GetAsync(new Uri("http://127.0.0.1:9/")));
        Should.Throw<ExerciseRefusedException>(() => http.Send(new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:9/")));
    }

    // Accounts, sites of the chat and files are the edge to platforms; of the rest, what leads an exercise stands beside it.
    [Fact]
    public async Task No_route_at_the_edge_to_platforms_works_in_an_exercise()
    {
        await using WebApplication hub = OneProcess.Build([.. Unstarted.Settings]);
        IEnumerable<RouteEndpoint> edge = ((IEndpointRouteBuilder)hub)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint =>
                new[] { "accounts", "chat", "files" }.Any(root =>
                    PatternOf(endpoint).StartsWith($"api/v1/{root}", StringComparison.Ordinal)
                )
            );

        edge.Count().ShouldBeGreaterThanOrEqualTo(8);
        edge.Where(endpoint => endpoint.Metadata.GetMetadata<ExerciseMark>()?.Use != ExerciseUse.Unmarked)
            .Select(PatternOf)
            .ShouldBeEmpty();
    }

    private static string PatternOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Trim('/');

    private static IEnumerable<Type> MessagesOf(BusSetup.Listener listener) =>
        listener
            .Consumer.GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(type => type.GetGenericArguments()[0]);

    private static bool Check(Type message, string tenant)
    {
        try
        {
            typeof(NoExercise)
                .GetMethod(nameof(NoExercise.CheckMessage))!
                .MakeGenericMethod(message)
                .Invoke(null, [Of(message, tenant), "a test"]);
            return false;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is ExerciseRefusedException)
        {
            return true;
        }
    }

    private static T Uninitialized<T>() => (T)Of(typeof(T), Tenant);

    /// <summary>A record of which nothing is known but its municipality: whoever looks further than the gate falls over.</summary>
    private static object Of(Type type, string tenant)
    {
        object record = RuntimeHelpers.GetUninitializedObject(type);
        type.GetField("<Municipality>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance)
            .ShouldNotBeNull($"{type.Name} names no municipality")
            .SetValue(record, tenant);
        return record;
    }

    private static bool MakesClients(string file)
    {
        using PEReader image = new(File.OpenRead(file));
        MetadataReader reader = image.GetMetadataReader();
        return reader
            .MemberReferences.Select(reader.GetMemberReference)
            .Where(member => reader.GetString(member.Name) == ".ctor" && member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => reader.GetTypeReference((TypeReferenceHandle)member.Parent))
            .Any(type =>
                reader.GetString(type.Name)
                    is "HttpClient"
                        or "SocketsHttpHandler"
                        or "HttpClientHandler"
                        or "ClientWebSocket"
                        or "Socket"
                        or "TcpClient"
                        or "SmtpClient"
            );
    }
}
