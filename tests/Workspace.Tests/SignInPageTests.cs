using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Tests;

public sealed class SignInPageTests
{
    [Theory]
    [InlineData("/werkvoorraad/1", "/werkvoorraad/1")]
    [InlineData("/", "/werkvoorraad")]
    [InlineData(null, "/werkvoorraad")]
    [InlineData("//elders.example", "/werkvoorraad")]
    [InlineData("/\\elders.example", "/werkvoorraad")]
    [InlineData("https://elders.example", "/werkvoorraad")]
    public void After_sign_in_one_stays_here(string? asked, string goes) => SignInPage.Local(asked).ShouldBe(goes);
}
