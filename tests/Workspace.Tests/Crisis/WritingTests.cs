using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Crisis.Many;

namespace WebcareHub.Workspace.Tests.Crisis;

public sealed class WritingTests
{
    private static readonly AlikeGroup Group = new(
        Guid.NewGuid(),
        412,
        0,
        [
            new AlikePart("GM0088", "Schiermonnikoog", "whatsapp", Visibility.Private, 212, true),
            new AlikePart("GM0088", "Schiermonnikoog", "facebook", Visibility.Public, 50, true),
            new AlikePart("GM0193", "Zwolle", "whatsapp", Visibility.Private, 100, true),
            new AlikePart("GM0072", "Harlingen", "whatsapp", Visibility.Private, 50, false),
        ],
        0,
        0,
        [],
        default,
        default,
        [],
        [],
        null
    );

    [Fact]
    public void Only_what_the_colleague_may_answer_is_offered()
    {
        var writing = new Writing(Group, null, default);
        writing.Towns.ShouldBe([("GM0088", "Schiermonnikoog", 262), ("GM0193", "Zwolle", 100)]);
        writing.Channels.ShouldBe([("whatsapp", 312), ("facebook", 50)]);
    }

    [Fact]
    public void Saying_nothing_means_all()
    {
        var answer = new Writing(Group, null, default) { Text = " De boot vaart niet. " }.For(412);
        answer.Municipalities.ShouldBeNull();
        answer.Channels.ShouldBeNull();
        answer.Text.ShouldBe("De boot vaart niet.");
        answer.ExpectedCount.ShouldBe(412);
    }

    [Fact]
    public void What_is_sent_again_from_one_form_has_the_same_id_and_another_form_another()
    {
        var writing = new Writing(Group, null, default);
        writing.For(1).Id.ShouldNotBeNull();
        writing.For(2).Id.ShouldBe(writing.For(1).Id);
        new Writing(Group, null, default).For(1).Id.ShouldNotBe(writing.For(1).Id);
    }

    [Fact]
    public void A_part_that_is_left_out_gets_nothing()
    {
        var writing = new Writing(Group, null, default);
        writing.Take("GM0193", on: false);
        writing.Take("facebook", on: false);
        writing.Take("facebook", on: true);
        writing.For(0).Municipalities.ShouldBe(["GM0088"]);
        writing.For(0).Channels.ShouldBeNull();
        writing.Nobody.ShouldBeFalse();
        writing.Take("GM0088", on: false);
        writing.Nobody.ShouldBeTrue();
    }
}
