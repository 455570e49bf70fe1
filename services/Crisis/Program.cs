using WebcareHub.Crisis;
using WebcareHub.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("crisis");
builder.AddCrisis();

var app = builder.BuildHub();
app.UseServiceDefaults();
app.MapCrisis();
await app.RunAsync();
