// The conversation as this tab knows it: what is certain, in order, and what is still on its way.
class Conversation {
  constructor(line, store, changed) {
    Object.assign(this, { line, store, changed, items: [], pending: new Map(), failed: new Map(), last: 0, seen: 0, told: { delivered: 0, seen: 0 }, connected: null, busy: new Set(), files: new Map() });
    store.watch(() => this.sync());
  }
  // Follows as soon as there is a token, and sends what was left.
  sync() {
    const token = this.store.token;
    if (token !== this.token) {
      this.stop?.();
      Object.assign(this, { token, stop: null, items: [], last: 0, rested: false, asked: false, seen: this.store.read("seen") || 0, told: { delivered: 0, seen: 0 }, connected: null });
      if (token && !this.asleep) this.wake();
    }
    for (const message of this.store.outbox) {
      if (!this.items.some(item => item.id === message.id)) this.pending.set(message.id, message);
      this.deliver(message);
    }
    for (const id of this.pending.keys()) if (!this.busy.has(id) && !this.failed.has(id) && !this.store.outbox.some(one => one.id === id)) this.pending.delete(id);
    this.changed("items");
  }
  wake() {
    this.asleep = false;
    if (this.token && !this.stop) this.stop = this.line.follow(() => this.last, (kind, data) => this.hear(kind, data));
  }
  // A tab that nobody looks at for long gives its line back; nothing is missed, it asks from where it was.
  sleep() {
    this.asleep = true;
    this.stop?.();
    this.stop = null;
  }
  hear(kind, data) {
    if (kind === "item" && data.number > this.last) {
      this.last = data.number;
      this.items.push(data);
      this.pending.delete(data.id);
      this.failed.delete(data.id);
      if (data.mine) this.store.take(data.id);
      this.changed("items", data);
      if (!data.mine) this.acknowledge();
    } else if (kind === "rested") {
      this.rested = data;
      this.changed("rested");
    } else if (kind === "asked") {
      this.asked = data;
      this.changed("rested");
    } else if (kind === "typing") {
      this.changed("typing");
    } else if (kind === "up" || kind === "down") {
      const before = this.connected;
      this.connected = kind === "up";
      if (before !== this.connected) this.changed("line", before);
    } else if (kind === "gone") {
      this.forget();
      this.changed("gone");
    }
  }
  say(text, files) {
    const message = { id: newId(), text, files: files.map(file => file.upload), names: files.map(file => file.file.name) };
    for (const file of files) this.files.set(file.upload, file.file);
    // Files live in this page only: a message with files is not left for another.
    if (!files.length) this.store.put(message);
    this.pending.set(message.id, message);
    this.changed("items");
    this.deliver(message);
  }
  retry(id) {
    const message = this.pending.get(id);
    this.failed.delete(id);
    this.changed("items");
    if (message) this.deliver(message);
  }
  drop(id) {
    this.pending.delete(id);
    this.failed.delete(id);
    this.store.take(id);
    this.changed("items");
  }
  // One after the other, in the order they were written.
  deliver(message) {
    if (this.busy.has(message.id) || this.failed.has(message.id)) return;
    this.busy.add(message.id);
    this.queue = (this.queue || Promise.resolve()).then(() => this.deliverNow(message)).catch(() => {}).finally(() => this.busy.delete(message.id));
  }
  async deliverNow(message) {
    const over = () => !this.pending.has(message.id);
    for (let attempt = 0; attempt < 3 && !over(); attempt++) {
      await this.line.begin(over);
      this.sync();
      const refusal = (await this.upload(message, over)) || (await this.post(message, over));
      if (refusal !== "gone") {
        if (refusal) this.failed.set(message.id, refusal);
        this.changed("items");
        return;
      }
      // The conversation was erased meanwhile: this message begins a new one.
      this.store.token = null;
    }
  }
  async upload(message, over) {
    for (const id of message.files) {
      const file = this.files.get(id);
      if (!file) continue;
      const headers = { "File-Name": encodeURIComponent(file.name.slice(-100).toWellFormed?.() ?? "bestand"), "Content-Type": file.type || "application/octet-stream" };
      const answer = await this.line.insist("PUT", `/files/${id}`, file, { headers, over, patience: 120000, broke: () => this.hear("down") });
      if (!answer) return null;
      if (answer.status === 401) return "gone";
      if (!answer.ok) return answer.status === 415 ? "wrongKind" : "refused";
    }
    return null;
  }
  async post(message, over) {
    const { id, text, files } = message;
    const answer = await this.line.insist("POST", "/messages", { id, text, files }, { over, broke: () => this.hear("down") });
    if (!answer || answer.ok) {
      if (answer) this.store.take(id);
      if (answer && !this.connected) this.sync();
      return null;
    }
    return answer.status === 401 ? "gone" : "refused";
  }
  // Delivered is what this browser has; seen is what its visitor looked at.
  async acknowledge() {
    const now = { delivered: this.last, seen: this.seen };
    if (this.acknowledging || (now.delivered <= this.told.delivered && now.seen <= this.told.seen)) return;
    this.acknowledging = true;
    const answer = await this.line.insist("POST", "/receipts", now, { over: () => !this.token });
    this.acknowledging = false;
    if (answer?.ok) {
      this.told = now;
      this.acknowledge();
    }
  }
  look() {
    const answers = this.items.filter(item => !item.mine);
    const last = answers.length ? answers[answers.length - 1].number : 0;
    if (last > this.seen) {
      this.seen = last;
      this.store.write("seen", last);
      this.acknowledge();
      this.changed("seen");
    }
  }
  get unread() {
    return this.items.filter(item => !item.mine && item.number > this.seen).length;
  }
  typing() {
    const now = Date.now();
    if (this.token && this.connected && now - (this.typed || 0) > 4000) {
      this.typed = now;
      this.line.call("POST", "/typing").catch(() => {});
    }
  }
  rate(id, score, comment) {
    return this.line.insist("POST", "/ratings", { id, score, comment });
  }
  async fetch(file) {
    const answer = await this.line.call("GET", `/files/${file.id}`);
    return answer.ok ? answer.blob() : null;
  }
  forget() {
    this.stop?.();
    this.store.forget();
    this.pending.clear();
    this.failed.clear();
    this.sync();
  }
}
