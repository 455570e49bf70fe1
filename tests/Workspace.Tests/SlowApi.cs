using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Drafts;
using WebcareHub.Workspace.Work;

namespace WebcareHub.Workspace.Tests;

/// <summary>Answers every conversation at version 3, and keeps what goes to one path waiting until it is released.</summary>
internal sealed class SlowApi : HttpMessageHandler
{
    /// <summary>The resident asked something.</summary>
    internal static readonly ThreadItem Message = new(
        new Guid("00000000-0000-0000-0000-0000000000aa"),
        ThreadItemKind.Message,
        "Mag ik hier bouwen?",
        Gone: null,
        By: null,
        default,
        MessageKind.Text,
        Edited: false,
        [],
        [],
        QuotedItemId: null,
        State: null,
        StateText: null,
        [],
        Automatic: false
    );

    /// <summary>What every conversation looks like.</summary>
    internal ConversationStatus Status { get; set; } = ConversationStatus.Waiting;

    internal IReadOnlyList<ThreadItem> Thread { get; set; } = [Message];

    internal List<(string Path, NewReply Reply)> Replies { get; } = [];

    /// <summary>What a colleague has on the screen who works with this API.</summary>
    internal WorkView View() =>
        new(
            new DeskClient(new ApiCalls(new HttpClient(this) { BaseAddress = new Uri("http://api.example/") })),
            new Colleague("colleague", "Sietske", IsAdmin: false),
            new DraftStore(TimeProvider.System),
            TimeProvider.System
        );

    internal void Hold(string path) => held = "/api/v1/" + path;

    internal void Release() => released.SetResult();

    internal void Refuse(string path, HttpStatusCode status) => refused["/api/v1/" + path] = status;

    internal void Accept() => refused.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path == held)
        {
            await released.Task.WaitAsync(cancellationToken);
        }

        if (refused.TryGetValue(path, out var status))
        {
            return new HttpResponseMessage(status) { Content = JsonContent.Create(new { }) };
        }

        if (path.EndsWith("/replies", StringComparison.Ordinal))
        {
            Replies.Add((path, (await request.Content!.ReadFromJsonAsync<NewReply>(Json, cancellationToken))!));
        }

        return path == "/api/v1/files" ? Ok(new FileStored(Guid.NewGuid(), "image/png", 1))
            : path == "/api/v1/me" ? Ok(new Me("colleague", "Sietske", "GM0088", "Gemeente Schiermonnikoog", []))
            : path == "/api/v1/work-list-counts" ? Ok(new WorkListCounts(1, 0, 0, 0, 0, 0))
            : path == "/api/v1/conversations" ? Ok(new ConversationPage([Row(Guid.Empty)], Next: null))
            : request.Method == HttpMethod.Post ? new HttpResponseMessage(HttpStatusCode.NoContent)
            : Guid.TryParse(path.Split('/')[^1], out var id) ? Ok(Detail(id))
            : new HttpResponseMessage(HttpStatusCode.NotFound) { Content = JsonContent.Create(new { }) };
    }

    private static HttpResponseMessage Ok<T>(T answer) => new(HttpStatusCode.OK) { Content = JsonContent.Create(answer, options: Json) };

    private ConversationDetail Detail(Guid id) => new(Row(id), "Gemeente Schiermonnikoog", Guid.Empty, Thread, [], [], false, [], []);

    private ConversationRow Row(Guid id) => SampleRow.Of(id, "Anna " + id.ToString()[^1], 3, Status);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly TaskCompletionSource released = new();
    private readonly Dictionary<string, HttpStatusCode> refused = [];
    private string? held;
}
