using MassTransit;

namespace WebcareHub.ServiceDefaults.Bus;

/// <summary>An exchange is named after its message: <c>conversations-changed</c>.</summary>
internal sealed class MessageNames : IEntityNameFormatter
{
    public string FormatEntityName<T>() => Kebab(typeof(T));

    private static string Kebab(Type type) =>
        type.IsGenericType
            ? $"{KebabCaseEndpointNameFormatter.Instance.SanitizeName(type.Name.Split('`')[0])}--{string.Join("--", type.GetGenericArguments().Select(Kebab))}"
            : KebabCaseEndpointNameFormatter.Instance.SanitizeName(type.Name);
}
