namespace WebcareHub.Blueprint.Tests.Folders;

/// <summary>Folder to service to folder: nothing may get lost on the way.</summary>
public sealed class RoundTripTests(BlueprintHost host) : IClassFixture<BlueprintHost>
{
    [Fact]
    public async Task The_whole_starting_blueprint_comes_out_byte_for_byte_as_it_went_in()
    {
        using var folder = new FolderCopy();
        folder.Replace("regions/wadden/layer.yaml", "\n", "\r\n");
        folder.Write("national/uitleg.md", "Zonder regeleinde aan het eind, met é, ’ en een tab\t.");
        folder.Write("municipalities/GM0193/merk.yaml", "\uFEFF# Met een merkteken vooraan en niets dan dit\n\n\n");
        await host.PublishFolderAsync(folder.Path);

        var target = Directory.CreateTempSubdirectory("webcare-export").FullName;
        try
        {
            var releases = await host.Folder.ExportAsync(target, null, CancellationToken.None);
            releases.Select(release => release.Layer).ShouldBe(["GM0072", "GM0088", "GM0193", "ijsselland", "nl", "wadden"]);
            var (before, after) = (folder.Bytes(), FolderCopy.BytesOf(target));
            // The folder's own introduction is not part of any layer.
            before.Remove("README.md");
            after.Keys.Order(StringComparer.Ordinal).ShouldBe(before.Keys.Order(StringComparer.Ordinal));
            // The schemas are made from the language; another test holds the folder to them.
            foreach (var (path, bytes) in before.Where(file => !file.Key.StartsWith("schema/", StringComparison.Ordinal)))
            {
                after[path].SequenceEqual(bytes).ShouldBeTrue(path);
            }

            (await host.PublishFolderAsync(target)).ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(target, true);
        }
    }

    [Fact]
    public async Task What_is_no_longer_part_of_a_layer_goes_and_what_never_was_stays()
    {
        using var folder = new FolderCopy();
        await host.PublishFolderAsync(folder.Path);
        folder.Write("regions/wadden/oud.yaml", "topics: []\n");
        folder.Write("regions/wadden/kladblok.txt", "Van mij");
        (await host.Folder.ExportAsync(folder.Path, "wadden", CancellationToken.None)).Single().Layer.ShouldBe("wadden");
        folder.Bytes().ShouldNotContainKey("regions/wadden/oud.yaml");
        folder.Bytes().ShouldContainKey("regions/wadden/kladblok.txt");
        (await host.Folder.ExportAsync(folder.Path, "GM9999", CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_people_who_publish_at_once_one_hears_who_was_first()
    {
        using var folder = new FolderCopy();
        using var other = new FolderCopy();
        var nl = (await host.PublishFolderAsync(folder.Path)).FirstOrDefault(release => release.Layer == "nl")?.Number ?? await Last("nl");
        folder.Replace("national/layer.yaml", "Korte zinnen, gewone woorden.", "Korte zinnen en gewone woorden.");
        other.Replace("national/layer.yaml", "Korte zinnen, gewone woorden.", "Gewone woorden, korte zinnen.");

        var outcomes = await Task.WhenAll(Publish(folder, nl, "Een"), Publish(other, nl, "Twee"));

        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        var conflict = outcomes.OfType<OvertakenBlueprintException>().Single().Message;
        conflict.ShouldStartWith($"Beheer publiceerde intussen versie {nl + 1} van laag nl: ");
        conflict.ShouldEndWith("Neem die wijzigingen eerst over.");
        (await Last("nl")).ShouldBe(nl + 1);
    }

    [Fact]
    public async Task A_folder_that_others_have_gone_past_takes_nothing_back_when_asked_so()
    {
        using var folder = new FolderCopy();
        await host.PublishFolderAsync(folder.Path);
        using var screen = new FolderCopy();
        screen.Replace("municipalities/GM0088/layer.yaml", "layer:", "# Van het scherm\nlayer:");
        (await host.PublishFolderAsync(screen.Path)).ShouldHaveSingleItem();
        var offer = new FolderOffer(folder.Path, "De map", KeepNewer: true);
        (await host.Folder.PublishAsync(offer, BlueprintHost.Operator, CancellationToken.None)).ShouldBeEmpty();
    }

    private async Task<Exception?> Publish(FolderCopy folder, int after, string notes)
    {
        try
        {
            var offer = new FolderOffer(folder.Path, notes, new Dictionary<string, int> { ["nl"] = after });
            await host.Folder.PublishAsync(offer, BlueprintHost.Operator, CancellationToken.None);
            return null;
        }
        catch (OvertakenBlueprintException overtaken)
        {
            return overtaken;
        }
    }

    private async Task<int> Last(string layer)
    {
        var releases = await host.GetAsync<Contracts.Api.Releases>(host.As("GM0072", "webcare"), $"/api/v1/releases?layer={layer}");
        return releases.Items.Max(release => release.Number);
    }
}
