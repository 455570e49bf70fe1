using WebcareHub.Blueprint;
using WebcareHub.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("blueprint");
builder.AddBlueprint();

var app = builder.BuildHub();
app.UseServiceDefaults();
app.MapBlueprint();
await app.RunAsync();
