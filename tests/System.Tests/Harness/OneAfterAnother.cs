// Every test has processes of its own and loads the machine: two at a time would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
