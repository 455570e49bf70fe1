using System.CommandLine;
using WebcareHub.Hub.Commands;

RootCommand root = new("WebcareHub: every service in one process, and the command line.")
{
    Serve.Command(),
    Migrate.Command(),
    Demo.Command(),
    Token.Command(),
    BlueprintFiles.Command(),
    Accounts.Command(),
    Tenants.Command(),
};
return await root.Parse(args).InvokeAsync();
