using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;

namespace WebcareHub.Workspace.Api;

/// <summary>Crises: what runs, what is ready, and what a coordinator does with them.</summary>
internal sealed class CrisisCalls(ApiCalls api)
{
    internal Task<CrisisBanner> Banner() => api.Get<CrisisBanner>("api/v1/crises/banner");

    internal Task<CrisisPage> List(CrisisState state, string? after = null) =>
        api.Get<CrisisPage>("api/v1/crises" + BlueprintCalls.Query(("state", state.ToString()), ("after", after)));

    internal Task<CrisisProposals> Proposals() => api.Get<CrisisProposals>("api/v1/crises/proposals");

    internal Task<CrisisOffices> Offices() => api.Get<CrisisOffices>("api/v1/crises/offices");

    internal Task<CrisisScenarios> Scenarios(string? layer) =>
        api.Get<CrisisScenarios>("api/v1/crises/scenarios" + BlueprintCalls.Query(("layer", layer)));

    /// <summary>What declaring would do; nothing happens.</summary>
    internal Task<CrisisPreview> Preview(string scenario, IReadOnlyList<string> scope, bool exercise) =>
        api.Get<CrisisPreview>(
            "api/v1/crises/preview"
                + BlueprintCalls.Query([
                    ("scenario", scenario),
                    .. scope.Select(code => ("scope", (string?)code)),
                    ("exercise", exercise ? "true" : "false"),
                ])
        );

    internal Task<CrisisDetail?> Prepare(PrepareCrisis crisis) => api.Post<CrisisDetail>("api/v1/crises", crisis);

    internal Task<CrisisDetail?> Declare(DeclareCrisis crisis) => api.Post<CrisisDetail>("api/v1/crises/declare", crisis);

    internal Task<CrisisDetail> Read(Guid id) => api.Get<CrisisDetail>(Path(id));

    internal Task<CrisisDetail?> Confirm(Guid id, ConfirmNational word) => api.Post<CrisisDetail>(Path(id) + "/confirm", word);

    internal Task<CrisisDetail?> Rescope(Guid id, ChangeScope scope) => api.Post<CrisisDetail>(Path(id) + "/scope", scope);

    internal Task<CrisisDetail?> End(Guid id, string why) => api.Post<CrisisDetail>(Path(id) + "/end", new WithReason(why));

    internal Task<CrisisDetail?> Move(Guid id, CrisisPhase phase, string why) =>
        api.Post<CrisisDetail>(Path(id) + "/phase", new ChangePhase(phase, why));

    internal Task<CrisisDetail?> SetAside(Guid id, string why) => api.Post<CrisisDetail>(Path(id) + "/set-aside", new WithReason(why));

    internal async Task<CrisisDetail?> Grip(Guid id, TellGrip grip) => await api.Put<CrisisDetail>(Path(id) + "/grip", grip);

    internal async Task<CrisisDetail?> NationalStructure(Guid id, bool atWork) =>
        await api.Put<CrisisDetail>(Path(id) + "/national-structure", new TellNationalStructure(atWork, null));

    internal async Task<CrisisDetail?> NextUpdate(Guid id, DateTimeOffset? next) =>
        await api.Put<CrisisDetail>(Path(id) + "/next-update", new SetNextUpdate(next));

    internal async Task<CrisisDetail?> Tick(Guid id, TickStep step) => await api.Put<CrisisDetail>(Path(id) + "/checklist", step);

    internal Task<CrisisLog> Log(Guid id) => api.Get<CrisisLog>(Path(id) + "/log");

    internal Task<CrisisDetail?> Write(Guid id, string words) => api.Post<CrisisDetail>(Path(id) + "/log", new NewLogLine(words));

    private static string Path(Guid id) => $"api/v1/crises/{id}";
}
