// Starts the circuit and keeps what was typed when the connection goes.
const reconnect = document.getElementById('components-reconnect-modal');

Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 30, retryIntervalMilliseconds: 2000 } } });

// On a narrow screen the menu scrolls: the page somebody is on stands in view.
const here = () => {
  for (const link of document.querySelectorAll(':is(.webcare-nav, .webcare-subnav) .active')) link.scrollIntoView({ block: 'nearest', inline: 'center' });
};
Blazor.addEventListener('enhancedload', here);
here();

// In an exercise the title of every page says so, in the tab and on paper.
const exercise = () => {
  const word = document.querySelector('[data-exercise]')?.dataset.exercise;
  if (word && !document.title.startsWith(word)) document.title = `${word} - ${document.title}`;
};
Blazor.addEventListener('enhancedload', exercise);
new MutationObserver(exercise).observe(document.head, { childList: true, subtree: true, characterData: true });
exercise();

// Own dialog: the framework only changes its class.
new MutationObserver(() => {
  const failed = reconnect.classList.contains('components-reconnect-failed') || reconnect.classList.contains('components-reconnect-rejected');
  const shown = failed || reconnect.classList.contains('components-reconnect-show');
  if (shown && !reconnect.open) reconnect.showModal();
  if (!shown && reconnect.open) connected();
  if (reconnect.classList.contains('components-reconnect-rejected')) start();
}).observe(reconnect, { attributes: true, attributeFilter: ['class'] });

document.getElementById('reconnect-again').addEventListener('click', start);

// The server heard nothing of what was typed meanwhile: tell it now.
function connected() {
  reconnect.close();
  for (const field of document.querySelectorAll('textarea#tekst, [data-kept]')) field.dispatchEvent(new Event('input', { bubbles: true }));
}

// The screen is gone on the server: bring the text there first, then load the page anew.
async function start() {
  const conversation = document.querySelector('[data-conversation]')?.dataset.conversation;
  const text = document.querySelector('textarea#tekst')?.value;
  if (conversation && text) {
    const draft = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text }) };
    const kept = await fetch(`/werkvoorraad/${conversation}/concept`, draft).catch(() => null);
    if (!kept?.ok) return;
  }
  const typed = [...document.querySelectorAll('[data-kept]')].map((field) => [field.id, field.value]);
  if (typed.length) sessionStorage.setItem(kept(), JSON.stringify(typed));
  location.reload();
}

// What was typed in an editor goes back into it once it stands there again; the editor brings it to the draft on the server.
const kept = () => `kept:${location.pathname}`;

function putBack() {
  const typed = new Map(JSON.parse(sessionStorage.getItem(kept()) ?? '[]'));
  if (!typed.size) return;
  const again = (left) => {
    for (const [id, value] of typed) {
      const field = document.getElementById(id);
      if (!field) continue;
      typed.delete(id);
      if (field.value === value) continue;
      field.value = value;
      for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
    }
    if (typed.size && left > 0) setTimeout(() => again(left - 1), 100);
    else sessionStorage.removeItem(kept());
  };
  again(100);
}
putBack();

// Paper.
document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-print]')) print();
});
