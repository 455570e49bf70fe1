using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Drafts;
using WebcareHub.Workspace.Work;

namespace WebcareHub.Workspace.Tests;

public sealed class OpenConversationTests : IDisposable
{
    [Fact]
    public async Task An_answer_goes_to_the_conversation_on_the_screen_while_the_next_is_read()
    {
        await view.OpenConversation(Here);
        api.Hold(Next);
        var opening = view.OpenConversation(Next);

        view.Settled.ShouldBeFalse("nothing can be written while the next conversation is read");
        var answering = view.Reply(view.Open!, new NewReply(0, "Dag Anna"));
        api.Release();
        await opening;

        (await answering).ShouldBeTrue();
        api.Posted.ShouldHaveSingleItem().ShouldBe(($"/api/v1/conversations/{Here}/replies", "Dag Anna", 3L));
        (view.Open!.Row.Id, view.Settled).ShouldBe((Next, true));
    }

    [Fact]
    public async Task Text_stays_with_the_conversation_it_was_typed_in()
    {
        await view.OpenConversation(Here);
        var shown = view.Open!;
        api.Hold(Next);
        var opening = view.OpenConversation(Next);

        view.KeepDraft(shown.Row.Id, "Dag Anna");
        view.Draft.ShouldBe("Dag Anna");

        api.Release();
        await opening;
        view.Draft.ShouldBe("");
    }

    [Fact]
    public async Task An_answer_sent_from_a_conversation_that_was_left_goes_where_it_was_written()
    {
        await view.OpenConversation(Here);
        var written = view.Open!;
        await view.OpenConversation(Next);

        await view.Reply(written, new NewReply(0, "Dag Anna"));

        api.Posted.ShouldHaveSingleItem().Path.ShouldBe($"/api/v1/conversations/{Here}/replies");
        view.Open!.Row.Id.ShouldBe(Next);
    }

    public OpenConversationTests()
    {
        HttpClient http = new(api) { BaseAddress = new Uri("http://api.example/") };
        Colleague colleague = new("colleague", "Sietske", IsAdmin: false);
        view = new WorkView(new DeskClient(new ApiCalls(http)), colleague, new DraftStore(TimeProvider.System), TimeProvider.System);
    }

    public void Dispose() => api.Dispose();

    private static readonly Guid Here = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Next = new("00000000-0000-0000-0000-00000000000b");
    private readonly SlowApi api = new();
    private readonly WorkView view;

    // Answers every conversation at version 3, and keeps the reading of one waiting until it is released.
    private sealed class SlowApi : HttpMessageHandler
    {
        internal List<(string Path, string? Text, long Version)> Posted { get; } = [];

        internal void Hold(Guid conversation) => held = $"/api/v1/conversations/{conversation}";

        internal void Release() => released.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (request.Method == HttpMethod.Post)
            {
                var reply = await request.Content!.ReadFromJsonAsync<NewReply>(Json, cancellationToken);
                Posted.Add((path, reply!.Text, reply.ExpectedVersion));
                return new HttpResponseMessage(HttpStatusCode.NoContent);
            }

            if (path == held)
            {
                await released.Task.WaitAsync(cancellationToken);
            }

            return Guid.TryParse(path.Split('/')[^1], out var id) ? Ok(Detail(id)) : new HttpResponseMessage(HttpStatusCode.NotFound);
        }

        private static HttpResponseMessage Ok(ConversationDetail detail) =>
            new(HttpStatusCode.OK) { Content = JsonContent.Create(detail, options: Json) };

        private static ConversationDetail Detail(Guid id) =>
            new(Row(id), "Gemeente Schiermonnikoog", Guid.Empty, [], [], [], false, [], []);

        private static ConversationRow Row(Guid id) =>
            new(
                id,
                "GM0088",
                "Schiermonnikoog",
                Channel.WhatsApp,
                Visibility.Private,
                "Anna",
                null,
                false,
                ConversationStatus.Waiting,
                null,
                null,
                "normal",
                "algemeen",
                null,
                null,
                default,
                null,
                null,
                null,
                null,
                null,
                false,
                3
            );

        private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };

        private readonly TaskCompletionSource released = new();
        private string? held;
    }
}
