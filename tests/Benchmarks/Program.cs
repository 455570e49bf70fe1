using WebcareHub.Benchmarks;

// ./webcare bench [decide|compile|store|accept|path|release|crisis|pull|chat|backtest|alike|next|public-page|burst|know]: each prints one table, its reference measured in the same run.
// burst --long: at full length, about an hour. know --long: ten million events are counted anew.
string[] known =
[
    "decide",
    "compile",
    "store",
    "accept",
    "path",
    "release",
    "crisis",
    "pull",
    "chat",
    "backtest",
    "alike",
    "next",
    "public-page",
    "burst",
    "know",
];
bool full = args.Contains("--long");
args = [.. args.Where(arg => arg != "--long")];
if (args is ["bare", var signingSecret, var broker])
{
    await BareEndpoint.RunAsync(signingSecret, broker);
    return 0;
}

foreach (string bench in args.Length == 0 ? known : args)
{
    Func<Task<Table>>? run = bench switch
    {
        "decide" => DecideBench.RunAsync,
        "compile" => CompileBench.RunAsync,
        "store" => StoreBench.RunAsync,
        "accept" => AcceptBench.RunAsync,
        "path" => PathBench.RunAsync,
        "release" => ReleaseBench.RunAsync,
        "crisis" => CrisisBench.RunAsync,
        "pull" => PullBench.RunAsync,
        "chat" => ChatBench.RunAsync,
        "backtest" => BacktestBench.RunAsync,
        "alike" => AlikeBench.RunAsync,
        "next" => NextBench.RunAsync,
        "public-page" => PublicPageBench.RunAsync,
        "burst" => () => BurstBench.RunAsync(full),
        "know" => () => KnowBench.RunAsync(full),
        _ => null,
    };
    if (run is null)
    {
        Console.Error.WriteLine($"No benchmark is called {bench}. Known: {string.Join(", ", known)}.");
        return 2;
    }

    (await run()).Print();
}

return 0;
