using System.Net;
using WebcareHub.Channels.Accounts;

namespace WebcareHub.Ingest.Social.Mastodon.Calling;

/// <summary>What is wrong when a server does not tell what is new: the sentence an administrator reads. Errors are in the account's language, so the code alone counts.</summary>
internal static class PullFailures
{
    public const string NoAccess = "Dit account heeft geen toegangscode of server. Vul die in bij de accounts.";

    public static string Of(Account account, Answer answer) =>
        answer switch
        {
            { Status: HttpStatusCode.Unauthorized } =>
                "Mastodon weigert de toegangscode van dit account. Maak op de server een nieuwe en vul die in.",
            { Status: HttpStatusCode.Forbidden } =>
                "De toegangscode van dit account mag te weinig. Maak op de server een nieuwe met lees- en schrijfrecht.",
            { Status: HttpStatusCode.NotFound } =>
                $"De server {account.Server!.Host} kent deze vraag niet. Controleer het adres van de server bij dit account.",
            { Status: HttpStatusCode.TooManyRequests } =>
                $"De server {account.Server!.Host} vraagt om rust. De berichten komen later; u hoeft niets te doen.",
            { TooLarge: true } or { IsWell: true } =>
                $"De server {account.Server!.Host} geeft een antwoord dat niet te lezen is. Meld dit aan de beheerder van de server.",
            _ => $"De server {account.Server!.Host} is niet bereikbaar. De hub probeert het vanzelf opnieuw.",
        };
}
