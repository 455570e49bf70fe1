using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.Guiding;

/// <summary>The partner that a rule refers the open question to, among what applies here.</summary>
internal static class Referral
{
    private const string Refer = "refer";

    public static IEnumerable<GuidanceEntry> Of(DeskView view)
    {
        var step = view
            .Events.Select(recorded => recorded.Data)
            .OfType<QuestionRecognised>()
            .Where(question => question.QuestionId == view.Conversation.QuestionId)
            .SelectMany(question => question.Trace)
            .LastOrDefault(step => step.Set.ContainsKey(Refer));
        if (step is not null && view.Blueprint.Partners.FirstOrDefault(partner => partner.Id == step.Set[Refer]) is { } partner)
            yield return new(
                partner.Id,
                $"Verwijs naar {partner.Title}",
                string.Join(' ', new[] { partner.Text, partner.Phone, partner.Url }.Where(part => !string.IsNullOrEmpty(part))),
                step.Layer
            );
    }
}
