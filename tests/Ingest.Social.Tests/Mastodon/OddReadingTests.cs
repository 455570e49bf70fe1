using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Ingest.Social.Mastodon.Reading;
using WebcareHub.Ingest.Social.Mastodon.Streaming;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

public sealed class OddReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Origin Origin = new("amt@a.nl", "1", "Webcare", Now);

    [Fact]
    public void A_recorded_answer_with_anything_changed_never_throws_and_loses_nothing()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var bodies = Payloads
            .Of("mastodon")
            .Where(file => file.EndsWith(".json", StringComparison.Ordinal))
            .Select(file => Payloads.Read($"mastodon/{file}"))
            .ToArray();
        Prop.ForAll(
                Gen.Choose(0, bodies.Length - 1).ToArbitrary(),
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                (file, seed) =>
                {
                    var root = Damage(bodies[file], new Random(seed));
                    using var document = JsonDocument.Parse(root.ToJsonString());
                    var items = ReadList.Read(Origin, document.RootElement).Items;
                    return items.Count == (root as JsonArray)?.Count || root is not JsonArray && items.Count == 1;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void An_event_with_anything_in_it_never_throws() =>
        Prop.ForAll<string?, byte[]>((name, data) => ReadEvent.From(Origin, new ServerEvent(name ?? "", data)) is not null)
            .QuickCheckThrowOnFailure();

    // Takes a leaf or branch away, or puts something else in its place; the list itself keeps its length.
    private static JsonNode Damage(byte[] body, Random random)
    {
        var root = JsonNode.Parse(body)!;
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var place = root;
            for (var depth = random.Next(1, 5); depth > 0 && place is JsonArray { Count: > 0 } or JsonObject { Count: > 0 }; depth--)
            {
                var next = place is JsonArray list
                    ? list[random.Next(list.Count)]
                    : place.AsObject().ElementAt(random.Next(place.AsObject().Count)).Value;
                if (depth == 1 && place is JsonObject branch)
                {
                    branch[branch.ElementAt(random.Next(branch.Count)).Key] = Other(random);
                }

                place = next ?? root;
            }
        }

        return root;
    }

    private static JsonNode? Other(Random random) =>
        random.Next(7) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next()),
            2 => JsonValue.Create("\u0000\ud83d <x> \\u00e9"),
            3 => new JsonArray(7),
            4 => new JsonObject(),
            5 => JsonValue.Create(true),
            _ => JsonValue.Create(1e300),
        };
}
