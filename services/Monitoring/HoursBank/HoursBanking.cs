using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>The hours bank: who helped whom through a pool, and what there is to settle.</summary>
internal static class HoursBanking
{
    internal static void AddHoursBank(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FactsOf>();
        builder.Services.AddSingleton<Members>();
        builder.Services.AddSingleton<Reader>();
        builder.Services.AddSingleton<Bookkeeping>();
        builder.Services.AddSingleton<HoursProjection>();
        builder.Services.AddSingleton<IProjection>(provider => provider.GetRequiredService<HoursProjection>());
        builder.Services.AddFeedSubscriber<HoursSubscriber>();
        builder.Services.AddHostedService<CloseMonths>();
    }

    internal static void MapHoursBank(this RouteGroupBuilder api)
    {
        var bank = api.MapGroup("/hours-bank").WithTags("HoursBank");
        bank.MapGet("", ShowHoursBank.Get).WithName("ShowHoursBank").WithSummary("Who gave and who received in a pool, by month");
        bank.MapGet("/settlements/{pool}/{month}", ShowSettlement.Get)
            .WithName("ShowSettlement")
            .WithSummary("The settlement sheet of a pool and month; as text/csv, or with .csv behind the month, as a file");
        bank.MapPost("/corrections", BookCorrection.Post)
            .WithName("BookCorrection")
            .WithSummary("Book a counter-entry in the present month");
    }
}
