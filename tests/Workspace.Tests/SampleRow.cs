using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Tests;

/// <summary>A row of the work list as the desk gives it, of one quiet municipality.</summary>
internal static class SampleRow
{
    internal static ConversationRow Of(Guid id, string resident, long version, ConversationStatus status = ConversationStatus.Waiting) =>
        new(
            id,
            "GM0088",
            "Schiermonnikoog",
            Channel.WhatsApp,
            Visibility.Private,
            resident,
            null,
            false,
            status,
            null,
            null,
            "normal",
            "algemeen",
            null,
            null,
            default,
            null,
            null,
            null,
            null,
            null,
            false,
            version
        );
}
