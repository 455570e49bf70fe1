using System.Diagnostics;
using System.Globalization;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// Who used the machine's processors while something was measured: each service, the database with all its processes, the broker, and the load
/// generator itself, so that nobody takes the last for the first. Read from <c>/proc</c>.
/// </summary>
internal sealed class ProcessorUse
{
    // Clock ticks a second in /proc, the same on every Linux that .NET runs on.
    private const double TicksASecond = 100;

    private readonly IReadOnlyList<(string Who, Func<double> Seconds)> _users;
    private readonly double[] _before;
    private readonly (string Who, double Seconds)[] _machine = Machine();
    private readonly long _began = Stopwatch.GetTimestamp();

    private ProcessorUse(IReadOnlyList<(string Who, Func<double> Seconds)> users)
    {
        _users = users;
        _before = [.. users.Select(user => user.Seconds())];
    }

    /// <summary>Begins to count.</summary>
    internal static async Task<ProcessorUse> BeginAsync(BenchSystem system)
    {
        int postmaster = (int)Stat((int)await system.CountAsync("select pg_backend_pid()"))[1];
        int broker = await system.BrokerProcessAsync();
        return new([
            .. system.Services.Select((service, at) => (NameOf(system.Services, at), (Func<double>)(() => service.Processor.TotalSeconds))),
            ("PostgreSQL", () => Family(postmaster)),
            ("RabbitMQ", () => Spent(Stat(broker))),
            ("load generator", () => Environment.CpuUsage.TotalTime.TotalSeconds),
        ]);
    }

    /// <summary>One sentence: how much of the machine each used since it began. What is left over was other work on it.</summary>
    internal string Sentence()
    {
        double all = Stopwatch.GetElapsedTime(_began).TotalSeconds * Environment.ProcessorCount;
        Dictionary<string, double> shares = _users
            .Select((user, at) => (user.Who, Seconds: user.Seconds() - _before[at]))
            .Concat(Machine().Zip(_machine, (now, then) => (now.Who, now.Seconds - then.Seconds)))
            .ToDictionary(share => share.Item1, share => share.Item2 / all);
        shares["others"] = Math.Max(0, 1 - shares.Values.Sum());
        IEnumerable<string> words = shares.Select(share => $"{share.Key} {share.Value.ToString("0 %", CultureInfo.InvariantCulture)}");
        return $"Of {Environment.ProcessorCount} processors: {string.Join(", ", words)}.";
    }

    private static string NameOf(IReadOnlyList<ServiceProcess> services, int at) =>
        services.Count(service => service.Name == services[at].Name) == 1 ? services[at].Name : $"{services[at].Name} {at + 1}";

    /// <summary>A process, those it began, and those it outlived.</summary>
    private static double Family(int parent)
    {
        double[] own = Stat(parent);
        return Spent(own)
            + (own[13] + own[14]) / TicksASecond
            + Directory
                .EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) ? Stat(id) : [])
                .Where(stat => stat.Length > 0 && (int)stat[1] == parent)
                .Sum(Spent);
    }

    private static double Spent(double[] stat) => stat.Length == 0 ? 0 : (stat[11] + stat[12]) / TicksASecond;

    /// <summary>Numbers of a process behind its name: [1] is its parent, [11] to [14] its time and that of those it outlived; empty when it is gone.</summary>
    private static double[] Stat(int process)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{process}/stat");
            return
            [
                .. stat[(stat.LastIndexOf(')') + 2)..]
                    .Split(' ')
                    .Select(field => double.TryParse(field, CultureInfo.InvariantCulture, out double number) ? number : 0),
            ];
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>What nobody used: idle, waiting for the disk, and taken by whoever else the hardware serves.</summary>
    private static (string Who, double Seconds)[] Machine()
    {
        string[] fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [("idle", Seconds(4)), ("disk", Seconds(5)), ("stolen", Seconds(8))];

        double Seconds(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture) / TicksASecond;
    }
}
