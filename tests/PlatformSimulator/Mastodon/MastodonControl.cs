namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>What tests steer and ask; no part of the real network.</summary>
internal static class MastodonControl
{
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    public static void MapMastodonControl(this WebApplication app)
    {
        var control = app.MapGroup("/simulator/mastodon/{server}");
        control.MapPost(
            "/accounts",
            (NewMastodonAccount account, Spoken spoken) => spoken.Do(server => Results.Ok(server.Add(account).Id))
        );
        control.MapPost("/posts", (NewPost post, Spoken spoken) => spoken.Do(server => Results.Ok(Write(server, post))));
        control.MapPut("/posts/{id}", (string id, NewText text, Spoken spoken) => spoken.Do(server => Change(server, id, text.Text)));
        control.MapDelete("/posts/{id}", (string id, Spoken spoken) => spoken.Do(server => Change(server, id, null)));
        control.MapPost("/stars", (NewStar star, Spoken spoken) => spoken.Do(server => Star(server, star)));
        control.MapGet("/posts", (string? author, Spoken spoken) => spoken.Do(server => Results.Ok(See(server, author))));
        control.MapPost("/failures", (MastodonFailure failure, Spoken spoken) => spoken.Server.Troubles.Order(failure));
        control.MapDelete("/failures", (Spoken spoken) => spoken.Server.Troubles.Clear());
        control.MapPut("/behaviour", (MastodonBehaviour behaviour, Spoken spoken) => Behave(spoken.Server, behaviour));
        control.MapPost("/cut", (Spoken spoken) => spoken.Server.Listeners.Cut());
        control.MapPost("/say", (NewText lines, Spoken spoken) => spoken.Server.Listeners.Say(null, lines.Text));
        control.MapGet("/counts", (Spoken spoken) => spoken.Server.Toll.Read(spoken.Server.Listeners.Count));
    }

    /// <summary>The server that a call of the control is about.</summary>
    internal sealed record Spoken(Server Server)
    {
        public static ValueTask<Spoken?> BindAsync(HttpContext context) =>
            ValueTask.FromResult<Spoken?>(
                new(
                    context
                        .RequestServices.GetRequiredService<Servers>()
                        .Of((string)context.Request.RouteValues["server"]!, context.Request)
                )
            );

        public IResult Do(Func<Server, IResult> act)
        {
            lock (Server.Gate)
                return act(Server);
        }
    }

    private static void Behave(Server server, MastodonBehaviour behaviour)
    {
        server.Setup.Change(behaviour);
        if (behaviour.Streams == false)
            server.Listeners.Cut();
    }

    private static string Write(Server server, NewPost written)
    {
        var author = server.Meet(written.Author, written.DisplayName);
        var quote = server.Find(written.Quotes) is { } quoted
            ? $"<p class=\"quote-inline\">RE: <a href=\"{quoted.Author.Url}/{quoted.Id}\">{quoted.Id}</a></p>"
            : "";
        var post = new Post(
            server.NewId(),
            author,
            written.Text,
            written.Html ?? quote + Markup.Of(server, written.Text),
            written.Visibility,
            server.Now
        )
        {
            InReplyTo = written.InReplyTo,
            Warning = written.Warning,
            Language = written.Language,
            Quotes = written.Quotes,
            Mentions = server.Mentioned(written.Text),
            Files = [.. Enumerable.Range(0, written.Pictures).Select(_ => server.Take("image/png", Picture, "Een plaatje"))],
        };
        server.Publish(post, written.Filtered);
        return post.Id;
    }

    private static IResult Change(Server server, string id, string? text)
    {
        if (server.Find(id) is not { } post)
            return Results.NotFound();
        if (text is null)
            server.Delete(post);
        else
            server.Edit(post, text);
        return Results.Ok();
    }

    private static IResult Star(Server server, NewStar star)
    {
        if (server.Find(star.Post) is not { } post)
            return Results.NotFound();
        server.Notify(new(server.NewId(), "favourite", post.Author, server.Meet(star.Author), post.Id, false, server.Now));
        return Results.Ok();
    }

    private static IReadOnlyList<PostSeen> See(Server server, string? author) =>
        [
            .. server
                .Posts.Where(post => author is null || post.Author.Acct == author)
                .Select(post => new PostSeen(
                    post.Id,
                    post.Author.Acct,
                    post.Text,
                    post.Visibility,
                    post.InReplyTo,
                    [.. post.Mentions.Select(mention => mention.Acct)],
                    post.Warning,
                    post.Language,
                    post.Key,
                    [.. post.Files.Select(file => file.ContentType)]
                )),
        ];
}
