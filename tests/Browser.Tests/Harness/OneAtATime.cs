namespace WebcareHub.BrowserTests.Harness;

/// <summary>Who takes the next conversation of a municipality, or publishes a layer that others follow, does so while no other does.</summary>
[CollectionDefinition]
public sealed class OneAtATime;
