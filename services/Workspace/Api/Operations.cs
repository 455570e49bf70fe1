using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>What an administrator sees and does.</summary>
internal sealed class Operations(ApiCalls api)
{
    internal Task<DeliveryPage> Deliveries(string? after) => api.Get<DeliveryPage>(Page("deliveries", after));

    internal Task<DeadLetterPage> DeadLetters(string? after) => api.Get<DeadLetterPage>(Page("dead-letters", after));

    internal Task Replay(Guid deadLetter) => api.Post<object>($"api/v1/dead-letters/{deadLetter}/replay");

    internal Task<ChannelAccounts> Accounts() => api.Get<ChannelAccounts>("api/v1/accounts");

    internal Task<ProcessingLogPage> ProcessingLog(string? after) => api.Get<ProcessingLogPage>(Page("processing-log", after));

    internal Task Withdraw(AccountWithdrawal account) => api.Post<object>("api/v1/accounts/withdrawals", account);

    private static string Page(string what, string? after) =>
        $"api/v1/{what}" + (after is null ? "" : $"?after={Uri.EscapeDataString(after)}");
}
