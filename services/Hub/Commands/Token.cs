using System.CommandLine;
using WebcareHub.ServiceDefaults.Authentication;

namespace WebcareHub.Hub.Commands;

/// <summary>Development only: a signed token, printed.</summary>
internal static class Token
{
    internal static Command Command()
    {
        Option<string> municipality = new("--municipality") { Description = "CBS code, GM0088.", Required = true };
        Option<string[]> roles = new("--role")
        {
            Description = "webcare, spokesperson, editor, analyst, manager or admin; may be given more than once.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["webcare"],
        };
        Option<string> name = new("--name") { Description = "Shown to colleagues.", DefaultValueFactory = _ => "Demo Medewerker" };
        Option<string?> id = new("--id") { Description = "Subject; made from the name when it is not given." };
        Command command = new("token", "Development: print an access token.") { municipality, roles, name, id };
        command.SetAction(parsed =>
        {
            IConfiguration configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            if (configuration["ASPNETCORE_ENVIRONMENT"] != "Development")
            {
                Console.Error.WriteLine("Tokens are signed in Development only.");
                return 1;
            }

            string who = parsed.GetValue(name)!;
            string subject = parsed.GetValue(id) ?? who.ToLowerInvariant().Replace(' ', '-');
            Console.WriteLine(
                DevelopmentSigner.From(configuration).Token(subject, who, parsed.GetValue(municipality)!, parsed.GetValue(roles)!)
            );
            return 0;
        });
        return command;
    }
}
