using System.Text.Json;
using MassTransit;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>Where MassTransit would move a failed or unknown message to an error queue, it goes to the one place for dead letters.</summary>
internal sealed class DeadLetterFilter(DeadLetterBox box, string queue) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) =>
        KeepAsync(context, DeadMessage.ReasonOf(context.Exception));

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => KeepAsync(context, "No consumer for this message.");

    public void Probe(ProbeContext context) => context.CreateFilterScope("dead-letters");

    private Task KeepAsync(ReceiveContext context, string reason)
    {
        byte[] body = context.Body.GetBytes();
        (string? municipality, List<string> subjects) = Read(body);
        DeadMessage message = new(
            queue,
            context.GetMessageId(Guid.Empty).ToString(),
            municipality,
            context.TransportHeaders.Get<string>("traceparent"),
            context.ContentType?.ToString() ?? "application/vnd.masstransit+json",
            body,
            reason,
            3,
            subjects
        );
        return box.KeepAsync(message, context.CancellationToken);
    }

    /// <summary>
    /// Our contracts name the municipality (without it only an operator of the hub would find the message), and a resident by <c>residentId</c>
    /// and by platform ids in <c>to</c>.
    /// </summary>
    private static (string? Municipality, List<string> Subjects) Read(byte[] body)
    {
        List<string> subjects = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            JsonElement message =
                root.ValueKind == JsonValueKind.Object && root.TryGetProperty("message", out JsonElement inner) ? inner : root;
            if (message.ValueKind != JsonValueKind.Object)
            {
                return (null, subjects);
            }

            if (message.TryGetProperty("residentId", out JsonElement resident))
            {
                subjects.Add(resident.ToString());
            }

            if (message.TryGetProperty("to", out JsonElement to) && to.ValueKind == JsonValueKind.Array)
            {
                subjects.AddRange(to.EnumerateArray().Select(id => id.ToString()));
            }

            bool isNamed = message.TryGetProperty("municipality", out JsonElement code) && code.ValueKind == JsonValueKind.String;
            return (isNamed ? code.GetString() : null, subjects);
        }
        catch (JsonException)
        {
            return (null, subjects);
        }
    }
}
