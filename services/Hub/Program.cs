using System.CommandLine;
using WebcareHub.Hub.Commands;

RootCommand root = new("WebcareHub: every service in one process, and the command line.")
{
    Serve.Command(),
    Migrate.Command(),
    Demo.Command(),
    Token.Command(),
    BlueprintFiles.Command(),
    Backtesting.Command(),
    Accounts.Command(),
    Tenants.Command(),
    Counting.Command(),
};

// A name that begins with @ is a handle, not a file of arguments.
return await root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).RunAsync();
