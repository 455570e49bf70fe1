using System.Text.RegularExpressions;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Tests;

/// <summary>What stands on the screens comes from the resources, in Dutch, so that another language can follow.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void No_component_holds_words_of_its_own()
    {
        var found =
            from file in Components()
            from Match match in Words().Matches(Markup(File.ReadAllText(file)))
            where match.Groups["words"].Value.Trim() is not ("WebcareHub" or "- WebcareHub")
            select $"{Path.GetFileName(file)}: {match.Groups["words"].Value.Trim()}";

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text", "tekst")]
    [InlineData("delivered", "afgeleverd")]
    [InlineData("status deleted", "status deleted")]
    [InlineData("echo text zonder ontvanger", "eigen antwoord tekst zonder ontvanger")]
    [InlineData("message voice", "bericht geluid")]
    [InlineData("FormatException", "onverwachte inhoud")]
    [InlineData("call connect", "oproep")]
    public void What_a_delivery_held_is_told_in_dutch(string detail, string words) => SayOperations.Detail(detail).ShouldBe(words);

    [Theory]
    [InlineData("JsonException WebcareHub.Routing.Inbound.Item.Read()", "De inhoud was niet te lezen.")]
    [InlineData("RetryException < PostgresException", "De database nam het niet aan.")]
    [InlineData("NullReferenceException", "Het verwerken is twee keer mislukt.")]
    public void Why_a_message_failed_is_told_in_dutch(string reason, string words) => SayOperations.Reason(reason).ShouldBe(words);

    [Theory]
    [InlineData("routing.inbound", "Bericht van een inwoner")]
    [InlineData("whatsapp.reply-requested", "Antwoord om te versturen")]
    [InlineData("something.new", "Ander werk")]
    public void What_was_being_done_is_told_in_dutch(string queue, string words) => SayOperations.Queue(queue).ShouldBe(words);

    private static IEnumerable<string> Components() =>
        Directory.EnumerateFiles(Path.Combine(ProjectFolders.Root, "services", "Workspace"), "*.razor", SearchOption.AllDirectories);

    // Without the code and what Razor evaluates; what is left between tags, and in attributes that are read out, is words.
    private static string Markup(string component) => Expression().Replace(Label().Replace(component.Split("@code {")[0], ""), "");

    [GeneratedRegex("""^ *(break;|default:|case .*:)\r?$""", RegexOptions.Multiline)]
    private static partial Regex Label();

    [GeneratedRegex(
        """@\*.*?\*@|@onclick=('[^']*'|"[^"]*")|@[\w.]* ?(\((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)(\.\w+\(\))?)?""",
        RegexOptions.Singleline
    )]
    private static partial Regex Expression();

    [GeneratedRegex(
        """(>(?<words>[^<>{}@]*[A-Za-z]{3}[^<>{}@]*)<)|((placeholder|aria-label|title|alt)="(?<words>[^"@]*[A-Za-z]{3}[^"@]*)")"""
    )]
    private static partial Regex Words();
}
