using WebcareHub.Monitoring;
using WebcareHub.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("monitoring");
builder.AddMonitoring();

var app = builder.BuildHub();
app.UseServiceDefaults();
app.MapMonitoring();
await app.RunAsync();
