const newId = () => crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g, c => (+c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+c / 4)))).toString(16));
// What this browser keeps of the conversation: the token that opens it, and what was not yet acknowledged. All tabs of the website share it.
class Store {
  constructor(account) {
    this.key = `webcare-chat:${account}`;
  }
  read(name) {
    try {
      return JSON.parse(localStorage.getItem(`${this.key}:${name}`));
    } catch {
      return (this.memory || {})[name] ?? null;
    }
  }
  write(name, value) {
    try {
      if (value === null) localStorage.removeItem(`${this.key}:${name}`);
      else localStorage.setItem(`${this.key}:${name}`, JSON.stringify(value));
    } catch {
      // No room, or not allowed: this page remembers, until it is left.
      this.memory = { ...this.memory, [name]: value };
    }
  }
  get token() {
    return this.read("token");
  }
  set token(value) {
    this.write("token", value);
  }
  get outbox() {
    return this.read("outbox") || [];
  }
  put(message) {
    this.write("outbox", [...this.outbox.filter(one => one.id !== message.id), message]);
  }
  take(id) {
    const left = this.outbox.filter(one => one.id !== id);
    this.write("outbox", left.length ? left : null);
  }
  forget() {
    for (const name of ["token", "outbox", "seen"]) this.write(name, null);
    this.memory = {};
  }
  // Another tab began, wrote or forgot.
  watch(changed) {
    addEventListener("storage", event => {
      if (event.key === null || event.key.startsWith(`${this.key}:`)) changed();
    });
  }
}
