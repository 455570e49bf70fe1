// Starts the circuit and keeps what was typed when the connection goes.
const reconnect = document.getElementById('components-reconnect-modal');

Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 30, retryIntervalMilliseconds: 2000 } } });

// On a narrow screen the menu scrolls: the page somebody is on stands in view.
const here = () => {
  for (const link of document.querySelectorAll(':is(.webcare-nav, .webcare-subnav) .active')) link.scrollIntoView({ block: 'nearest', inline: 'center' });
};
Blazor.addEventListener('enhancedload', here);
here();

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
  const text = document.querySelector('textarea#tekst');
  text?.dispatchEvent(new Event('input', { bubbles: true }));
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
  location.reload();
}
