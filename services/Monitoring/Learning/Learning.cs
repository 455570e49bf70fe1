namespace WebcareHub.Monitoring.Learning;

/// <summary>What questions teach.</summary>
internal static class Learning
{
    internal static void AddLearning(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ShowTopics.Services>();
        builder.Services.AddSingleton<ShowDigest.Services>();
    }

    internal static void MapLearning(this RouteGroupBuilder api)
    {
        var topics = api.MapGroup("/figures/topics").WithTags("Learning");
        topics.MapGet("", ShowTopics.Get).WithName("RankTopics").WithSummary("Topics, the most asked first");
        topics.MapGet("/file", ShowTopics.GetFile).WithName("DownloadTopics").WithSummary("The same as a table");
        topics.MapGet("/digest", ShowDigest.Get).WithName("ShowTopicDigest").WithSummary("One page about a topic or theme");
        topics.MapGet("/digest/text", ShowDigest.GetText).WithName("ShowTopicDigestText").WithSummary("The same as plain text");
    }
}
