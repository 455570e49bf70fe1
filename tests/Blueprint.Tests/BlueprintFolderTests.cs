namespace WebcareHub.Blueprint.Tests;

public sealed class BlueprintFolderTests(BlueprintHost host) : IClassFixture<BlueprintHost>
{
    [Fact]
    public async Task The_folder_is_published_whole_and_only_what_changed_is_published_again()
    {
        using var folder = new FolderCopy();
        var first = await host.PublishFolderAsync(folder.Path);
        first
            .Select(release => release.Layer)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["GM0072", "GM0088", "GM0193", "ijsselland", "nl", "wadden"]);
        var epoch = await host.EpochAsync();

        (await host.PublishFolderAsync(folder.Path)).ShouldBeEmpty();
        (await host.EpochAsync()).ShouldBe(epoch);

        folder.Replace("municipalities/GM0193/layer.yaml", "Hoi {naam},", "Dag {naam},");
        var second = await host.PublishFolderAsync(folder.Path);
        second
            .Single()
            .ShouldSatisfyAllConditions(
                release => release.Layer.ShouldBe("GM0193"),
                release => release.Number.ShouldBe(first.Single(made => made.Layer == "GM0193").Number + 1)
            );
        (await host.EpochAsync()).ShouldBeGreaterThan(epoch);
    }

    [Fact]
    public async Task One_fault_in_one_layer_keeps_all_layers_as_they_were()
    {
        using var folder = new FolderCopy();
        folder.Replace("municipalities/GM0193/layer.yaml", "Hoi {naam},", "Hallo {naam},");
        folder.Replace("regions/wadden/layer.yaml", "topics: [wadden.zeehond]", "topics: [wadden.zehond]");
        var epoch = await host.EpochAsync();
        var fault = await Should.ThrowAsync<FaultyBlueprintException>(() => host.PublishFolderAsync(folder.Path));
        fault.Message.ShouldContain("regions/wadden/layer.yaml:");
        fault.Message.ShouldContain("wadden.zeehond");
        (await host.EpochAsync()).ShouldBe(epoch);
    }

    [Fact]
    public void Lint_of_the_command_line_says_where_and_ends_with_one()
    {
        using var folder = new FolderCopy();
        folder.Replace("regions/wadden/layer.yaml", "topics: [wadden.zeehond]", "topics: [wadden.zehond]");
        using var output = new StringWriter();
        BlueprintFolder.Lint(folder.Path, output).ShouldBe(1);
        output.ToString().ShouldContain("regions/wadden/layer.yaml:");
        output.ToString().ShouldContain("1 fout");
    }

    [Fact]
    public void Lint_says_what_does_nothing_yet_and_lets_it_pass()
    {
        using var folder = new FolderCopy();
        using var output = new StringWriter();
        BlueprintFolder.Lint(folder.Path, output).ShouldBe(0);
        output.ToString().ShouldContain("Bij 'notify' krijgt nog niemand een seintje.");
        output.ToString().ShouldContain("geen opmerkingen");
    }

    [Fact]
    public void Lint_of_a_folder_without_a_blueprint_says_so()
    {
        using var output = new StringWriter();
        BlueprintFolder.Lint(Path.GetTempPath(), output).ShouldBe(1);
        output.ToString().ShouldContain("geen blauwdruk");
    }
}
