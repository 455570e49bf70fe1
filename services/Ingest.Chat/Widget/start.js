// Where this script came from is where the chat is; the tag says whose.
const tag = document.currentScript;
const start = () => {
  if (!tag?.dataset.account || document.querySelector("webcare-chat")) return;
  const chat = document.createElement("webcare-chat");
  chat.begin(new URL(`./${encodeURIComponent(tag.dataset.account)}`, tag.src).href, tag.dataset);
  document.body.append(chat);
};
if (!customElements.get("webcare-chat")) customElements.define("webcare-chat", WebcareChat);
if (document.body) start();
else addEventListener("DOMContentLoaded", start);
