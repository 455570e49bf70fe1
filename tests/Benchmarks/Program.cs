using WebcareHub.Benchmarks;

// ./webcare bench [decide|compile|store|accept|path|release|pull|chat|backtest]: each prints one table, its reference measured in the same run.
string[] known = ["decide", "compile", "store", "accept", "path", "release", "pull", "chat", "backtest"];
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
        "pull" => PullBench.RunAsync,
        "chat" => ChatBench.RunAsync,
        "backtest" => BacktestBench.RunAsync,
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
