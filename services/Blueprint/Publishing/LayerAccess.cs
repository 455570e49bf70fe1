using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>
/// Who may read and write which layer. What is shared (national, regions) everyone may read; a municipality's own layer holds its accounts and
/// people's work lists and stays at home. An editor writes the own layer, an operator any; a shared layer is written by its team besides
/// (<see cref="Teams.BlueprintTeams"/>).
/// </summary>
internal static class LayerAccess
{
    internal static bool MayRead(this Caller caller, string layer) =>
        !LayerCode.IsMunicipality(layer) || layer == caller.Municipality || IsOperator(caller);

    internal static bool MayWrite(this Caller caller, string layer) =>
        IsOperator(caller) || (layer == caller.Municipality && caller.Roles.Contains("editor"));

    private static bool IsOperator(Caller caller) => caller.Roles.Contains("operator");
}
