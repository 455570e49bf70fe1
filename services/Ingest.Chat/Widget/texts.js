// Dutch and English, by the language of the page.
const texts = {
  nl: {
    open: "Chat met ons", openUnread: "Chat met ons, {n} nieuw", close: "Chat sluiten", title: "Chat met gemeente {name}",
    isOpen: "We zijn er. U krijgt hier antwoord.", isClosed: "We zijn nu gesloten.", opensAt: "We zijn nu gesloten. We zijn er weer {when}.",
    leave: "Laat uw vraag hier achter. U leest het antwoord hier, of we bereiken u op een andere manier.",
    reach: "E-mail of telefoon (mag u leeg laten)", reached: "Bereikbaar via: {reach}",
    message: "Uw bericht", send: "Versturen", attach: "Bestand", remove: "{name} weghalen", log: "Berichten",
    you: "U", them: "Gemeente {name}", sending: "Wordt verstuurd", sent: "Verstuurd", failed: "Niet verstuurd: {why}", again: "Opnieuw versturen",
    offline: "Geen verbinding. Wat u schrijft, wordt verstuurd zodra de verbinding er weer is.", online: "U bent weer verbonden.",
    typing: "Een medewerker schrijft een antwoord", newMessage: "Nieuw bericht van gemeente {name}", today: "Vandaag",
    privacy: "Deel geen burgerservicenummer of medische gegevens.", privacyLink: "Zo gaan we met uw gegevens om",
    keep: "Gesprek bewaren", keepName: "gesprek-gemeente", end: "Afronden", back: "Terug naar het gesprek",
    rateTitle: "Hoe vond u dit gesprek?", rateHint: "1 is heel slecht, 10 is uitstekend", rateWhy: "Wilt u dat toelichten? (mag u leeg laten)",
    rateSend: "Oordeel versturen", rateThanks: "Dank u wel. U kunt dit venster sluiten, of verder chatten.", rateChoose: "Kies een cijfer.", rateGive: "Geef een cijfer",
    forget: "Gesprek van dit apparaat halen", forgotten: "Het gesprek staat niet meer op dit apparaat.", gone: "Dit gesprek is gewist. U kunt een nieuw gesprek beginnen.",
    tooLarge: "{name} is te groot. Een bestand mag hoogstens {max} MB zijn.", tooMany: "U kunt hoogstens {n} bestanden tegelijk sturen.",
    wrongKind: "Dit soort bestand kunnen we niet ontvangen.", tooLong: "Uw bericht is te lang.", refused: "dit bericht kan niet worden verstuurd",
    save: "{name} opslaan, {size}", noFile: "Dit bestand is er niet meer.", unavailable: "De chat is nu niet beschikbaar.", empty: "Schrijf eerst een bericht.",
    ended: "Afronden: oordeel geven of gesprek bewaren", rested: "Gemeente {name} heeft dit gesprek afgerond. Heeft u nog een vraag? Schrijf gewoon verder.",
  },
  en: {
    open: "Chat with us", openUnread: "Chat with us, {n} new", close: "Close chat", title: "Chat with the municipality of {name}",
    isOpen: "We are here. You will get an answer in this chat.", isClosed: "We are closed now.", opensAt: "We are closed now. We will be back {when}.",
    leave: "Leave your question here. You can read the answer here, or we will reach you in another way.",
    reach: "E-mail or phone (optional)", reached: "Can be reached at: {reach}",
    message: "Your message", send: "Send", attach: "File", remove: "Remove {name}", log: "Messages",
    you: "You", them: "Municipality of {name}", sending: "Sending", sent: "Sent", failed: "Not sent: {why}", again: "Send again",
    offline: "No connection. What you write will be sent as soon as the connection is back.", online: "You are connected again.",
    typing: "Someone is writing an answer", newMessage: "New message from the municipality of {name}", today: "Today",
    privacy: "Do not share your citizen service number (BSN) or medical information.", privacyLink: "How we handle your data",
    keep: "Save conversation", keepName: "conversation-municipality", end: "Finish", back: "Back to the conversation",
    rateTitle: "How was this conversation?", rateHint: "1 is very bad, 10 is excellent", rateWhy: "Would you like to explain? (optional)",
    rateSend: "Send rating", rateThanks: "Thank you. You can close this window, or go on chatting.", rateChoose: "Choose a number.", rateGive: "Give a number",
    forget: "Remove conversation from this device", forgotten: "The conversation is no longer on this device.", gone: "This conversation was erased. You can start a new one.",
    tooLarge: "{name} is too large. A file can be {max} MB at most.", tooMany: "You can send {n} files at a time.",
    wrongKind: "We cannot receive this kind of file.", tooLong: "Your message is too long.", refused: "this message cannot be sent",
    save: "Save {name}, {size}", noFile: "This file is not there any more.", unavailable: "The chat is not available now.", empty: "Write a message first.",
    ended: "Finish: give a rating or save the conversation", rested: "The municipality of {name} has finished this conversation. Do you have another question? Just write on.",
  },
};
const language = code => (/^en\b/i.test(code || "") ? "en" : "nl");
const speak = lang => (key, values) => (texts[lang][key] || key).replace(/\{(\w+)\}/g, (_, name) => (values || {})[name] ?? "");
const moment = (lang, at, style) => {
  const words = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "nl-NL", { timeZone: "Europe/Amsterdam", ...style }).format(new Date(at));
  return lang === "en" ? words : words.replace(/(\d\d):(\d\d)/, "$1.$2 uur");
};
const size = (lang, bytes) => new Intl.NumberFormat(lang === "en" ? "en-GB" : "nl-NL", { maximumFractionDigits: 1 }).format(Math.max(0.1, bytes / (bytes < 1e6 ? 1e3 : 1e6))) + (bytes < 1e6 ? " kB" : " MB");
