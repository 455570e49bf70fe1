using System.Diagnostics;

namespace WebcareHub.Testing;

/// <summary>Waits for what other processes and threads bring about.</summary>
public static class Eventually
{
    /// <summary>Asks again, every 20 ms and less often as it takes longer, until <paramref name="done"/> says yes; fails after <paramref name="seconds"/>.</summary>
    /// <returns>The value that satisfied.</returns>
    public static async Task<T> Async<T>(Func<Task<T>> ask, Func<T, bool> done, string what, double seconds = 60)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (true)
        {
            T value = await ask();
            if (done(value))
            {
                return value;
            }

            if (watch.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"Not within {seconds} s: {what}. Last seen: {value}");
            }

            // A question weighs on what it waits for: at most a twentieth of the time goes by unseen.
            await Task.Delay(Math.Clamp((int)watch.ElapsedMilliseconds / 20, 20, 250));
        }
    }

    /// <summary>Waits until <paramref name="done"/> is true.</summary>
    public static Task Async(Func<bool> done, string what, double seconds = 60) =>
        Async(() => Task.FromResult(done()), value => value, what, seconds);
}
