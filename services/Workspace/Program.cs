using WebcareHub.Workspace;

var builder = WebApplication.CreateBuilder(args);
builder.AddWorkspace();
var app = builder.Build();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapWorkspace();
await app.RunAsync();
