using System.Text.Json.Nodes;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Contracts.Tests;

/// <summary>
/// What is on a queue, in the log or at a client today must be read tomorrow. A new field shows up here as a changed file, which is what a
/// reviewer looks at; WEBCARE_REWRITE_GOLDEN=1 writes the files anew.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Records =>
        [.. typeof(Inbound).Assembly.GetExportedTypes().Where(IsRecord).Select(record => record.FullName!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_is_written_as_agreed(string name)
    {
        (Type record, Form form, string file) = Look(name);
        string written = form.Write(Carrier(record), Wire(record));
        if (Rewriting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, written);
        }

        File.Exists(file).ShouldBeTrue($"{name} has no golden file yet: run once with WEBCARE_REWRITE_GOLDEN=1 and look at it.");
        written.ShouldBe(File.ReadAllText(file), $"{name} is agreed between services: fields are only ever added.");
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void What_was_written_is_read_whole(string name)
    {
        (Type record, Form form, string file) = Look(name);
        string golden = File.ReadAllText(file);

        form.Write(form.Read(golden, Wire(record)), Wire(record)).ShouldBe(golden);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_field_of_a_later_version_does_no_harm(string name)
    {
        (Type record, Form form, string file) = Look(name);
        string golden = File.ReadAllText(file);
        JsonObject later = JsonNode.Parse(golden)!.AsObject();
        later.Add("AddedLater", new JsonObject { ["one"] = 1 });

        form.Write(form.Read(later.ToJsonString(), Wire(record)), Wire(record)).ShouldBe(golden);
    }

    // The log and MassTransit hold the number, the hot path and the APIs the name: neither may move.
    [Fact]
    public void An_enum_keeps_its_names_and_numbers()
    {
        string file = Path.Combine(Folder, "enums.txt");
        IEnumerable<string> lines = typeof(Inbound)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsEnum)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => Enum.GetValues(type).Cast<object>().Select(value => $"{type.FullName} {(int)value} {value}"));
        string written = string.Join('\n', lines) + "\n";
        if (Rewriting)
        {
            File.WriteAllText(file, written);
        }

        written.ShouldBe(File.ReadAllText(file));
    }

    // As it stands in logs of before proposals were recorded.
    [Fact]
    public void A_release_of_before_proposals_is_read_without_them()
    {
        const string old = """
            {"Layer":"nl","Number":2,"Notes":"n","Files":{"a":"b"},"Hash":"h","By":{"Id":"i","Name":"n"},"At":"2026-11-02T08:30:15+00:00"}
            """;

        var release = (ReleasePublished)Form.Of(typeof(ReleasePublished)).Read(old, typeof(ReleasePublished));

        release.Number.ShouldBe(2);
        release.Proposals.ShouldBeNull();
    }

    [Fact]
    public void No_record_has_gone()
    {
        string[] expected = [.. Records.Select(row => Look(row.Data).File).Order(StringComparer.Ordinal)];
        string[] found = [.. Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

        found.ShouldBe(expected);
    }

    private static bool Rewriting => Environment.GetEnvironmentVariable("WEBCARE_REWRITE_GOLDEN") == "1";

    private static string Folder => Path.Combine(ProjectFolders.Root, "tests", "Contracts.Tests", "Golden");

    private static (Type Record, Form Form, string File) Look(string name)
    {
        Type record = typeof(Inbound).Assembly.GetType(name, throwOnError: true)!;
        var form = Form.Of(record);
        return (record, form, Path.Combine(Folder, form.Folder, $"{record.Name}.json"));
    }

    // The kinds of a hot-path message travel inside one, with their discriminator.
    private static object Carrier(Type record) =>
        record.IsAssignableTo(typeof(InboundContent))
            ? (Inbound)Sample.Of(typeof(Inbound)) with
            {
                Content = (InboundContent)Sample.Of(record),
            }
            : Sample.Of(record);

    private static Type Wire(Type record) => record.IsAssignableTo(typeof(InboundContent)) ? typeof(Inbound) : record;

    private static bool IsRecord(Type type) => type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is not null;
}
