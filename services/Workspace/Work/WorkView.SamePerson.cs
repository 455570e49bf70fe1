using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>Who else the resident is, and may be. Read only when asked for: each reading is logged.</summary>
internal sealed partial class WorkView
{
    /// <summary>Of the open conversation; null until it was asked for.</summary>
    internal ResidentDetail? Resident => person is { } read && read.Id == Open?.ResidentId ? read : null;

    internal Task ReadResident() =>
        Open is { } open && Resident is null
            ? Beside(open.Row.Id, desk.Resident(open.ResidentId).Read(), read => person = read)
            : Task.CompletedTask;

    internal Task Link(Guid other) => ChangeLink(resident => desk.Resident(resident).Link(other), Texts.LinkedDone);

    internal Task Unlink(LinkedResident linked) =>
        ChangeLink(resident => desk.Resident(resident).Unlink(linked.Resident.Id), Texts.UnlinkedDone);

    internal Task Dismiss(Guid other) => ChangeLink(resident => desk.Resident(resident).Dismiss(other), Texts.DismissedDone);

    internal Task Restore(DismissedResident dismissed) =>
        ChangeLink(resident => desk.Resident(resident).Restore(dismissed.Resident.Id), Texts.RestoredDone);

    private async Task ChangeLink(Func<Guid, Task> change, string done)
    {
        if (Open is { } open && await Try(() => change(open.ResidentId)))
        {
            person = null;
            await ReadOpen();
            await ReadResident();
            Say(done);
        }
    }

    private ResidentDetail? person;
}
