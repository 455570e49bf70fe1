// The chat on the page: a button, and a dialog that does not keep anybody from the rest of the page.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
const narrow = matchMedia("(max-width: 30rem)");

class WebcareChat extends HTMLElement {
  begin(base, settings) {
    this.base = base;
    this.lang = language(settings.lang || document.documentElement.lang || navigator.language);
    this.t = speak(this.lang);
    this.info = null;
    this.shown = new Map();
    this.chosen = [];
    if (settings.scheme) this.setAttribute("scheme", settings.scheme);
    this.store = new Store(settings.account);
    this.talk = new Conversation(new Line(base, this.store), this.store, (what, detail) => this.change(what, detail));
  }
  connectedCallback() {
    if (this.root || !this.base) return;
    this.root = this.attachShadow({ mode: "open" });
    this.root.adoptedStyleSheets = [sheet];
    this.build();
    this.talk.sync();
    if (this.store.token || this.wasOpen) this.learn();
    if (this.wasOpen) this.open(false);
    document.addEventListener("visibilitychange", () => this.visible());
  }
  get wasOpen() {
    try {
      return sessionStorage.getItem(`${this.store.key}:open`) === "yes";
    } catch {
      return false;
    }
  }
  build() {
    const { t } = this;
    this.badge = make("span", { className: "badge", part: "badge", hidden: true, "aria-hidden": "true" });
    this.launcher = make("button", { type: "button", className: "launcher action", part: "launcher", "aria-haspopup": "dialog", "aria-expanded": "false", onclick: () => this.open(true) }, icon("chat"), make("span", {}, t("open")), this.badge);
    this.heading = make("h2", { id: "title", part: "title" }, t("open"));
    this.live = make("p", { className: "unseen", role: "status" });
    this.hours = make("p", { className: "hours", part: "hours" });
    this.log = make("div", { className: "log", part: "log", role: "log", tabIndex: 0, "aria-label": t("log") });
    this.note = make("p", { className: "note", role: "status" });
    this.panel = make("div", { className: "panel", part: "panel", role: "dialog", "aria-labelledby": "title", hidden: true, onkeydown: event => this.key(event) },
      make("header", { part: "header" }, this.heading,
        (this.endButton = make("button", { type: "button", className: "plain", title: t("ended"), hidden: true, onclick: () => this.finish() }, t("end"))),
        make("button", { type: "button", className: "plain square", "aria-label": t("close"), title: t("close"), onclick: () => this.close() }, icon("close"))),
      this.live, this.buildTalk(), this.buildEnd());
    this.root.append(this.launcher, make("p", { className: "unseen", role: "status", id: "outside" }), this.panel);
    this.outside = this.root.getElementById("outside");
  }
  buildTalk() {
    const { t } = this;
    this.text = make("textarea", { id: "text", rows: 2, part: "textbox", "aria-describedby": "error privacy", oninput: () => (this.grow(), this.text.value && this.talk.typing()), onkeydown: event => this.enter(event) });
    this.reach = make("input", { id: "reach", type: "text", part: "textbox", autocomplete: "email", maxLength: 200 });
    this.reachField = make("div", { className: "field", hidden: true }, make("label", { htmlFor: "reach" }, t("reach")), this.reach);
    this.picker = make("input", { type: "file", multiple: true, hidden: true, tabIndex: -1, onchange: () => this.choose() });
    this.files = make("ul", { className: "files", hidden: true });
    this.error = make("p", { className: "error", id: "error", role: "alert" });
    this.privacy = make("p", { className: "privacy", id: "privacy", part: "privacy" }, t("privacy"));
    const form = make("form", { part: "composer", onsubmit: event => (event.preventDefault(), this.send()) },
      make("label", { htmlFor: "text" }, t("message")), this.text, this.reachField, this.files, this.error,
      make("div", { className: "row" },
        make("button", { type: "button", className: "second", part: "attach", onclick: () => this.picker.click() }, icon("attach"), t("attach")), this.picker,
        make("button", { type: "submit", className: "action", part: "send" }, t("send"), icon("send"))),
      this.privacy);
    // What grows around the messages does not push the last one out of sight.
    this.ends = true;
    this.log.addEventListener("scroll", () => (this.ends = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80));
    new ResizeObserver(() => this.ends && this.bottom()).observe(this.log);
    return (this.talkView = make("div", { className: "view" }, this.hours, this.log, this.note, form));
  }
  buildEnd() {
    const { t } = this;
    const scores = Array.from({ length: 10 }, (_, n) => make("label", { className: "score" }, make("input", { type: "radio", name: "score", value: n + 1 }), make("span", {}, String(n + 1))));
    this.why = make("textarea", { id: "why", rows: 2, maxLength: 1000, part: "textbox" });
    this.endError = make("p", { className: "error", role: "alert" });
    this.thanks = make("p", { className: "thanks", role: "status" });
    this.rateForm = make("form", { onsubmit: event => (event.preventDefault(), this.rate()) },
      make("fieldset", {}, make("legend", { id: "rate-title", tabIndex: -1 }, t("rateTitle")), make("p", { className: "hint" }, t("rateHint")), make("div", { className: "scores" }, ...scores)),
      make("label", { htmlFor: "why" }, t("rateWhy")), this.why, this.endError,
      make("div", { className: "row" }, make("button", { type: "submit", className: "action" }, t("rateSend"))));
    return (this.endView = make("div", { className: "view end", hidden: true }, 
      make("button", { type: "button", className: "second", onclick: () => this.back() }, icon("back"), t("back")), this.rateForm, this.thanks,
      make("div", { className: "column" },
        make("button", { type: "button", className: "second", onclick: () => this.keep() }, t("keep")),
        make("button", { type: "button", className: "second", onclick: () => this.forget() }, t("forget")))));
  }
  // What the municipality is called, and whether somebody is there: asked when it matters, not on every page view.
  async learn() {
    const answer = await this.talk.line.insist("GET", "", undefined, { token: null, over: () => !this.isConnected });
    if (!answer?.ok) {
      this.hours.textContent = this.t("unavailable");
      return;
    }
    const info = (this.info = await answer.json());
    const { t, lang } = this;
    this.heading.textContent = t("title", info);
    this.text.maxLength = info.longestText;
    const when = info.opensAt && moment(lang, info.opensAt, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
    this.closedWords = when ? t("opensAt", { when }) : t("isClosed");
    this.hours.classList.toggle("closed", !info.open);
    this.privacy.replaceChildren(t("privacy"), ...(info.privacyUrl ? [" ", make("a", { href: info.privacyUrl, target: "_blank", rel: "noopener noreferrer" }, t("privacyLink"))] : []));
    this.redraw();
  }
  // Who has said something already knows, and needs the room for the conversation.
  tellHours() {
    if (!this.info) return;
    const said = this.talk.items.some(item => item.mine) || this.talk.pending.size > 0;
    const words = this.info.open ? this.t("isOpen") : said ? this.closedWords : `${this.closedWords} ${this.t("leave")}`;
    if (this.hours.textContent !== words) this.hours.textContent = words;
    this.reachField.hidden = this.info.open || said;
  }
  open(focus) {
    this.panel.hidden = false;
    this.launcher.hidden = true;
    this.launcher.setAttribute("aria-expanded", "true");
    this.panel.setAttribute("aria-modal", String(narrow.matches));
    this.remember("yes");
    if (!this.info) this.learn();
    this.redraw();
    this.bottom();
    this.look();
    if (focus) this.text.focus();
  }
  close() {
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.remember("no");
    this.launcher.focus();
  }
  remember(open) {
    try {
      sessionStorage.setItem(`${this.store.key}:open`, open);
    } catch {
      // Not allowed: the dialog is closed on the next page.
    }
  }
  key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Tab" && narrow.matches) {
      // The dialog covers the page: what is behind it is not for the keyboard either.
      const stops = [...this.panel.querySelectorAll("button,input,textarea,a[href],[tabindex='0']")].filter(one => one.tabIndex >= 0 && one.checkVisibility());
      const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
      if (this.root.activeElement === edge) {
        event.preventDefault();
        (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
      }
    }
  }
  enter(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && matchMedia("(pointer: fine)").matches) {
      event.preventDefault();
      this.send();
    }
  }
  send() {
    const { t, info } = this;
    const reach = this.reachField.hidden ? "" : this.reach.value.trim();
    const words = this.text.value.trim();
    const text = [words, words && reach && t("reached", { reach })].filter(Boolean).join("\n\n").toWellFormed?.() ?? words;
    if (!text && !this.chosen.length) return this.complain(t("empty"));
    if (info && text.length > info.longestText) return this.complain(t("tooLong"));
    this.complain("");
    this.talk.say(text, this.chosen);
    this.chosen = [];
    this.text.value = "";
    this.grow();
    this.drawFiles();
    this.bottom();
    this.text.focus();
  }
  complain(words) {
    this.error.textContent = words;
    this.text.setAttribute("aria-invalid", String(!!words));
    if (words) this.text.focus();
  }
  choose() {
    const { t, info } = this;
    const [most, max] = [info?.mostFiles ?? 5, info?.largestFile ?? 1e7];
    for (const file of this.picker.files) {
      if (this.chosen.length >= most) this.complain(t("tooMany", { n: most }));
      else if (file.size > max || !file.size) this.complain(t("tooLarge", { name: file.name, max: Math.floor(max / 1048576) }));
      else this.chosen.push({ upload: newId(), file });
    }
    this.picker.value = "";
    this.drawFiles();
    this.text.focus();
  }
  drawFiles() {
    this.files.hidden = !this.chosen.length;
    this.files.replaceChildren(...this.chosen.map(one => make("li", {}, `${one.file.name}, ${size(this.lang, one.file.size)} `,
      make("button", { type: "button", className: "second square", "aria-label": this.t("remove", { name: one.file.name }), onclick: () => ((this.chosen = this.chosen.filter(other => other !== one)), this.drawFiles(), this.text.focus()) }, icon("close")))));
  }
  change(what, detail) {
    if (!this.root) return;
    if (what === "typing") this.typing();
    if (what === "line") this.lineChanged(detail);
    if (what === "gone") (this.drawAll(), this.say(this.t("gone")));
    if (what === "items" || what === "rested") this.redraw();
    if (detail?.mine === false) {
      clearTimeout(this.typer);
      if (this.note.dataset.kind === "typing") this.say("");
      this.look();
      if (this.panel.hidden && this.talk.unread && this.talk.connected) this.outside.textContent = this.t("newMessage", this.names);
    }
    this.count();
  }
  get names() {
    return { name: this.info?.name ?? "" };
  }
  say(words, kind = "") {
    this.note.textContent = words;
    this.note.dataset.kind = kind;
  }
  typing() {
    this.say(this.t("typing"), "typing");
    clearTimeout(this.typer);
    this.typer = setTimeout(() => this.note.dataset.kind === "typing" && this.say(""), 7000);
  }
  lineChanged(before) {
    if (this.talk.connected === false && !this.talk.asleep) this.say(this.t("offline"), "line");
    else if (this.note.dataset.kind === "line") this.say(before === false ? this.t("online") : "", "");
  }
  count() {
    const n = this.talk.unread;
    this.badge.hidden = !n;
    this.badge.textContent = n;
    this.launcher.setAttribute("aria-label", n ? this.t("openUnread", { n }) : this.t("open"));
    this.endButton.hidden = !this.talk.items.length || !this.endView.hidden;
  }
  visible() {
    clearTimeout(this.sleeper);
    if (document.hidden) this.sleeper = setTimeout(() => this.talk.sleep(), 120000);
    else (this.talk.wake(), this.look());
  }
  look() {
    if (!this.panel.hidden && !document.hidden && !this.talkView.hidden) this.talk.look();
    this.count();
  }
  drawAll() {
    this.shown.clear();
    this.log.replaceChildren();
    this.redraw();
  }
  // Adds what is new and changes what changed, so that a screen reader hears each thing once.
  redraw() {
    const known = this.talk.items;
    this.tellHours();
    if (this.shown.size && !known.length && !this.talk.pending.size) (this.shown.clear(), this.log.replaceChildren());
    const atEnd = this.ends;
    const lastMine = known.findLast(item => item.mine);
    let day = "";
    const order = [];
    for (const item of known) {
      const own = moment(this.lang, item.at, { weekday: "long", day: "numeric", month: "long" });
      if (own !== day) order.push(this.line(`day ${own}`, "", () => make("p", { className: "day" }, own)));
      day = own;
      order.push(this.line(item.id, `${item.number}${item === lastMine}${this.names.name}`, () => this.bubble(item, item === lastMine ? this.t("sent") : "")));
    }
    for (const message of this.talk.pending.values()) {
      const why = this.talk.failed.get(message.id);
      order.push(this.line(message.id, `pending ${why}`, () => this.waiting(message, why)));
    }
    if (this.talk.rested && known.length && !this.talk.pending.size) order.push(this.line("rested", `${this.talk.asked}`, () => this.done()));
    for (const [key, entry] of this.shown) if (!order.includes(entry.element)) (entry.element.remove(), this.shown.delete(key));
    order.forEach((element, at) => this.log.children[at] !== element && this.log.insertBefore(element, this.log.children[at] ?? null));
    if (atEnd) this.bottom();
    this.count();
  }
  line(key, state, draw) {
    const before = this.shown.get(key);
    if (before?.state === state) return before.element;
    const element = draw();
    before?.element.replaceWith(element);
    this.shown.set(key, { state, element });
    return element;
  }
  bubble(item, state) {
    const { t, lang } = this;
    return make("div", { className: item.mine ? "message mine" : "message theirs", part: item.mine ? "message message-visitor" : "message message-municipality" },
      make("p", { className: "who" }, `${item.mine ? t("you") : t("them", this.names)}, `, make("time", { dateTime: item.at }, moment(lang, item.at, { hour: "2-digit", minute: "2-digit" }))),
      item.text ? make("p", { className: "words", dir: "auto" }, ...linked(item.text)) : null,
      ...item.files.map(file => make("button", { type: "button", className: "second file", onclick: event => this.saveFile(file, event.currentTarget) }, t("save", { name: file.name, size: size(lang, file.length) }))),
      state ? make("p", { className: "state" }, state) : null);
  }
  waiting(message, why) {
    const { t } = this;
    return make("div", { className: "message mine", part: "message message-visitor" },
      make("p", { className: "who" }, t("you")),
      message.text ? make("p", { className: "words", dir: "auto" }, message.text) : null,
      ...message.names.map(name => make("p", { className: "who" }, name)),
      make("p", { className: why ? "state error" : "state" }, why ? t("failed", { why: t(why) }) : t("sending")),
      why ? make("button", { type: "button", className: "second", onclick: () => this.talk.retry(message.id) }, t("again")) : null,
      why ? make("button", { type: "button", className: "second", onclick: () => this.talk.drop(message.id) }, t("remove", { name: "" }).trim()) : null);
  }
  // Writing goes on where it was; who is content can say so.
  done() {
    const { t, talk } = this;
    return make("div", { className: "rested" }, make("p", {}, t("rested", this.names)), talk.asked ? make("p", {}, t("rateTitle")) : null,
      make("button", { type: "button", className: "second", onclick: () => this.finish() }, t(talk.asked ? "rateGive" : "ended")));
  }
  async saveFile(file, button) {
    const blob = await this.talk.fetch(file).catch(() => null);
    if (blob) save(blob, file.name);
    else button.after(make("p", { className: "error", role: "alert" }, this.t("noFile")));
  }
  bottom() {
    this.log.scrollTop = this.log.scrollHeight;
  }
  grow() {
    this.text.rows = Math.min(6, Math.max(2, this.text.value.split("\n").length));
  }
  finish() {
    this.talkView.hidden = true;
    this.endView.hidden = false;
    this.rateForm.hidden = false;
    this.thanks.textContent = "";
    this.count();
    this.root.getElementById("rate-title").focus();
  }
  back() {
    this.endView.hidden = true;
    this.talkView.hidden = false;
    this.bottom();
    this.look();
    this.text.focus();
  }
  async rate() {
    const score = this.rateForm.querySelector("input:checked")?.value;
    this.endError.textContent = score ? "" : this.t("rateChoose");
    if (!score) return this.rateForm.querySelector("input").focus();
    this.rating ??= newId();
    const answer = await this.talk.rate(this.rating, Number(score), this.why.value.trim());
    this.rating = null;
    if (!answer?.ok) return void (this.endError.textContent = this.t("unavailable"));
    this.talk.asked = false;
    this.redraw();
    this.rateForm.hidden = true;
    this.rateForm.reset();
    this.thanks.textContent = this.t("rateThanks");
  }
  keep() {
    const { t, lang } = this;
    const lines = this.talk.items.map(item => `${moment(lang, item.at, { dateStyle: "medium", timeStyle: "short" })}, ${item.mine ? t("you") : t("them", this.names)}:\n${[item.text, ...item.files.map(file => `[${file.name}]`)].filter(Boolean).join("\n")}\n`);
    save(new Blob([`\ufeff${t("title", this.names)}\n\n${lines.join("\n")}`], { type: "text/plain;charset=utf-8" }), `${t("keepName")}-${this.names.name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.txt`);
  }
  forget() {
    this.talk.forget();
    this.drawAll();
    this.back();
    this.say(this.t("forgotten"));
  }
}
