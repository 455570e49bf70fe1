using Xunit.Sdk;
using Xunit.v3;

// Each collection has processes of its own. Two at a time: one mostly waits, for what it kills and starts again, while the other works.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: TestCollectionOrderer(typeof(WebcareHub.SystemTests.Harness.LongestFirst))]

namespace WebcareHub.SystemTests.Harness;

/// <summary>What takes as long as all others together must not begin last.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => collection.TestCollectionDisplayName == nameof(Mortal))];
}
