using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Learning;

/// <summary><c>GET /api/v1/figures/topics/digest</c>: one page about a topic or theme, and the same as plain text.</summary>
internal static class ShowDigest
{
    internal static async Task<Results<Ok<TopicDigest>, NotFound, ProblemHttpResult>> Get(
        [AsParameters] Asked asked,
        Caller caller,
        Services services,
        CancellationToken ct
    ) =>
        asked.Figures.WhyNot() is { } sentence ? ShowFigures.Wrong(sentence)
        : await services.MakeAsync(caller, asked, ct) is { } digest ? TypedResults.Ok(digest)
        : TypedResults.NotFound();

    internal static async Task<Results<ContentHttpResult, NotFound, ProblemHttpResult>> GetText(
        [AsParameters] Asked asked,
        Caller caller,
        Services services,
        CancellationToken ct
    ) =>
        asked.Figures.WhyNot() is { } sentence ? ShowFigures.Wrong(sentence)
        : await services.MakeAsync(caller, asked, ct) is { } digest ? TypedResults.Text(Text(digest), "text/plain", Encoding.UTF8)
        : TypedResults.NotFound();

    private static string Text(TopicDigest digest)
    {
        var text = new StringBuilder($"{digest.Title}, {digest.ScopeTitle}\n{digest.From:d-M-yyyy} tot en met {digest.Until:d-M-yyyy}\n");
        foreach (var part in digest.Parts)
        {
            text.AppendJoin("", part.Lines.Select(line => $"- {line}\n").Prepend($"\n{part.Title}\n"));
        }

        return text.ToString();
    }

    /// <summary>What it is made with.</summary>
    internal sealed record Services(Scopes Scopes, Reporting Reporting, TimeProvider Time)
    {
        /// <summary>Null when the scope is not there for the caller, or the blueprint has no such topic or theme.</summary>
        internal async Task<TopicDigest?> MakeAsync(Caller caller, Asked asked, CancellationToken ct)
        {
            if (await Scopes.FindAsync(caller, asked.Scope, Scopes.Readers, asked.At, ct) is not { } scope)
            {
                return null;
            }

            var blueprint = scope.Blueprint.For(scope.Code);
            if (Subject.Find(blueprint, asked.Topic, asked.Theme) is not { } subject)
            {
                return null;
            }

            var period = Period.Of(asked.From, asked.Until, scope.At ?? Time.GetUtcNow());
            var all = await Reporting.CountedAsync(scope, period, ct);
            var days = asked.Until.DayNumber - asked.From.DayNumber + 1;
            var before = Period.Of(asked.From.AddDays(-days), asked.From.AddDays(-1), period.At);
            var earlier = await Reporting.CountedAsync(scope, before, ct);
            var digest = new Digest(subject, all, [.. earlier.Where(one => Digest.Holds(subject, one))], blueprint, !scope.Own);
            return new(
                scope.Code,
                scope.Title,
                scope.Open,
                subject.Topic,
                subject.Theme,
                subject.Title,
                asked.From,
                asked.Until,
                period.At,
                Subject.Choices(blueprint),
                digest.Parts()
            );
        }
    }

    /// <param name="Topic">One of both.</param>
    internal readonly record struct Asked(string? Scope, string? Topic, string? Theme, DateOnly From, DateOnly Until, DateTimeOffset? At)
    {
        internal ShowFigures.Asked Figures => new(Scope, From, Until, At);
    }
}
