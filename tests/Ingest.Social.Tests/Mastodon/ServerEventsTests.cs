using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Ingest.Social.Mastodon.Streaming;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

public sealed class ServerEventsTests
{
    [Fact]
    public async Task Comments_keep_it_open_and_an_event_ends_with_an_empty_line() =>
        (await ReadAsync(":)\nevent: delete\ndata: 12\n\n:thump\r\nevent:update\r\ndata:{}\r\n\r\nevent: half\ndata: 1\n")).ShouldBe([
            ":",
            "delete=12",
            ":",
            "update={}",
        ]);

    [Fact]
    public async Task Data_over_several_lines_is_one() => (await ReadAsync("data: a\ndata: b\n\n")).ShouldBe(["=a\nb"]);

    [Fact]
    public async Task A_line_without_an_end_does_not_fill_the_memory() =>
        await Should.ThrowAsync<IOException>(() => ReadAsync("data: " + new string('x', 5_000_000)));

    [Fact]
    public async Task An_event_without_an_end_does_not_fill_the_memory() =>
        await Should.ThrowAsync<IOException>(() => ReadAsync(string.Concat(Enumerable.Repeat("data: x\n", 1_000))));

    [Fact]
    public void Any_bytes_end_by_themselves() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                ReadAsync(bytes).GetAwaiter().GetResult();
                return true;
            })
            .QuickCheckThrowOnFailure();

    private static Task<List<string>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static async Task<List<string>> ReadAsync(byte[] bytes)
    {
        var read = new List<string>();
        await foreach (var told in ServerEvents.ReadAsync(new MemoryStream(bytes), default))
        {
            read.Add(told.Name.Length == 0 && told.Data.Length == 0 ? ":" : $"{told.Name}={told.Text}");
        }

        return read;
    }
}
