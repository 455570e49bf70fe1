using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>Pages and Instagram accounts: what the hub calls, and what tests steer.</summary>
internal static class MetaFeature
{
    public static IServiceCollection AddMeta(this IServiceCollection services) =>
        services
            .AddSingleton<Pages>()
            .AddSingleton<Walls>()
            .AddSingleton<Uploads>()
            .AddSingleton<Mishap>()
            .AddSingleton<MetaWebhooks>()
            .AddSingleton<SendPrivate>()
            .AddSingleton<SendPublic>()
            .AddSingleton<PrivateActs>()
            .AddSingleton<PublicActs>();

    public static void MapMeta(this WebApplication app)
    {
        var graph = app.MapGroup("/v{version}");
        graph.MapPost(
            "/{id}/message_attachments",
            (string id, HttpRequest request, Pages pages, Uploads uploads) => OfPage(id, pages, page => uploads.Post(page, request))
        );
        graph.MapPost("/{id}/comments", (string id, HttpRequest request, SendPublic send) => send.Comment(id, request));
        graph.MapPost("/{id}/replies", (string id, HttpRequest request, SendPublic send) => send.Reply(id, request));
        graph.MapPost("/{id}/mentions", (string id, HttpRequest request, SendPublic send) => send.Mention(id, request));
        graph.MapPost("/{id}", (string id, HttpRequest request, SendPublic send) => send.Hide(id, request));
        graph.MapGet("/{account:regex(^1784\\d+$)}", ShowMention.Get);
        app.MapGet("/meta/cdn/{id}", ShowFile.Get);

        var control = app.MapGroup("/simulator/meta");
        control.MapPost("/acts", Act.Post);
        control.MapPost("/pages", (NewPage page, Pages pages) => pages.Add(new(page.Id, page.IsInstagram, page.Name, page.Token)));
        control.MapGet("/sent", SeeSent.Get);
        control.MapGet("/comments", SeeSent.GetComments);
    }

    private static Task<IResult> OfPage(string id, Pages pages, Func<Page, Task<IResult>> call) =>
        pages.Find(id) is { } page ? call(page) : Task.FromResult(Platform.GraphError.UnknownObject(id).ToResult());
}
