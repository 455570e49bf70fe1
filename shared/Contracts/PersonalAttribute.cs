namespace WebcareHub.Contracts;

/// <summary>
/// Marks a string of a stored event that says something about a resident (text, name, number, handle, file name).
/// The event store encrypts it with that resident's key and gives <c>null</c> back once the key has been destroyed,
/// so a marked property is nullable.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute : Attribute;
