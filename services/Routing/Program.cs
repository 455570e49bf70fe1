using WebcareHub.Routing;
using WebcareHub.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("routing");
builder.AddRouting();

var app = builder.BuildHub();
app.UseServiceDefaults();
app.MapRouting();
await app.RunAsync();
