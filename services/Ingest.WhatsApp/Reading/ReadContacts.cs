using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Contracts;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>Contact cards, one line each.</summary>
internal static class ReadContacts
{
    public static Contents From(JsonElement message)
    {
        var lines = message.Get("contacts").Each().Take(50).Select(Line).Where(line => line.Length > 0).ToList();
        return lines.Count == 0
            ? new(MessageKind.Unsupported, "Een contactkaart zonder gegevens.", "contacts")
            : new(MessageKind.Contacts, string.Join('\n', lines.Select(line => $"Contact: {line}")));
    }

    private static string Line(JsonElement card)
    {
        var name = card.Get("name");
        var whole =
            name.Text("formatted_name")
            ?? string.Join(' ', new[] { name.Text("first_name"), name.Text("last_name") }.Where(part => part is not null));
        return Words.Join([
            whole,
            card.Get("org").Text("company"),
            .. card.Get("phones").Each().Select(phone => phone.Text("phone") ?? phone.Text("wa_id")),
            .. card.Get("emails").Each().Select(mail => mail.Text("email")),
        ]);
    }
}
