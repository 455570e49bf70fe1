using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Control;

internal static class Register
{
    public static void PostNumbers(IReadOnlyList<NewNumber> more, Numbers numbers)
    {
        foreach (var number in more)
            numbers.Add(new PhoneNumber(number.Id, number.DisplayNumber, number.Municipality, number.Name, number.Token));
    }

    public static void PostTemplate(NewTemplate template, Templates templates) =>
        templates.Approve(new Template(template.Name, template.Language, template.Body));
}
