using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using WebcareHub.Contracts.Bus;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Drafts;
using WebcareHub.Workspace.Live;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Work;

/// <summary>The work floor of one colleague: owns what is on the screen, listens to keys and to changes.</summary>
public sealed partial class WorkFloor(IServiceProvider services, IJSRuntime js, TimeProvider time) : IAsyncDisposable
{
    /// <summary>The conversation in the address.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    /// <summary>A key of the table of keys was pressed outside a text field.</summary>
    [JSInvokable]
    public async Task Pressed(string key)
    {
        if (dialog is null)
        {
            await keys.Pressed(key);
            StateHasChanged();
        }
    }

    /// <summary>Escape, or a click beside a dialog.</summary>
    [JSInvokable]
    public Task Dismissed() => Ask(null);

    internal Task Ask(string? which)
    {
        dialog = which;
        return InvokeAsync(StateHasChanged);
    }

    internal void ToggleContext()
    {
        contextShown = !contextShown;
        StateHasChanged();
    }

    /// <summary>Opens a conversation, puts it in the address and moves the focus to its heading.</summary>
    internal async Task OpenConversation(Guid? id)
    {
        contextShown = false;
        await view.OpenConversation(id);
        ListenThere();
        await Tell("address", id is null ? "/werkvoorraad" : $"/werkvoorraad/{id}");
        StateHasChanged();
        await Focus(id is null ? "#lijst" : "#gesprek-titel");
    }

    internal async Task Focus(string selector)
    {
        await Task.Yield();
        await Tell("focus", selector);
    }

    internal ValueTask<string> TextOf(string selector) => page!.InvokeAsync<string>("textOf", selector);

    internal Task SetText(string selector, string text, bool add) => Tell("setText", selector, text, add);

    internal Task OpenDialog(string selector) => Tell("openDialog", selector);

    internal Task CloseDialog() => Tell("closeDialog");

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var user = (await SignedIn).User;
        view = new WorkView(
            services.GetRequiredService<DeskClients>().For(user),
            new Colleague(user),
            services.GetRequiredService<DraftStore>(),
            time
        );
        keys = new KeyTable(this, view);
        view.Changed += () => InvokeAsync(StateHasChanged);
        listening = services.GetRequiredService<ChangeFeed>().Listen(user.Workplace(), Noticed, view.NoticeTyping);
        await view.Start(Id);
        ListenThere();
        _ = Tick();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // The first time tells the address of before Start, which is done already; who was quick has opened another meanwhile.
        if (begun && Id != view.OpenId)
        {
            await view.OpenConversation(Id);
        }

        begun = true;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            page = await js.InvokeAsync<IJSObjectReference>("import", "/js/work.js");
            self = DotNetObjectReference.Create(this);
            await Tell("start", self);
        }

        await Tell("rendered");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listening?.Dispose();
        elsewhere?.Dispose();
        self?.Dispose();
        ended.Dispose();
        try
        {
            await (page?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone already.
        }
    }

    private async Task Tell(string function, params object?[] values)
    {
        try
        {
            await (page?.InvokeVoidAsync(function, values) ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // Nobody looks any more.
        }
    }

    /// <summary>A question of another municipality moves on there.</summary>
    private void ListenThere()
    {
        elsewhere?.Dispose();
        elsewhere = view is { Helping: true, Open.Row.Municipality: var there }
            ? services.GetRequiredService<ChangeFeed>().Listen(there, Noticed)
            : null;
    }

    private void Noticed(IReadOnlyList<ConversationChange> changes) =>
        view.Notice(changes.Any(change => change.ConversationId == view.OpenId));

    // Reads what was noticed, at most five times a second; looks anyway every fifteen seconds, which also moves the clocks on, and every two while the service is away. Says every minute that somebody is still there.
    private async Task Tick()
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(200), time);
        for (var tick = 1; await Next(timer); tick++)
        {
            await InvokeAsync(() => view.CatchUp(anyway: tick % (view.Away ? 10 : 75) == 0));
            if (tick % 300 == 0)
            {
                await InvokeAsync(view.StillThere);
            }
        }
    }

    private async Task<bool> Next(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private WorkView view = null!;
    private KeyTable keys = null!;
    private string? dialog;
    private bool begun;
    private bool contextShown;
    private IDisposable? listening;
    private IDisposable? elsewhere;
    private IJSObjectReference? page;
    private DotNetObjectReference<WorkFloor>? self;
    private readonly CancellationTokenSource ended = new();
}
