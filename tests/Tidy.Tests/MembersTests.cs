using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WebcareHub.Tidy.Tests;

/// <summary>How long a method is and how much it asks for.</summary>
public sealed class MembersTests
{
    private const int LongestMethod = 30;
    private const int LongestTable = 60;
    private const int MostParameters = 5;

    [Fact]
    public void A_method_fits_on_a_screen() =>
        Sources
            .All<MethodDeclarationSyntax>("services", "shared", "tests")
            .Where(method =>
                Lines(method.Node) > Longest.GetValueOrDefault(Name(method.Node), IsTable(method.Node) ? LongestTable : LongestMethod)
            )
            .Select(method => $"{method.File}: {method.Node.Identifier.Text}, {Lines(method.Node)} lines")
            .ShouldBeEmpty();

    [Fact]
    public void Every_longer_method_is_longer_still() =>
        Longest
            .Keys.Except(
                Sources
                    .All<MethodDeclarationSyntax>("services", "shared", "tests")
                    .Where(method => Lines(method.Node) > (IsTable(method.Node) ? LongestTable : LongestMethod))
                    .Select(method => Name(method.Node))
            )
            .ShouldBeEmpty();

    // Longer than this test allows, and how long: they may shrink and leave the list, never grow.
    private static readonly Dictionary<string, int> Longest = new()
    {
        ["RecordOutcome.Decide"] = 37,
        ["GetGuidance.Get"] = 35,
        ["PooledBody.ReadAsync"] = 32,
        ["FileStore.WriteAsync"] = 36,
        ["Draft.Apply"] = 31,
        ["FieldCheck.Check"] = 41,
        ["FieldCheck.Parts"] = 31,
        ["FieldSchema.Of"] = 39,
        ["SlotText.Walk"] = 31,
        ["Description.AddErrors"] = 31,
        ["OddPostTests.Damage"] = 37,
        ["DeskTests.A_message_is_routed_answered_and_its_delivery_shown"] = 59,
        ["Forgetting.Nothing_of_an_erased_resident_is_in_any_table_and_the_counts_stay"] = 34,
    };

    // Older than this test. Each may leave the list, none may be added without its reason.
    private static readonly Dictionary<string, string> Wider = new()
    {
        ["ReadIdentity.Changed"] = "the fields of one notice, read one by one",
        ["ReadMessage.Plain"] = "the fields of one message, read one by one",
        ["SettleReply.Decide"] = "a decision over one part of a reply",
        ["Amend.Decide"] = "one decision for edits, deletions and reactions",
        ["ListConversations.Command"] = "the filters of one query",
        ["FileStore.WriteAsync"] = "a stream with what was announced about it",
        ["Reception.Of"] = "the fields of one contract",
        ["DevelopmentSigner.Token"] = "the claims of one token",
    };

    // An endpoint's parameters are bound one by one: its services and the caller do not count, nor does a token to stop by.
    [Fact]
    public void A_method_asks_for_five_things_at_most() =>
        Sources
            .All<MethodDeclarationSyntax>("services", "shared", "tests")
            .Where(method => !IsEndpoint(method.Node) && Asked(method.Node) > MostParameters && !Wider.ContainsKey(Name(method.Node)))
            .Select(method => $"{method.File}: {method.Node.Identifier.Text}, {Asked(method.Node)} parameters")
            .ShouldBeEmpty();

    [Fact]
    public void Every_method_that_may_ask_for_more_still_does() =>
        Wider
            .Keys.Except(
                Sources
                    .All<MethodDeclarationSyntax>("services", "shared", "tests")
                    .Where(method => !IsEndpoint(method.Node) && Asked(method.Node) > MostParameters)
                    .Select(method => Name(method.Node))
            )
            .ShouldBeEmpty();

    private static string Name(MethodDeclarationSyntax method) =>
        $"{((BaseTypeDeclarationSyntax)method.Parent!).Identifier.Text}.{method.Identifier.Text}";

    // Between its braces, without the lines of SQL and other text it holds.
    private static int Lines(MethodDeclarationSyntax method)
    {
        CSharpSyntaxNode body = (CSharpSyntaxNode?)method.Body ?? method.ExpressionBody ?? (CSharpSyntaxNode)method;
        int between = method.Body is null ? 1 : -1;
        int text = body.DescendantTokens()
            .Where(token => token.Text.Contains('\n', StringComparison.Ordinal))
            .Sum(token => Span(token.GetLocation()));
        return Span(body.GetLocation()) + between - text;
    }

    private static int Span(Location location)
    {
        var span = location.GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line;
    }

    // One statement or expression that only lists: routes, registrations, a switch.
    private static bool IsTable(MethodDeclarationSyntax method) =>
        method.Body is not { } body
        || body.Statements.All(statement => statement is ExpressionStatementSyntax or ReturnStatementSyntax or SwitchStatementSyntax);

    private static int Asked(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.Count(parameter =>
            parameter.Type?.ToString() != "CancellationToken" && !parameter.Modifiers.Any(SyntaxKind.ThisKeyword)
        );

    private static bool IsEndpoint(MethodDeclarationSyntax method) => method.Identifier.Text is "Get" or "Post" or "Put" or "Delete";
}
