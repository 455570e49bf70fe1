using WebcareHub.Monitoring.Questions;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>The way of a message from webhook to work list, with nobody counting and with Monitoring beside it, turn by turn in one run.</summary>
internal static class KnowPath
{
    private const int Posts = 15_000;
    private const int Turns = 2;

    internal static async Task RunAsync(Table table)
    {
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
        await system.StartAsync("Routing");
        ServiceProcess ingest = await system.StartAsync("Ingest.WhatsApp");
        ServiceProcess monitoring = await system.StartAsync("Monitoring");
        await system.RegisterAsync(342);
        var webhooks = new Webhooks(342, system.Secret);
        await PathBench.MeasureAsync(system, webhooks, ingest, 3_000, 0);
        var (alone, beside) = (new List<double>(), new List<double>());
        for (int turn = 0; turn < Turns; turn++)
        {
            await monitoring.KillAsync();
            alone.Add((await PathBench.MeasureAsync(system, webhooks, ingest, Posts, 0)).Rate);
            await monitoring.StartAsync();
            await CaughtUpAsync(system);
            beside.Add((await PathBench.MeasureAsync(system, webhooks, ingest, Posts, 0)).Rate);
        }

        double slower = 100 * (1 - beside.Average() / alone.Average());
        table.Row("messages to the work list, nobody counting (reference)", Posts * Turns, "", alone.Average(), "", "", "");
        table.Row("messages to the work list, Monitoring counting", Posts * Turns, "", beside.Average(), "", "", "<= 15 % slower");
        table.Note(
            $"With Monitoring beside it messages come through {slower:0} % slower; the machine has {Environment.ProcessorCount} processors for all."
        );
    }

    /// <summary>What came in while nobody counted is not part of what is measured.</summary>
    private static async Task CaughtUpAsync(BenchSystem system)
    {
        long last = await system.CountAsync("select max(seq_id) from events.mt_events");
        while (
            await system.CountAsync($"select last_seq_id from events.mt_event_progression where name = '{QuestionsSubscriber.Checkpoint}'")
            < last
        )
        {
            await Task.Delay(100);
        }
    }
}
