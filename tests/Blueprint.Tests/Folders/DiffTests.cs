using WebcareHub.Contracts.Api;
using WebcareHub.Testing;

namespace WebcareHub.Blueprint.Tests.Folders;

public sealed class DiffTests(BlueprintHost host) : IClassFixture<BlueprintHost>
{
    [Fact]
    public void Two_folders_differ_in_words()
    {
        using var folder = new FolderCopy();
        folder.Replace("regions/wadden/layer.yaml", "waitingPerColleague: 8", "waitingPerColleague: 6");
        folder.Replace("regions/wadden/layer.yaml", "Blijf minstens dertig meter weg", "Blijf minstens vijftig meter weg");
        folder.Replace("national/sjablonen.yaml", "templates:", "# Alleen dit\ntemplates:");
        using var output = new StringWriter();
        BlueprintFolder.Diff(folder.Path, ProjectFolders.Blueprint, output).ShouldBe(0);
        output
            .ToString()
            .ReplaceLineEndings("\n")
            .ShouldBe(
                """
                national: 0 onderdeel/onderdelen anders
                  In sjablonen.yaml zijn alleen opmerkingen of de opmaak anders.
                regions/wadden: 2 onderdeel/onderdelen anders
                  layer.yaml wadden-zeehond: Antwoord 'Zeehond op het strand' is gewijzigd. De tekst: 1 woord erbij, 1 woord weg. De tekst in de je-vorm: 1 woord erbij, 1 woord weg.
                    text: Blijf minstens[- dertig-]{+ vijftig+} meter weg en houd honden aan de lijn. Een zeehond die op het strand ligt, rust vaak uit. Een jong wacht soms op zijn moeder. Denkt u dat het dier ziek is? Bel dan 144. Zij sturen een zeehondenwachter die kijkt wat nodig is.
                    informal: Blijf minstens[- dertig-]{+ vijftig+} meter weg en houd honden aan de lijn. Een zeehond die op het strand ligt, rust vaak uit. Een jong wacht soms op zijn moeder. Denk je dat het dier ziek is? Bel dan 144. Zij sturen een zeehondenwachter die kijkt wat nodig is.
                  layer.yaml standaard: Overloopafspraak 'Overloop naar de pool Wadden' is gewijzigd. Voorwaarde 'meer wachtende vragen per collega dan dit' gaat van '8' naar '6'.
                2 laag/lagen anders.

                """.ReplaceLineEndings("\n")
            );
    }

    [Fact]
    public async Task A_folder_differs_from_what_is_in_force_and_from_any_release()
    {
        using var folder = new FolderCopy();
        await host.PublishFolderAsync(folder.Path);
        (await Diff(folder, null)).ShouldBe((0, "Er is geen verschil."));
        folder.Replace("regions/wadden/layer.yaml", "Wie de laatste boot mist, helpen we nu", "Wie de boot mist, helpen we meteen");
        (await Diff(folder, null)).Output.ShouldContain("De titel gaat van 'Wie de laatste boot mist, helpen we nu' naar");
        await host.PublishFolderAsync(folder.Path);
        (await Diff(folder, null)).ShouldBe((0, "Er is geen verschil."));
        (await Diff(folder, "wadden:1")).Output.ShouldContain("Wie de boot mist, helpen we meteen");
        (await Diff(folder, "wadden:9")).ShouldBe((1, "Er is geen versie of map 'wadden:9'. Schrijf laag:nummer, zoals nl:3, of een map."));
    }

    [Fact]
    public async Task The_service_tells_the_same_differences_to_who_may_read_the_layer()
    {
        using var folder = new FolderCopy();
        await host.PublishFolderAsync(folder.Path);
        folder.Replace("municipalities/GM0193/layer.yaml", "Hoi {naam},", "Goedemorgen {naam},");
        var number = (await host.PublishFolderAsync(folder.Path)).Single().Number;

        var reader = host.As("GM0193", "webcare");
        var changes = await host.GetAsync<ReleaseChanges>(reader, $"/api/v1/releases/GM0193/{number}/changes");
        changes.From.ShouldBe(number - 1);
        var entry = changes.Entries.ShouldHaveSingleItem();
        entry.Sentence.ShouldBe("De stem is gewijzigd. De begroeting gaat van 'Hoi {naam},' naar 'Goedemorgen {naam},'.");
        entry.Change.ShouldBe("changed");
        entry.Fields.Single().Words.Select(word => word.Change).ShouldBe([WordChange.Removed, WordChange.Added, WordChange.Same]);
        (await host.GetAsync<ReleaseChanges>(reader, $"/api/v1/releases/GM0193/{number}/changes?from=0")).Entries.ShouldAllBe(each =>
            each.Change == "added"
        );

        foreach (var path in new[] { $"GM0193/{number}/changes?from=99", "GM0088/1/changes", $"GM0193/{number + 1}/changes" })
        {
            using var answer = await host.SendAsync(HttpMethod.Get, $"/api/v1/releases/{path}", reader);
            ((int)answer.StatusCode).ShouldBe(404, path);
        }
    }

    private async Task<(int Code, string Output)> Diff(FolderCopy folder, string? release)
    {
        using var output = new StringWriter();
        var code = await host.Folder.DiffAsync(folder.Path, release, output, CancellationToken.None);
        return (code, output.ToString().Trim());
    }
}
