using System.CommandLine;
using WebcareHub.Blueprint;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Hub.Commands;

/// <summary>The blueprint folder: check it, compare it, publish it, write it.</summary>
internal static class BlueprintFiles
{
    private static readonly TimeZoneInfo Here = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static readonly Argument<string> Folder = new("folder")
    {
        Description = "Folder with national/, regions/ and municipalities/.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Blueprint__Folder") ?? "blueprint",
    };

    internal static Command Command() =>
        new("blueprint", "The shared blueprint.") { Lint(), Diff(), Backtesting.Command(), Publish(), Export() };

    private static Command Lint()
    {
        Command lint = new("lint", "Check the folder; prints what is wrong and where.") { Folder };
        lint.SetAction(parsed => BlueprintFolder.Lint(parsed.GetValue(Folder)!, Console.Out, Today()));
        return lint;
    }

    private static Command Diff()
    {
        Option<string?> against = new("--against") { Description = "A release (nl:3) or another folder; otherwise the releases in force." };
        Command diff = new("diff", "What the folder changes, entry by entry.") { Folder, against };
        diff.SetAction(
            async (parsed, ct) =>
            {
                (string folder, string? other) = (parsed.GetValue(Folder)!, parsed.GetValue(against));
                if (Directory.Exists(other))
                {
                    return BlueprintFolder.Diff(folder, other, Console.Out);
                }

                await using WebApplication app = OneProcess.Build([]);
                return await app.Services.GetRequiredService<BlueprintFolder>().DiffAsync(folder, other, Console.Out, ct);
            }
        );
        return diff;
    }

    private static Command Publish()
    {
        Option<string> notes = new("--notes") { Description = "What changed, Dutch.", DefaultValueFactory = _ => "Uit de map blueprint" };
        Option<string[]> after = new("--after")
        {
            Description = "The release the folder builds on (nl:3), for each layer; another one in between is refused.",
            AllowMultipleArgumentsPerToken = true,
        };
        Command publish = new("publish", "Publish every layer that changed.") { Folder, notes, after };
        publish.SetAction(
            async (parsed, ct) =>
            {
                if (Numbers(parsed.GetValue(after) ?? []) is not { } numbers)
                {
                    await Console.Error.WriteLineAsync("Schrijf achter --after laag:nummer, zoals nl:3.");
                    return 1;
                }

                return await PublishAsync(new(parsed.GetValue(Folder)!, parsed.GetValue(notes)!, numbers), ct);
            }
        );
        return publish;
    }

    private static Command Export()
    {
        Option<string?> layer = new("--layer") { Description = "Only this layer: nl, a region or a CBS code." };
        Command export = new("export", "Write the releases in force into the folder, byte for byte.") { Folder, layer };
        export.SetAction(async (parsed, ct) => await ExportAsync(parsed.GetValue(Folder)!, parsed.GetValue(layer), ct));
        return export;
    }

    private static async Task<int> PublishAsync(FolderOffer offer, CancellationToken ct)
    {
        await using WebApplication app = OneProcess.Build([]);
        try
        {
            AgentRef by = new($"cli:{Environment.UserName}", Environment.UserName);
            IReadOnlyList<Release> releases = await app.Services.GetRequiredService<BlueprintFolder>().PublishAsync(offer, by, ct);
            foreach (Release release in releases)
            {
                Console.WriteLine($"{release.Layer} {release.Number}");
            }

            Console.WriteLine($"{releases.Count} laag/lagen uitgebracht.");
            return 0;
        }
        catch (Exception refused) when (refused is FaultyBlueprintException or OvertakenBlueprintException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task<int> ExportAsync(string folder, string? layer, CancellationToken ct)
    {
        await using WebApplication app = OneProcess.Build([]);
        if (await WriteAsync(app.Services.GetRequiredService<BlueprintFolder>(), folder, layer, ct) is not { } releases)
        {
            await Console.Error.WriteLineAsync($"In {folder} kan niet worden geschreven.");
            return 1;
        }

        if (releases.Count == 0)
        {
            await Console.Error.WriteLineAsync(
                layer is null ? "Er is nog niets uitgebracht." : $"Van laag '{layer}' is niets uitgebracht."
            );
            return 1;
        }

        Console.WriteLine($"{releases.Count} laag/lagen geschreven. Publiceer straks met:");
        Console.WriteLine($"--after {string.Join(' ', releases.Select(release => $"{release.Layer}:{release.Number}"))}");
        return 0;
    }

    /// <summary>Null when the folder cannot be written.</summary>
    private static async Task<IReadOnlyList<Release>?> WriteAsync(BlueprintFolder files, string folder, string? layer, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return await files.ExportAsync(folder, layer, ct);
    }

    private static Dictionary<string, int>? Numbers(string[] releases)
    {
        Dictionary<string, int> numbers = [];
        foreach (string[] parts in releases.Select(release => release.Split(':', 2)))
        {
            if (parts.Length != 2 || !int.TryParse(parts[1], out int number) || number < 0)
            {
                return null;
            }

            numbers[parts[0]] = number;
        }

        return numbers;
    }

    /// <summary>The day it is in the Netherlands.</summary>
    internal static DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, Here).DateTime);
}
