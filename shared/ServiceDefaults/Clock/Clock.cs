using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WebcareHub.ServiceDefaults.Clock;

/// <summary>The clock every decision reads.</summary>
internal static class Clock
{
    internal static void AddClock(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HubClock>();
        builder.Services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<HubClock>());
        // A moved clock must not sign people out.
        builder.Services.ConfigureAll<CookieAuthenticationOptions>(options => options.TimeProvider = TimeProvider.System);
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHostedService<Follow>();
        }
    }

    internal static void MapClock(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapApi().MapPut("/development/clock", Move.Put).RequireRole("admin").WithName("MoveClock").WithTags("Development");
        }
    }
}
