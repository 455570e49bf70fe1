using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using WebcareHub.Contracts.Api;
using WebcareHub.Testing;
using WebcareHub.Workspace.Overview.Now;

namespace WebcareHub.Benchmarks;

/// <summary>
/// People who have the newsroom open. Looking is done as the workspace does it, one look per place and turn over HTTP at the Monitoring process;
/// each screen is drawn anew for each person by the components of the workspace, here in this process, up to the batch that would be sent.
/// </summary>
internal static class KnowWatchers
{
    internal const int People = 300;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    /// <summary>Cores that Monitoring and drawing the screens took, and how many screens were drawn.</summary>
    internal static async Task<(double Monitoring, double Screens, long Drawn)> RunAsync(
        BenchSystem system,
        ServiceProcess monitoring,
        string[] codes,
        TimeSpan length
    )
    {
        await using Screens screens = new();
        var watch = new NewsroomWatch(TimeProvider.System);
        List<IDisposable> seats = [];
        for (int person = 0; person < People; person++)
        {
            seats.Add(await SitAsync(system, monitoring, screens, watch, PlaceOf(person, codes)));
        }

        await Task.Delay(Pace * 2);
        (TimeSpan other, TimeSpan own, long drawn) = (monitoring.Processor, Environment.CpuUsage.TotalTime, screens.Drawn);
        long began = Stopwatch.GetTimestamp();
        await Task.Delay(length);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        (double Monitoring, double Screens, long Drawn) used = (
            (monitoring.Processor - other).TotalSeconds / seconds,
            (Environment.CpuUsage.TotalTime - own).TotalSeconds / seconds,
            screens.Drawn - drawn
        );
        seats.ForEach(seat => seat.Dispose());
        return used;
    }

    // Twenty see the nation, the others their own municipality, three to each.
    private static (string Scope, string Municipality) PlaceOf(int person, string[] codes) =>
        person < 20 ? ("nl", "GM0088") : (codes[person / 3 % codes.Length], codes[person / 3 % codes.Length]);

    private static async Task<IDisposable> SitAsync(
        BenchSystem system,
        ServiceProcess monitoring,
        Screens screens,
        NewsroomWatch watch,
        (string Scope, string Municipality) place
    )
    {
        HttpClient client = system.As(monitoring, place.Municipality, "webcare");
        async Task<Newsroom> LookAsync() => (await client.GetFromJsonAsync<Newsroom>($"/api/v1/newsroom?scope={place.Scope}"))!;
        Action<Newsroom> draw = screens.Open(await LookAsync());
        return watch.Join(
            new(place.Scope, false),
            Pace,
            new(
                LookAsync,
                (seen, _) =>
                {
                    if (seen is not null)
                    {
                        draw(seen);
                    }
                }
            )
        );
    }

#pragma warning disable BL0006 // A renderer of one's own: only its batches are looked at, and not what is in them.
    /// <summary>Draws the parts of the newsroom; what changed of a screen is worked out as in a circuit, and sent nowhere.</summary>
    private sealed class Screens : Microsoft.AspNetCore.Components.RenderTree.Renderer
    {
        private static readonly Type[] Parts =
        [
            typeof(NumberTiles),
            typeof(HoursToday),
            typeof(RisingList),
            typeof(ChannelTable),
            typeof(MunicipalityTable),
        ];

        private long _drawn;

        internal Screens()
            : base(new ServiceCollection().BuildServiceProvider(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance) { }

        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        internal long Drawn => Interlocked.Read(ref _drawn);

        /// <summary>One screen; call the answer to show something new on it.</summary>
        internal Action<Newsroom> Open(Newsroom first)
        {
            int[] parts = Dispatcher
                .InvokeAsync(() => Parts.Select(part => AssignRootComponentId(InstantiateComponent(part))).ToArray())
                .Result;
            void Draw(Newsroom of)
            {
                var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Of"] = of });
                Task drawing = Dispatcher.InvokeAsync(() => Task.WhenAll(parts.Select(part => RenderRootComponentAsync(part, parameters))));
                drawing.GetAwaiter().GetResult();
                Interlocked.Increment(ref _drawn);
            }

            Draw(first);
            return Draw;
        }

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch) => Task.CompletedTask;

        protected override void HandleException(Exception exception) => throw new InvalidOperationException("A screen fails.", exception);
    }
#pragma warning restore BL0006
}
