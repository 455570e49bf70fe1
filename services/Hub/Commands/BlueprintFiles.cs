using System.CommandLine;
using WebcareHub.Blueprint;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Hub.Commands;

/// <summary>The blueprint folder: check it, publish it.</summary>
internal static class BlueprintFiles
{
    internal static Command Command()
    {
        Argument<string> folder = new("folder")
        {
            Description = "Folder with national/, regions/ and municipalities/.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Blueprint__Folder") ?? "blueprint",
        };
        Option<string> notes = new("--notes") { Description = "What changed, Dutch.", DefaultValueFactory = _ => "Uit de map blueprint" };
        Command lint = new("lint", "Check the folder; prints what is wrong and where.") { folder };
        lint.SetAction(parsed => BlueprintFolder.Lint(parsed.GetValue(folder)!, Console.Out));
        Command publish = new("publish", "Publish every layer that changed.") { folder, notes };
        publish.SetAction(async (parsed, ct) => await PublishAsync(parsed.GetValue(folder)!, parsed.GetValue(notes)!, ct));
        return new Command("blueprint", "The shared blueprint.") { lint, publish };
    }

    private static async Task<int> PublishAsync(string folder, string notes, CancellationToken ct)
    {
        await using WebApplication app = OneProcess.Build([]);
        try
        {
            AgentRef by = new($"cli:{Environment.UserName}", Environment.UserName);
            IReadOnlyList<Release> releases = await app.Services.GetRequiredService<BlueprintFolder>().PublishAsync(folder, notes, by, ct);
            foreach (Release release in releases)
            {
                Console.WriteLine($"{release.Layer} {release.Number}");
            }

            Console.WriteLine($"{releases.Count} laag/lagen uitgebracht.");
            return 0;
        }
        catch (FaultyBlueprintException faulty)
        {
            await Console.Error.WriteLineAsync(faulty.Message);
            return 1;
        }
    }
}
