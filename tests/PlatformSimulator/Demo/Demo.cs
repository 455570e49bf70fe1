using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Demo;

/// <summary>The page to write as a resident, the first messages of the demo, and a busy afternoon.</summary>
internal static class Demo
{
    private static readonly string[] PageFiles = ["simulator.css", "simulator.js", "website.css"];

    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<Script>().AddSingleton<BusyAfternoon>().AddHostedService<Seed>();

    public static void MapDemo(this WebApplication app)
    {
        app.MapGet("/", () => Asset("page/index.html", "text/html; charset=utf-8"));
        foreach (var file in PageFiles)
            app.MapGet(
                "/" + file,
                () => Asset("page/" + file, file.EndsWith("css", StringComparison.Ordinal) ? "text/css" : "text/javascript")
            );
        app.MapGet("/site/{account}", Website.Get);
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/simulator/numbers", ListNumbers);
        app.MapPost("/simulator/busy-afternoon", (BusyAfternoon afternoon) => afternoon.Start());
    }

    internal static Stream Open(string name) =>
        typeof(Demo).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"{name} is not in this assembly.");

    private static IResult Asset(string name, string contentType) => Results.Stream(Open(name), contentType);

    private static IEnumerable<NumberView> ListNumbers(Numbers numbers, Chats chats, Script script) =>
        numbers.All.Select(number => new NumberView(
            number.Id,
            number.DisplayNumber,
            number.Municipality,
            number.Name,
            [
                .. script
                    .Residents(number.Municipality)
                    .Concat(
                        chats
                            .All.Where(chat => chat.Number == number)
                            .Select(chat => new ResidentView(chat.Resident.Key, chat.Resident.Name ?? chat.Resident.Key))
                    )
                    .DistinctBy(resident => resident.Resident)
                    .Take(200),
            ]
        ));
}
