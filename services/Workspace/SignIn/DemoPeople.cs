namespace WebcareHub.Workspace.SignIn;

/// <summary>Somebody to sign in as in Development.</summary>
internal sealed record DemoPerson(
    string Id,
    string Name,
    string Municipality,
    string MunicipalityName,
    string Role,
    IReadOnlyList<string> Roles
);

/// <summary>People of the demo municipalities. The names are made up.</summary>
internal static class DemoPeople
{
    internal static readonly IReadOnlyList<DemoPerson> All =
    [
        new("demo-sietske", "Sietske Visser", "GM0088", "Schiermonnikoog", Texts.RoleWebcare, ["webcare"]),
        new("demo-wybe", "Wybe Talsma", "GM0088", "Schiermonnikoog", Texts.RoleSpokesperson, ["webcare", "spokesperson"]),
        new("demo-fenna", "Fenna Dijkstra", "GM0088", "Schiermonnikoog", Texts.RoleAdmin, ["webcare", "admin"]),
        new("demo-tjitske", "Tjitske Teensma", "GM0088", "Schiermonnikoog", Texts.RoleEditor, ["webcare", "editor"]),
        new("demo-hidde", "Hidde Postma", "GM0072", "Harlingen", Texts.RoleWebcare, ["webcare"]),
        new("demo-jeltje", "Jeltje Bakker", "GM0072", "Harlingen", Texts.RoleAdmin, ["webcare", "admin"]),
        new("demo-douwe", "Douwe Zijlstra", "GM0072", "Harlingen", Texts.RoleEditor, ["webcare", "editor"]),
        new("demo-nynke", "Nynke Sinnema", "GM0072", "Harlingen", Texts.RoleSpokesperson, ["webcare", "spokesperson"]),
        new("demo-renske", "Renske Hofstra", "GM0072", "Harlingen", Texts.RoleCoordinator, ["webcare", "manager"]),
        new("demo-samira", "Samira el Amrani", "GM0193", "Zwolle", Texts.RoleWebcare, ["webcare"]),
        new("demo-bram", "Bram Oldenkamp", "GM0193", "Zwolle", Texts.RoleWebcare, ["webcare"]),
        new("demo-anouk", "Anouk ten Have", "GM0193", "Zwolle", Texts.RoleSpokesperson, ["webcare", "spokesperson"]),
        new("demo-joris", "Joris Kamphuis", "GM0193", "Zwolle", Texts.RoleAdmin, ["webcare", "admin"]),
        new("demo-ilse", "Ilse Wolters", "GM0193", "Zwolle", Texts.RoleEditor, ["webcare", "editor"]),
        new("demo-emre", "Emre Aksoy", "GM0193", "Zwolle", Texts.RoleCoordinator, ["webcare", "spokesperson", "manager"]),
        new("demo-aukje", "Aukje Daalder", "GM0448", "Texel", Texts.RoleNewcomer, ["webcare", "editor", "admin"]),
    ];
}
