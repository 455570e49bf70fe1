using System.Security.Cryptography;
using System.Text;
using Shouldly;
using WebcareHub.Contracts.Conversations;
using Xunit;
using static WebcareHub.EventStore.Tests.TestStore;

namespace WebcareHub.EventStore.Tests;

public sealed class PersonalData : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly StreamKey _stream = NewStream();
    private readonly Guid _resident = Guid.NewGuid();
    private TestStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await StartAsync();
        await _store.AppendAsync(_stream, 0, _resident, Message("Mijn BSN is 111222333", "Fenna Ögretmen", "paspoort-fenna.png"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Marked_text_is_nowhere_in_the_tables_and_comes_back_on_reading()
    {
        var tables = await _store.AsOwnerAsync<string>(
            "select (select string_agg(e::text, '') from events.mt_events e) || (select string_agg(s::text, '') from events.mt_streams s)"
        );
        foreach (var personal in new[] { "111222333", "Fenna", "Ögretmen", "gretmen", "paspoort" })
        {
            tables!.ShouldNotContain(personal, Case.Insensitive);
            tables!.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(personal))[..^2]);
        }

        var message = (MessageReceived)(await _store.ReadAsync(_stream))[0].Data;
        message.Text.ShouldBe("Mijn BSN is 111222333");
        message.AuthorName.ShouldBe("Fenna Ögretmen");
        message.Attachments[0].FileName.ShouldBe("paspoort-fenna.png");
    }

    [Fact]
    public async Task Once_the_key_is_destroyed_the_text_is_null_and_the_rest_remains()
    {
        var sealedFile = await _store.Vault.SealForAsync(Municipality, _resident, "a file"u8.ToArray(), None);
        await _store.Vault.DestroyKeyAsync(Municipality, _resident, "request 12", [], None);

        var message = (MessageReceived)(await _store.ReadAsync(_stream))[0].Data;
        message.Text.ShouldBeNull();
        message.AuthorName.ShouldBeNull();
        message.Attachments[0].FileName.ShouldBeNull();
        message.Attachments[0].ContentType.ShouldBe("image/png");
        (await _store.Vault.OpenForAsync(Municipality, _resident, sealedFile!, None)).ShouldBeNull();
    }

    [Fact]
    public void The_id_of_a_file_says_whose_it_is_in_every_process()
    {
        var (files, elsewhere) = (_store.Get<FileIds>(), new FileIds(_store.Get<Pseudonyms>()));
        var ids = Enumerable.Range(0, 1000).Select(_ => files.New(Municipality, _resident)).ToArray();

        ids.Distinct().Count().ShouldBe(1000);
        ids.ShouldAllBe(id => id.Version == 8 && elsewhere.IsOf(id, Municipality, _resident));
        ids.ShouldAllBe(id => !files.IsOf(id, "GM0072", _resident) && !files.IsOf(id, Municipality, Guid.NewGuid()));
        files.IsOf(Guid.CreateVersion7(), Municipality, _resident).ShouldBeFalse();
        files.IsOf(Guid.Empty, Municipality, _resident).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_personal_is_kept_for_a_forgotten_resident_again()
    {
        await _store.Vault.DestroyKeyAsync(Municipality, _resident, "request 12", [], None);
        await _store.AppendAsync(_stream, 1, _resident, Message("Nog een vraag"));

        ((MessageReceived)(await _store.ReadAsync(_stream))[1].Data).Text.ShouldBeNull();
        (await _store.AsOwnerAsync<string>("select data ->> 'Text' from events.mt_events where version = 2")).ShouldBeNull();
        (await _store.Vault.SealForAsync(Municipality, _resident, "a file"u8.ToArray(), None)).ShouldBeNull();
    }

    [Fact]
    public async Task Personal_text_without_a_resident_is_refused()
    {
        await using var session = await _store.OpenAsync();
        session.Append(NewStream(), 0, [Message("Hallo")]);

        (await Should.ThrowAsync<InvalidOperationException>(() => session.CommitAsync(None))).Message.ShouldContain("resident");
    }

    [Fact]
    public async Task One_residents_bytes_do_not_open_with_anothers_key()
    {
        var other = Guid.NewGuid();
        await _store.Vault.SealForAsync(Municipality, other, "x"u8.ToArray(), None);
        var bytes = await _store.Vault.SealForAsync(Municipality, _resident, "y"u8.ToArray(), None);

        await Should.ThrowAsync<CryptographicException>(() => _store.Vault.OpenForAsync(Municipality, other, bytes!, None));
        (await _store.Vault.OpenForAsync("GM0072", _resident, bytes!, None)).ShouldBeNull();
        (await _store.Vault.OpenForAsync(Municipality, _resident, bytes!, None)).ShouldBe("y"u8.ToArray());
    }

    [Fact]
    public void The_master_key_seals_for_one_purpose()
    {
        var bytes = _store.Vault.Seal("raw-body", "text"u8);

        _store.Vault.Open("raw-body", bytes).ShouldBe("text"u8.ToArray());
        Should.Throw<CryptographicException>(() => _store.Vault.Open("token", bytes));
        bytes[^1] ^= 1;
        Should.Throw<CryptographicException>(() => _store.Vault.Open("raw-body", bytes));
    }

    [Fact]
    public void A_pseudonym_is_the_same_everywhere_and_says_nothing()
    {
        var pseudonyms = _store.Get<Pseudonyms>();

        pseudonyms.Hash("+31612345678").ShouldBe(pseudonyms.Hash("+31612345678"));
        pseudonyms.Hash("+31612345678").Length.ShouldBe(64);
        pseudonyms.Hash("+31612345678").ShouldNotBe(pseudonyms.Hash("+31612345679"));
    }

    [Fact]
    public async Task Two_batches_that_meet_a_new_resident_at_once_agree_on_the_key()
    {
        var residents = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToArray();
        var streams = Enumerable.Range(0, 8).Select(_ => residents.ToDictionary(r => r, _ => NewStream())).ToArray();
        await Parallel.ForEachAsync(
            streams,
            async (mine, ct) =>
            {
                await using var session = await _store.OpenAsync();
                foreach (var (resident, stream) in mine)
                {
                    session.Append(stream, 0, [Message($"van {resident}")], resident);
                }
                await session.CommitAsync(ct);
            }
        );

        foreach (var (resident, stream) in streams.SelectMany(mine => mine))
        {
            ((MessageReceived)(await _store.ReadAsync(stream))[0].Data).Text.ShouldBe($"van {resident}");
        }
    }

    [Fact]
    public async Task A_restored_backup_forgets_again_before_it_serves()
    {
        var key = await _store.AsOwnerAsync<byte[]>("select wrapped from events.resident_keys where resident_id = $1", _resident);
        await _store.Vault.DestroyKeyAsync(Municipality, _resident, "request 12", [], None);
        await File.AppendAllTextAsync(Path.Combine(_store.DeletionsPath, "deletions.jsonl"), "{\"Id\":\"0198", None);
        await _store.Vault.DestroyKeyAsync("GM0072", Guid.NewGuid(), "request 13", [], None);
        await _store.AsOwnerAsync<int>("delete from events.deletions");
        await _store.AsOwnerAsync<int>("insert into events.resident_keys values ($1, $2, $3, now())", Municipality, _resident, key!);
        ((MessageReceived)(await _store.ReadAsync(_stream))[0].Data).Text.ShouldNotBeNull();

        // Two channels in one process both ask for what channels share.
        await using var restored = await StartAsync(
            services => services.AddForgetResident<Forgetful>().AddForgetResident<Forgetful>(),
            beside: _store
        );
        await using var again = await StartAsync(services => services.AddForgetResident<Forgetful>(), beside: _store);

        ((MessageReceived)(await restored.ReadAsync(_stream))[0].Data).Text.ShouldBeNull();
        restored.Get<Forgetful>().Forgot.Select(d => d.Reason).ShouldBe(["request 12", "request 13"]);
        restored.Get<Forgetful>().Forgot[0].Resident.ShouldBe(_resident);
        again.Get<Forgetful>().Forgot.ShouldBeEmpty();
    }

    private sealed class Forgetful : IForgetResident
    {
        public List<ResidentDeletion> Forgot { get; } = [];

        public Task ForgetAsync(ResidentDeletion deletion, CancellationToken ct)
        {
            Forgot.Add(deletion);
            return Task.CompletedTask;
        }
    }
}
