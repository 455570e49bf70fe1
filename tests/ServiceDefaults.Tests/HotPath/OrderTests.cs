using System.Collections.Concurrent;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;

namespace WebcareHub.ServiceDefaults.Tests.HotPath;

public sealed class OrderTests : RecordedQueue
{
    [Fact]
    public async Task What_one_person_wrote_is_handled_in_the_order_it_came_however_long_each_takes()
    {
        const int each = 40;
        ConcurrentQueue<string> order = new();
        Recorder.Subject = delivery => delivery.MessageId.Split(' ')[0];
        Recorder.Fail = batch =>
        {
            foreach (HotDelivery delivery in batch)
            {
                order.Enqueue(delivery.MessageId);
            }

            Thread.Sleep(Random.Shared.Next(30));
            return null;
        };
        string[] people = [.. Enumerable.Range(0, 20).Select(number => $"p{number}")];
        await Parallel.ForEachAsync(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = 20 },
            async (person, _) =>
            {
                for (int number = 0; number < each; number++)
                {
                    await Publisher.PublishAsync([new(Queue, "{}"u8.ToArray(), $"{person} {number}", "GM0088")], default);
                }
            }
        );
        await Eventually.Async(() => Recorder.Handled.Count == people.Length * each, "all arrived", 30);
        ILookup<string, string> byPerson = order.ToLookup(id => id.Split(' ')[0]);
        people.ShouldAllBe(person => byPerson[person].SequenceEqual(Enumerable.Range(0, each).Select(number => $"{person} {number}")));
    }
}
