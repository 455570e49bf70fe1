using WebcareHub.Ingest.Chat;
using WebcareHub.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingest-chat");
builder.AddIngestChat();
var app = builder.BuildHub();
app.UseServiceDefaults();
app.MapIngestChat();
await app.RunAsync();
