using WebcareHub.Routing.SamePerson;

namespace WebcareHub.Routing.Tests;

public sealed class MarksFound
{
    [Theory]
    [InlineData("Bel 06-12345678", "31612345678")]
    [InlineData("Bel +31 6 12345678", "31612345678")]
    [InlineData("Bel 0031612345678", "31612345678")]
    public void A_number_is_the_same_however_it_is_written(string text, string number) =>
        Marks.In(text).ShouldHaveSingleItem().ShouldBe(new(Marks.Phone, number, "…5678"));

    [Fact]
    public void Of_an_address_only_a_part_is_shown() =>
        Marks.In("Mail Jan@Voorbeeld.nl").ShouldHaveSingleItem().ShouldBe(new(Marks.Email, "jan@voorbeeld.nl", "J…@voorbeeld.nl"));

    [Theory]
    [InlineData("Jan")]
    [InlineData("")]
    [InlineData(null)]
    public void A_name_of_one_word_says_nothing(string? name) => Marks.Named(name).ShouldBeEmpty();

    [Fact]
    public void A_name_is_the_same_with_and_without_its_accents() =>
        Marks.Named("Zoë  de Vries").Single().Value.ShouldBe(Marks.Named("zoe de vries").Single().Value);
}
