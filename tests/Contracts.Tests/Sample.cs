using System.Collections;
using System.Globalization;
using System.Reflection;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Contracts.Tests;

/// <summary>A record with every field filled, always the same: a string says which field it is, a number counts the fields before it.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 2, 8, 30, 15, 250, TimeSpan.Zero);

    internal static object Of(Type record)
    {
        ConstructorInfo constructor = record.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        return constructor.Invoke([
            .. constructor.GetParameters().Select((parameter, index) => Value(parameter.ParameterType, parameter.Name!, index + 1)),
        ]);
    }

    private static object Value(Type type, string name, int place) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Value(inner, name, place)
        : type == typeof(string) ? $"{name} ë"
        : type == typeof(bool) ? true
        : type == typeof(int) ? place
        : type == typeof(double) ? place + 0.5
        : type == typeof(long) ? 4_000_000_000L + place
        : type == typeof(Guid) ? Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"0198c000-0000-7000-8000-{place:D12}"))
        : type == typeof(DateTimeOffset) ? Moment.AddSeconds(place)
        : type == typeof(DateOnly) ? new DateOnly(2026, 1, place)
        : type.IsEnum ? Enum.GetValues(type).GetValue(place % Enum.GetValues(type).Length)!
        : type == typeof(InboundContent) ? Of(typeof(InboundMessage))
        : type.IsGenericType ? Several(type, name, place)
        : Of(type);

    private static IEnumerable Several(Type type, string name, int place)
    {
        Type[] of = type.GetGenericArguments();
        if (of.Length == 2)
        {
            var pairs = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(of))!;
            pairs.Add(Value(of[0], $"{name} key", place), Value(of[1], $"{name} value", place));
            return pairs;
        }

        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(of))!;
        items.Add(Value(of[0], name, place));
        return items;
    }
}
