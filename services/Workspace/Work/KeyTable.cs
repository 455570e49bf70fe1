using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>What each key does outside a text field. The page only passes on keys that stand here.</summary>
internal sealed class KeyTable(WorkFloor floor, WorkView view)
{
    internal static IReadOnlyList<(string Key, string Does)> All =>
        [
            ("J", Texts.KeyNext),
            ("K", Texts.KeyPrevious),
            ("V", Texts.KeyTakeNext),
            ("A", Texts.KeyClaim),
            ("B", Texts.KeyReply),
            ("C", Texts.KeyQuote),
            ("/", Texts.KeyAnswers),
            ("Ctrl+Enter", Texts.KeySend),
            ("N", Texts.KeyNote),
            ("Z", Texts.KeySnooze),
            ("P", Texts.KeyPromise),
            ("F", Texts.KeyHandOver),
            ("E", Texts.KeyResolve),
            ("I", ImprovementTexts.KeyIdea),
            ("O", TogetherTexts.KeyShare),
            ("T", TogetherTexts.KeyTakeBack),
            ("S", Texts.KeySearch),
            ("?", Texts.KeyHelp),
        ];

    internal Task Pressed(string key) =>
        key switch
        {
            "j" => Step(1),
            "k" => Step(-1),
            "v" => TakeNext(),
            "s" => floor.Focus("#zoeken"),
            "?" => floor.Ask("keys"),
            _ when !view.Settled => Task.CompletedTask,
            "a" => view.Claim(),
            "b" => Compose("reply"),
            "c" => Quote(),
            "n" => Compose("note"),
            "/" => Compose("answers"),
            "z" => floor.Ask("snooze"),
            "p" when !view.Helping && view.Open?.Row.Status != ConversationStatus.Resolved => floor.Ask("promise"),
            "f" => floor.Ask("hand-over"),
            "e" => floor.Ask("resolve"),
            "i" => floor.Ask("idea"),
            "o" when view.Open?.Sharing is { MayShare.Count: > 0 } => floor.Ask("share"),
            "t" when view.Open?.Sharing?.MayTakeBack == true => view.TakeBack(),
            _ => Task.CompletedTask,
        };

    internal async Task TakeNext()
    {
        if (await view.Next() is { } id)
        {
            await floor.OpenConversation(id);
        }
    }

    private Task Step(int by)
    {
        var rows = view.AllRows.ToList();
        if (rows.Count == 0)
        {
            return Task.CompletedTask;
        }

        var place = rows.FindIndex(row => row.Id == view.OpenId);
        var next = place < 0 ? 0 : Math.Clamp(place + by, 0, rows.Count - 1);
        return floor.OpenConversation(rows[next].Id);
    }

    private Task Quote()
    {
        if (view.LastMessage is { } message)
        {
            view.QuoteItem(message);
        }

        return floor.Focus("#tekst");
    }

    private Task Compose(string mode)
    {
        view.Compose(mode);
        return floor.Focus(mode == "answers" ? "#antwoord-zoeken" : "#tekst");
    }
}
