"use strict";

const find = (id) => document.getElementById(id);
const stateWords = { accepted: "wordt verstuurd", sent: "verstuurd ✓", delivered: "bezorgd ✓✓", read: "gelezen ✓✓", failed: "niet bezorgd" };
const kindWords = { location: "Locatie", contacts: "Contact", sticker: "Sticker", audio: "Geluid", video: "Film", document: "Document" };
const time = new Intl.DateTimeFormat("nl-NL", { weekday: "short", hour: "2-digit", minute: "2-digit" });
let numbers = [];
let shown = "";

const number = () => numbers.find((one) => one.id === find("municipality").value);
const say = (sentence) => { find("announcement").textContent = sentence; };

async function post(path, body) {
  const answer = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function fill(select, items, value, text) {
  const chosen = select.value;
  select.replaceChildren(...items.map((item) => new Option(text(item), value(item))));
  if (items.some((item) => value(item) === chosen)) select.value = chosen;
}

function showResidents() {
  fill(find("resident"), number().residents, (one) => one.resident, (one) => `${one.name} (${asNumber(one.resident)})`);
}

const asNumber = (resident) => (/^\d+$/.test(resident) ? `+${resident}` : "zonder nummer");

async function showChat(force) {
  const answer = await fetch(`/simulator/chats/${number().id}/${encodeURIComponent(find("resident").value)}`);
  const chat = answer.ok ? await answer.json() : { lines: [], windowOpen: false };
  const key = JSON.stringify([number().id, find("resident").value, chat]);
  if (key === shown && !force) return;
  shown = key;
  find("chat-title").textContent = number().name;
  find("window").textContent = windowWords(chat);
  const list = find("lines");
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  list.replaceChildren(...(chat.lines.length ? chat.lines.map(bubble) : [nothing()]));
  if (atEnd || force) list.scrollTop = list.scrollHeight;
}

function windowWords(chat) {
  if (!chat.windowUntil) return "Nog geen bericht gestuurd. De gemeente kan u nog niet vrij schrijven.";
  const until = time.format(new Date(chat.windowUntil));
  return chat.windowOpen ? `De gemeente kan vrij antwoorden tot ${until}.` : `De 24 uur zijn om sinds ${until}. Alleen een vast sjabloon komt nog aan.`;
}

function nothing() {
  const item = document.createElement("li");
  item.className = "nothing";
  item.textContent = "Nog geen berichten. Schrijf hieronder uw eerste bericht.";
  return item;
}

function bubble(line) {
  const item = document.createElement("li");
  item.className = line.fromResident ? "bubble mine" : "bubble";
  if (line.quotedText) item.append(part("span", "quote", line.quotedText));
  if (line.fileId && (line.fileType || "").startsWith("image/")) {
    const picture = document.createElement("img");
    picture.src = `/simulator/files/${line.fileId}`;
    picture.alt = line.text ? `Foto bij: ${line.text}` : "Foto";
    item.append(picture);
  }
  item.append(part("span", line.gone ? "gone" : "words", words(line)));
  const states = [time.format(new Date(line.at)), line.edited && "bewerkt", line.state && (stateWords[line.state] || line.state)];
  item.append(part("span", "foot", states.filter(Boolean).join(" · ")));
  return item;
}

function words(line) {
  if (line.gone) return "Dit bericht is verwijderd";
  const kind = kindWords[line.type];
  return kind ? [kind, line.text].filter(Boolean).join(": ") : line.text || "";
}

function part(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

const bytes = (file) => new Promise((done, fail) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result.split(",")[1]);
  reader.onerror = fail;
  reader.readAsDataURL(file);
});

async function write(message) {
  const name = number().residents.find((one) => one.resident === find("resident").value)?.name;
  try {
    await post("/simulator/messages", { messages: [{ number: number().id, resident: find("resident").value, name, ...message }] });
    say("");
  } catch {
    say("Uw bericht is niet verstuurd. Probeer het nog een keer.");
  }
  await showChat(true);
}

async function send(event) {
  event.preventDefault();
  const text = find("text").value.trim();
  const file = find("picture").files[0];
  if (!text && !file) return;
  await write(file ? { kind: "image", text: text || undefined, content: await bytes(file), contentType: file.type } : { text });
  find("new-message").reset();
  find("picture-name").textContent = "";
  find("text").focus();
}

function welcome(event) {
  event.preventDefault();
  const name = find("newcomer-name").value.trim();
  const resident = `316${String(Date.now()).slice(-8)}`;
  number().residents.push({ resident, name });
  showResidents();
  find("resident").value = resident;
  event.target.reset();
  showChat(true);
  find("text").focus();
}

async function startBusy() {
  say((await post("/simulator/busy-afternoon")) ? "De drukke middag is begonnen." : "De drukke middag is nog bezig.");
}

async function start() {
  numbers = await (await fetch("/simulator/numbers")).json();
  fill(find("municipality"), numbers, (one) => one.id, (one) => `${one.name} (${one.displayNumber})`);
  showResidents();
  find("municipality").addEventListener("change", () => { showResidents(); showChat(true); });
  find("resident").addEventListener("change", () => showChat(true));
  find("new-message").addEventListener("submit", send);
  find("newcomer").addEventListener("submit", welcome);
  find("place").addEventListener("click", () => write({ kind: "location", text: "Hier sta ik nu" }));
  find("busy").addEventListener("click", startBusy);
  find("picture").addEventListener("change", () => { find("picture-name").textContent = find("picture").files[0]?.name || ""; });
  find("text").addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey) send(event); });
  await showChat(true);
  setInterval(() => showChat(false), 1500);
}

start();
