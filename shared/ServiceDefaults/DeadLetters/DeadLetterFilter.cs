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
        DeadMessage message = new(
            queue,
            context.GetMessageId(Guid.Empty).ToString(),
            MunicipalityOf(body),
            context.TransportHeaders.Get<string>("traceparent"),
            context.ContentType?.ToString() ?? "application/vnd.masstransit+json",
            body,
            reason,
            3,
            SubjectsOf(body)
        );
        return box.KeepAsync(message, context.CancellationToken);
    }

    /// <summary>Our contracts name the municipality; without it only an operator of the hub would find the message.</summary>
    private static string? MunicipalityOf(byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement message = document.RootElement.TryGetProperty("message", out JsonElement inner) ? inner : document.RootElement;
            return message.TryGetProperty("municipality", out JsonElement code) && code.ValueKind == JsonValueKind.String
                ? code.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Our contracts name a resident by <c>residentId</c> and by platform ids in <c>to</c>.</summary>
    private static List<string> SubjectsOf(byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement message = document.RootElement.TryGetProperty("message", out JsonElement inner) ? inner : document.RootElement;
            List<string> subjects = [];
            if (message.TryGetProperty("residentId", out JsonElement resident))
            {
                subjects.Add(resident.ToString());
            }

            if (message.TryGetProperty("to", out JsonElement to) && to.ValueKind == JsonValueKind.Array)
            {
                subjects.AddRange(to.EnumerateArray().Select(id => id.ToString()));
            }

            return subjects;
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
