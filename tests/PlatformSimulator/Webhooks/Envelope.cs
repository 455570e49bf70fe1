using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Webhooks;

/// <summary>The wrapping of everything the platform posts.</summary>
internal static class Envelope
{
    public static byte[] Messages(PhoneNumber number, IEnumerable<Resident> residents, IEnumerable<JsonObject> messages) =>
        Wrap(number, Contacts(residents), "messages", messages);

    public static byte[] Status(PhoneNumber number, JsonObject status) => Wrap(number, [], "statuses", [status]);

    private static byte[] Wrap(PhoneNumber number, JsonArray contacts, string part, IEnumerable<JsonObject> items)
    {
        var value = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject
            {
                ["display_phone_number"] = new string([.. number.DisplayNumber.Where(char.IsAsciiDigit)]),
                ["phone_number_id"] = number.Id,
            },
        };
        if (contacts.Count > 0)
            value["contacts"] = contacts;
        value[part] = new JsonArray([.. items]);
        return MetaJson.Write(
            new JsonObject
            {
                ["object"] = "whatsapp_business_account",
                ["entry"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = number.BusinessAccount,
                        ["changes"] = new JsonArray(new JsonObject { ["value"] = value, ["field"] = "messages" }),
                    }
                ),
            }
        );
    }

    private static JsonArray Contacts(IEnumerable<Resident> residents) => new([.. residents.Distinct().Select(Contact)]);

    private static JsonObject Contact(Resident resident)
    {
        var contact = new JsonObject();
        if (resident.Name is { } name)
            contact["profile"] = new JsonObject { ["name"] = name };
        if (resident.Phone is { } phone)
            contact["wa_id"] = phone;
        if (resident.UserId is { } userId)
            contact["user_id"] = userId;
        return contact;
    }
}
