using WebcareHub.Ingest.WhatsApp;
using WebcareHub.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingest-whatsapp");
builder.AddIngestWhatsApp();
var app = builder.BuildHub();
app.UseServiceDefaults();
app.MapIngestWhatsApp();
await app.RunAsync();
