using WebcareHub.Ingest.Social;
using WebcareHub.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingest-social");
builder.AddIngestSocial();
var app = builder.BuildHub();
app.UseServiceDefaults();
app.MapIngestSocial();
await app.RunAsync();
