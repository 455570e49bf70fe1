// Everything the work floor needs from the browser: keys, focus, dialogs, the address, the end of the thread.
const single = new Set(['j', 'k', 'v', 'a', 'b', 'c', 'n', 'z', 'p', 'f', 'e', 'i', 'o', 's', 't', '/', '?']);
const fields = 'input, textarea, select, [contenteditable]';
const remembered = 'webcare-single-keys';
let floor;
let before;
let thread;

export function start(reference) {
  floor = reference;
  document.addEventListener('keydown', pressed);
  document.addEventListener('keydown', tabs);
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-single-keys]')) localStorage.setItem(remembered, event.target.checked ? 'on' : 'off');
  });
}

// After each rendering: follow the thread while its end is in view, and leave it alone otherwise.
export function rendered() {
  const shown = document.getElementById('draad');
  if (!shown) return void (thread = null);
  const conversation = document.querySelector('[data-conversation]')?.dataset.conversation;
  const other = !thread || thread.conversation !== conversation || thread.element !== shown;
  thread = { element: shown, conversation, atEnd: other || thread.atEnd, top: other ? 0 : thread.top };
  follow(shown);
  if (!shown.dataset.watched) watch(shown);
}

function follow(shown) {
  if (thread?.element === shown && thread.atEnd) shown.scrollTop = shown.scrollHeight;
}

// Pictures that arrive and a text field that grows move the end as well.
function watch(shown) {
  shown.dataset.watched = 'true';
  // Only who scrolls up leaves the end; what grows below does not take it away.
  const note = () => {
    if (thread?.element !== shown) return;
    if (shown.scrollHeight - shown.scrollTop - shown.clientHeight < 80) thread.atEnd = true;
    else if (shown.scrollTop < thread.top) thread.atEnd = false;
    thread.top = shown.scrollTop;
  };
  shown.addEventListener('scroll', note, { passive: true });
  const sizes = new ResizeObserver(() => follow(shown));
  sizes.observe(shown);
  for (const part of shown.children) sizes.observe(part);
}

export function focus(selector) {
  const again = (left) => {
    const element = document.querySelector(selector);
    if (element) return element.focus();
    if (left > 0) requestAnimationFrame(() => again(left - 1));
  };
  again(10);
}

export function textOf(selector) {
  return document.querySelector(selector)?.value ?? '';
}

// Through the field itself, so that undo works and the server hears of it.
export function setText(selector, text, add) {
  const again = (left) => {
    const field = document.querySelector(selector);
    if (!field) return left > 0 ? requestAnimationFrame(() => again(left - 1)) : undefined;
    const typed = field.value.trimEnd();
    field.value = add && typed ? `${typed}\n\n${text}` : text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    field.scrollTop = field.scrollHeight;
  };
  again(10);
}

export function openDialog(selector) {
  const dialog = document.querySelector(selector);
  before = document.activeElement;
  dialog.showModal();
  dialog.querySelector('form :is(input:checked, input.utrecht-textbox, select, textarea), .webcare-choice')?.focus();
  const keys = dialog.querySelector('[data-single-keys]');
  if (keys) keys.checked = localStorage.getItem(remembered) !== 'off';
  dialog.addEventListener('cancel', (event) => { event.preventDefault(); closeDialog(); floor.invokeMethodAsync('Dismissed'); });
}

export function closeDialog() {
  document.querySelector('#dialoog')?.close();
  if (before?.isConnected) before.focus();
}

export function address(path) {
  if (location.pathname !== path) history.pushState(null, '', path);
}

function pressed(event) {
  const field = event.target.closest?.(fields);
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && field?.dataset.send) {
    event.preventDefault();
    field.form.requestSubmit();
  } else if (field) {
    inField(event, field);
  } else if (single.has(event.key.toLowerCase()) && plain(event) && localStorage.getItem(remembered) !== 'off' && !event.target.closest('dialog')) {
    event.preventDefault();
    floor.invokeMethodAsync('Pressed', event.key.toLowerCase());
  }
}

function inField(event, field) {
  const atStart = field.value !== undefined && /(^|\n)$/.test(field.value.slice(0, field.selectionStart ?? 0));
  if (event.key === '/' && field.dataset.slash && plain(event) && atStart) {
    event.preventDefault();
    floor.invokeMethodAsync('Pressed', '/');
  } else if (field.dataset.picker && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) {
    event.preventDefault();
    if (event.key !== 'Enter') setTimeout(() => document.querySelector('[role=option][aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), 60);
  } else if (event.key === 'Escape' && field.id === 'tekst') {
    focus('#gesprek-titel');
  }
}

function plain(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

// Arrow keys move between the tabs of one list.
function tabs(event) {
  const tab = event.target.closest?.('[role=tab]');
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!tab || !step) return;
  const all = [...tab.closest('[role=tablist]').querySelectorAll('[role=tab]')];
  const next = all[(all.indexOf(tab) + step + all.length) % all.length];
  event.preventDefault();
  next.focus();
  next.click();
}
