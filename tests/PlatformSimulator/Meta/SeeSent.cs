using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Meta;

internal static class SeeSent
{
    /// <summary>What pages and accounts said and the platform accepted, oldest first: in public and in private.</summary>
    public static IEnumerable<MetaSent> Get(string account, Walls walls, Pages pages)
    {
        var isInstagram = pages.Find(account)?.IsInstagram ?? false;
        var said = walls
            .Talks.Where(talk => talk.Page == account)
            .SelectMany(talk =>
                talk.Talk.Lines.Where(line => !line.FromPerson)
                    .Select(line => new MetaSent(
                        line.Id,
                        line.About is null ? "message" : "private-reply",
                        isInstagram ? talk.Person : talk.Person[1..],
                        line.About,
                        line.Text,
                        line.Tag,
                        line.File,
                        line.At
                    ))
            );
        var written = walls
            .Comments.Where(comment => comment.Page.Id == account && comment.FromPage)
            .Select(comment => new MetaSent(
                comment.Id,
                "comment",
                null,
                comment.Parent ?? comment.Post,
                comment.Text,
                null,
                null,
                comment.At
            ));
        return said.Concat(written).OrderBy(sent => sent.At);
    }

    public static IEnumerable<MetaComment> GetComments(string account, Walls walls) =>
        walls
            .Comments.Where(comment => comment.Page.Id == account)
            .Select(comment => new MetaComment(
                comment.Id,
                comment.Post,
                comment.Parent,
                comment.Author,
                comment.FromPage,
                comment.Text,
                comment.Hidden,
                comment.Gone,
                comment.AnsweredPrivately
            ));
}
