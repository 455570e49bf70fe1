using WebcareHub.ServiceDefaults;
using WebcareHub.Workspace;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("workspace");
builder.AddWorkspace();
var app = builder.BuildHub();
app.UseServiceDefaults();
app.MapWorkspace();
await app.RunAsync();
