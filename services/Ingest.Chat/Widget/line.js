// The line to the hub: calls, and the conversation as it happens. Everything is tried again until it is acknowledged or refused.
const pause = (ms, signal) => new Promise(done => {
  const timer = setTimeout(done, ms);
  signal?.addEventListener("abort", () => (clearTimeout(timer), done()), { once: true });
});
const backoff = attempt => Math.min(15000, 500 * 2 ** Math.min(attempt, 5)) * (0.75 + Math.random() / 2);

class Line {
  constructor(base, store) {
    this.base = base;
    this.store = store;
  }
  async call(method, path, body, more = {}) {
    const headers = { ...more.headers };
    const token = more.token === undefined ? this.store.token : more.token;
    if (token) headers["Chat-Token"] = token;
    if (body && !(body instanceof Blob)) {
      headers["Content-Type"] = "application/json";
      body = JSON.stringify(body);
    }
    return fetch(this.base + path, { method, headers, body, mode: "cors", credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer", signal: more.signal });
  }
  // Until the hub says yes or no. What broke off, and what it cannot do now, comes again with the same id.
  async insist(method, path, body, more = {}) {
    for (let attempt = 0; ; attempt++) {
      try {
        const limit = AbortSignal.timeout(more.patience || 20000);
        const answer = await this.call(method, path, body, { ...more, signal: limit });
        if (answer.ok || (answer.status < 500 && answer.status !== 429 && answer.status !== 408)) return answer;
        await pause(Math.max(backoff(attempt), 1000 * (answer.headers.get("Retry-After") || 0)));
      } catch {
        more.broke?.();
        await Promise.race([pause(backoff(attempt)), new Promise(done => addEventListener("online", done, { once: true }))]);
      }
      if (more.over?.()) return null;
    }
  }
  // Two tabs that begin at the same time begin one conversation.
  begin(over) {
    const start = async () => {
      if (this.store.token) return;
      const answer = await this.insist("POST", "/visits", undefined, { token: null, over });
      if (answer?.ok) this.store.token = (await answer.json()).token;
    };
    return navigator.locks ? navigator.locks.request(`${this.store.key}:begin`, start) : start();
  }
  // Reads from behind the last number until it is stopped. A line that stays silent longer than the hub ever does is dead.
  follow(after, hears) {
    const stop = new AbortController();
    let last = after;
    const run = async () => {
      for (let attempt = 0; !stop.signal.aborted; attempt++) {
        const cut = new AbortController();
        const end = () => cut.abort();
        stop.signal.addEventListener("abort", end);
        addEventListener("offline", end);
        try {
          const answer = await this.call("GET", `/items?after=${last()}`, undefined, { signal: cut.signal });
          if (answer.status === 401) {
            hears("gone");
            return;
          }
          if (!answer.ok) throw new Error(String(answer.status));
          hears("up");
          attempt = 0;
          await this.read(answer.body.getReader(), hears, end);
        } catch {
          if (!stop.signal.aborted) hears("down");
        } finally {
          stop.signal.removeEventListener("abort", end);
          removeEventListener("offline", end);
        }
        if (!stop.signal.aborted) {
          await Promise.race([pause(backoff(attempt), stop.signal), new Promise(done => addEventListener("online", done, { once: true }))]);
        }
      }
    };
    run();
    return () => stop.abort();
  }
  async read(reader, hears, end) {
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const silence = setTimeout(end, 45000);
      const { done, value } = await reader.read().finally(() => clearTimeout(silence));
      if (done) throw new Error("ended");
      text += decoder.decode(value, { stream: true });
      const events = text.split("\n\n");
      text = events.pop();
      for (const event of events) {
        const kind = /^event: (\w+)$/m.exec(event);
        const data = /^data: (.*)$/m.exec(event);
        if (kind && data) hears(kind[1], JSON.parse(data[1]));
      }
    }
  }
}
