namespace WebcareHub.Crisis.PublicPage;

/// <summary>
/// Once a second: looks whether something changed, and makes the pages again when it did. What nobody could look at for a minute is said to be
/// so on every page; the pages themselves stay.
/// </summary>
internal sealed class PageReader(Pages pages, PageFile file, PageReading reading, TimeProvider time, ILogger<PageReader> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(1);
    private PageSource _source = PageSource.None;
    private DateTimeOffset? _next;
    private long? _readAt;
    private bool _isStale;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real seconds: a clock that is moved must not hold the pages up.
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        do
        {
            await LookAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            if (await reading.ReadAsync(ct) is { } news)
            {
                _source = news;
                _next = DateTimeOffset.MinValue;
                await file.WriteAsync(news, ct);
            }
            _readAt = time.GetTimestamp();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("The public pages could not be brought up to date: {Failure}", failure.Message);
        }
        Show(time.GetUtcNow());
    }

    private void Show(DateTimeOffset now)
    {
        var isStale = _readAt is not { } at || time.GetElapsedTime(at) > StaleAfter;
        if (_source == PageSource.None || (isStale == _isStale && !(_next <= now)))
            return;
        pages.Show(_source, now, isStale);
        (_next, _isStale) = (Compose.Next(_source, now), isStale);
    }
}
