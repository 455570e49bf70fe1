using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.PlatformSimulator.Tests;

public sealed class StrictnessTests : IAsyncLifetime
{
    private Scene scene = null!;

    public async ValueTask InitializeAsync() => scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task A_good_message_gets_an_id_and_the_residents_number_back()
    {
        await scene.Client.Say(Scene.Number, Scene.Resident, "Hallo");

        using var answer = await scene.Send(Scene.Text("Goedemiddag"));
        var body = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

        body["messages"]![0]!["id"]!.GetValue<string>().ShouldStartWith("wamid.");
        body["contacts"]![0]!["wa_id"]!.GetValue<string>().ShouldBe(Scene.Resident);
        (await scene.Client.Received(Scene.Number, Scene.Resident)).ShouldHaveSingleItem().Text.ShouldBe("Goedemiddag");
    }

    [Fact]
    public async Task Without_a_token_or_with_a_wrong_one_the_platform_answers_190()
    {
        scene.Graph.DefaultRequestHeaders.Authorization = null;
        (await scene.SendRefused(Scene.Text("Hallo"))).ShouldBe((401, 190, null));

        scene.Graph.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");
        (await scene.SendRefused(Scene.Text("Hallo"))).ShouldBe((401, 190, null));
    }

    [Fact]
    public async Task An_unknown_number_is_refused_with_100_and_subcode_33()
    {
        using var answer = await scene.Send(Scene.Text("Hallo"), "999");

        var error = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"]!;
        error["code"]!.GetValue<int>().ShouldBe(100);
        error["error_subcode"]!.GetValue<int>().ShouldBe(33);
    }

    [Fact]
    public async Task A_number_cannot_be_used_with_the_token_of_another()
    {
        await scene.Client.Register([new NewNumber("200", "+31 20 555 0000", "GM0363", "Gemeente Amsterdam", "other-token")]);

        (await scene.SendRefused(Scene.Text("Hallo"), "200")).Code.ShouldBe(100);
    }

    [Theory]
    [InlineData("messaging_product", null)]
    [InlineData("messaging_product", "sms")]
    [InlineData("recipient_type", "group")]
    [InlineData("to", null)]
    [InlineData("to", "not a number")]
    [InlineData("type", "poem")]
    [InlineData("type", "image")]
    [InlineData("colour", "red")]
    public async Task A_body_that_breaks_a_rule_is_refused_with_100(string property, string? value)
    {
        var message = Scene.Text("Hallo");
        if (value is null)
            message.Remove(property);
        else
            message[property] = value;

        (await scene.SendRefused(message)).ShouldSatisfyAllConditions(r => r.Status.ShouldBe(400), r => r.Code.ShouldBe(100));
        (await scene.Client.Counts()).MessagesReceived.ShouldBe(0);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task Text_has_one_to_4096_characters(int length, bool accepted)
    {
        using var answer = await scene.Send(Scene.Text(new string('a', length)));

        answer.IsSuccessStatusCode.ShouldBe(accepted);
    }

    [Fact]
    public async Task A_quote_needs_a_message_id()
    {
        var message = Scene.Text("Hallo");
        message["context"] = new JsonObject();
        (await scene.SendRefused(message)).Code.ShouldBe(100);

        var asked = await scene.Client.Say(Scene.Number, Scene.Resident, "Hoe laat?");
        message["context"] = new JsonObject { ["message_id"] = asked };
        (await scene.Send(message)).EnsureSuccessStatusCode();
        (await scene.Client.Received()).Single().QuotedId.ShouldBe(asked);
    }

    [Fact]
    public async Task Someone_who_hides_the_number_is_reached_by_user_id()
    {
        await scene.Client.Write(new ResidentMessage(Scene.Number, null, "text", "Hallo", UserId: "NL.13491208655302741918"));
        var message = Scene.Text("Goedemiddag");
        message.Remove("to");
        message["recipient"] = "NL.13491208655302741918";

        using var answer = await scene.Send(message);

        (await answer.Content.ReadFromJsonAsync<JsonNode>())!["contacts"]![0]!["user_id"]!
            .GetValue<string>()
            .ShouldBe("NL.13491208655302741918");
        await Eventually.Async(async () => (await scene.Client.Received()).Single().State == "read", true.Equals, "the message is read");
    }

    [Fact]
    public async Task A_template_must_be_known_in_its_language_and_get_all_its_parameters()
    {
        await scene.Client.Approve(new NewTemplate("follow_up", "nl", "Hallo {{1}}, uw vraag over {{2}} is beantwoord."));

        (await scene.SendRefused(Template("unknown", "nl", "a", "b"))).ShouldSatisfyAllConditions(
            r => r.Status.ShouldBe(404),
            r => r.Code.ShouldBe(132001)
        );
        (await scene.SendRefused(Template("follow_up", "en", "a", "b"))).Code.ShouldBe(132001);
        (await scene.SendRefused(Template("follow_up", "nl", "a"))).Code.ShouldBe(132000);
        (await scene.Send(Template("follow_up", "nl", "Jan", "afval"))).EnsureSuccessStatusCode();
        (await scene.Client.Received()).Single().Text.ShouldBe("Hallo Jan, uw vraag over afval is beantwoord.");
    }

    [Fact]
    public async Task The_templates_of_the_starting_blueprint_are_approved()
    {
        (await scene.Send(Template("vervolg_vraag", "nl", "Jan", "afval"))).EnsureSuccessStatusCode();

        (await scene.Client.Received()).Single().Text!.ShouldContain("Goedendag Jan, wij hebben antwoord op uw vraag over afval.");
    }

    [Fact]
    public async Task The_forty_sixth_message_in_a_row_to_one_resident_is_too_much()
    {
        await scene.Client.Say(Scene.Number, Scene.Resident, "Hallo");
        for (var count = 1; count <= 45; count++)
            (await scene.Send(Scene.Text($"Deel {count}"))).EnsureSuccessStatusCode();

        (await scene.SendRefused(Scene.Text("Deel 46"))).Code.ShouldBe(131056);
        (await scene.Send(Scene.Text("Iemand anders", "31687654321"))).EnsureSuccessStatusCode();
    }

    private static JsonObject Template(string name, string language, params string[] parameters)
    {
        var message = Scene.Text("");
        message.Remove("text");
        message["type"] = "template";
        message["template"] = new JsonObject
        {
            ["name"] = name,
            ["language"] = new JsonObject { ["policy"] = "deterministic", ["code"] = language },
            ["components"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "body",
                    ["parameters"] = new JsonArray([.. parameters.Select(text => new JsonObject { ["type"] = "text", ["text"] = text })]),
                }
            ),
        };
        return message;
    }
}
