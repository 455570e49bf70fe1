using WebcareHub.PlatformSimulator;

var builder = WebApplication.CreateBuilder(args);
if (args.Contains("--seed"))
    builder.Configuration["Simulator:Seed"] = "true";
builder.AddSimulator();

var app = builder.Build();
app.MapSimulator();
await app.RunAsync();
