using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WebcareHub.Tidy.Tests;

/// <summary>How types are named, sealed, shown and described.</summary>
public sealed class TypesTests
{
    private static readonly string[] EmptySuffixes = ["Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Dto", "IntegrationEvent"];

    // With one implementer today, and why they are interfaces all the same.
    private static readonly Dictionary<string, string> Awaited = [];

    // Public in a service, and why.
    private static readonly Dictionary<string, string> Shown = new()
    {
        ["WorkspaceService"] = "composed by the Hub",
        ["IngestWhatsAppService"] = "composed by the Hub",
        ["IngestChatService"] = "composed by the Hub",
        ["ChatSites"] = "command line: the demo says where its chats stand",
        ["IngestSocialService"] = "composed by the Hub",
        ["RoutingService"] = "composed by the Hub",
        ["BlueprintService"] = "composed by the Hub",
        ["MonitoringService"] = "composed by the Hub",
        ["CrisisService"] = "composed by the Hub",
        ["PoolFounding"] = "command line: the demo founds two pools",
        ["Preparing"] = "command line: the demo prepares a crisis",
        ["BlueprintTeams"] = "command line: the demo names a national team",
        ["OneProcess"] = "the Hub itself, for tests of all services together",
        ["BlueprintFolder"] = "command line: blueprint lint, diff, publish and export",
        ["FolderBacktest"] = "command line: blueprint backtest",
        ["CountingAnew"] = "command line: monitoring status and rebuild",
        ["FolderOffer"] = "what BlueprintFolder publishes",
        ["FaultyBlueprintException"] = "what BlueprintFolder throws",
        ["OvertakenBlueprintException"] = "what BlueprintFolder throws",
        ["WorkFloor"] = "a page's code: Blazor makes pages public",
        ["CostsGiven"] = "a form: Blazor fills it",
        ["Bar"] = "what a chart is given: what Blazor hands to a part of a page is public",
        ["StackedBar"] = "what a chart is given",
        ["LinePoint"] = "what a chart is given",
        ["Bucket"] = "what a chart is given",
        ["BucketMark"] = "what a chart is given",
        ["PeriodKind"] = "what parts of a report are given",
        ["ReportWords"] = "what parts of a report are given",
    };

    [Fact]
    public void A_name_says_what_a_type_is() =>
        Sources
            .All<BaseTypeDeclarationSyntax>("services", "shared", "tests")
            .Where(type => EmptySuffixes.Any(suffix => type.Node.Identifier.Text.EndsWith(suffix, StringComparison.Ordinal)))
            .Select(Name)
            .ShouldBeEmpty();

    [Fact]
    public void An_interface_has_several_implementers()
    {
        var bases = Sources
            .All<BaseTypeDeclarationSyntax>("services", "shared", "tests")
            .SelectMany(type => type.Node.BaseList?.Types.Select(one => one.Type.ToString().Split('<')[0]) ?? [])
            .ToLookup(name => name);
        var lonely = Sources
            .All<InterfaceDeclarationSyntax>("services", "shared", "tests")
            .Where(type => bases[type.Node.Identifier.Text].Take(2).Count() < 2)
            .ToList();

        lonely.Where(type => !Awaited.ContainsKey(type.Node.Identifier.Text)).Select(Name).ShouldBeEmpty();
        Awaited.Keys.Except(lonely.Select(type => type.Node.Identifier.Text)).ShouldBeEmpty("is not lonely, or not there");
    }

    [Fact]
    public void A_service_shows_only_what_the_hub_composes()
    {
        var shown = Sources
            .All<BaseTypeDeclarationSyntax>("services")
            .Where(type => Has(type.Node, SyntaxKind.PublicKeyword) && type.Node.Parent is not TypeDeclarationSyntax)
            .ToList();

        shown.Where(type => !Shown.ContainsKey(type.Node.Identifier.Text)).Select(Name).ShouldBeEmpty();
        Shown.Keys.Except(shown.Select(type => type.Node.Identifier.Text)).ShouldBeEmpty("is not public, or not there");
    }

    [Fact]
    public void A_class_is_sealed_unless_others_build_on_it()
    {
        var bases = Sources
            .All<BaseTypeDeclarationSyntax>("services", "shared", "tests")
            .SelectMany(type => type.Node.BaseList?.Types.Select(one => one.Type.ToString().Split('<')[0].Split('.')[^1]) ?? [])
            .ToHashSet();

        Sources
            .All<TypeDeclarationSyntax>("services", "shared")
            .Where(type =>
                type.Node
                    is ClassDeclarationSyntax
                        or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword }
            )
            .Where(type =>
                !Has(type.Node, SyntaxKind.SealedKeyword)
                && !Has(type.Node, SyntaxKind.StaticKeyword)
                && !Has(type.Node, SyntaxKind.AbstractKeyword)
            )
            .Where(type => !bases.Contains(type.Node.Identifier.Text))
            .Select(Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_is_shared_and_public_is_described() =>
        Sources
            .All<BaseTypeDeclarationSyntax>("shared")
            .Where(type => type.Node.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().All(one => Has(one, SyntaxKind.PublicKeyword)))
            .Where(type => !type.Node.GetLeadingTrivia().ToFullString().Contains("///", StringComparison.Ordinal))
            .Select(Name)
            .ShouldBeEmpty();

    [Fact]
    public void Code_is_not_folded_away_in_regions() =>
        Sources
            .Files("*.cs", "services", "shared", "tests")
            .Where(file => Sources.Parse(file).DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)))
            .ShouldBeEmpty();

    private static bool Has(BaseTypeDeclarationSyntax type, SyntaxKind modifier) => type.Modifiers.Any(modifier);

    private static string Name<T>((string File, T Node) type)
        where T : BaseTypeDeclarationSyntax => $"{type.File}: {type.Node.Identifier.Text}";
}
