// The desk's script. Pages work without it; with it they take keys, words can be chosen on the page, and an
// answer is kept in the browser until the server has it.
"use strict";

document.body.classList.add("scripted");
const person = document.body.dataset.person || "";
const byId = (id) => document.getElementById(id);
const formKey = () => (document.querySelector("input[name=form_key]") || {}).value || "";

// ---- What waits to be saved: in localStorage, so that neither a reload nor a lost connection loses it.

const queueKey = `planmark queue ${person}`;
const readQueue = () => {
  try {
    return JSON.parse(localStorage.getItem(queueKey)) || [];
  } catch {
    return [];
  }
};
const writeQueue = (queue) => localStorage.setItem(queueKey, JSON.stringify(queue));
const inQueue = (key) => readQueue().some((item) => item.key === key);
const dropFromQueue = (key) => writeQueue(readQueue().filter((item) => item.key !== key));

function showQueue(problem) {
  const place = byId("save-state");
  if (!place) return;
  const waiting = readQueue().length;
  const text = waiting === 0 ? "" :
    `${waiting} answer${waiting === 1 ? "" : "s"} kept in this browser, not yet saved${problem ? ": " + problem : ""}`;
  if (place.textContent !== text) place.textContent = text;
  place.classList.toggle("waiting", waiting > 0);
}

// "saved" with the server's word, "refused" with its reason (it will not take it later either), or "waiting".
async function send(item) {
  const body = new URLSearchParams(item.fields);
  body.set("form_key", formKey());
  let response;
  try {
    response = await fetch(item.address, {
      method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual",
      signal: AbortSignal.timeout ? AbortSignal.timeout(15000) : undefined,
    });
  } catch {
    return { state: "waiting", why: "no connection" };
  }
  let answer = null;
  try {
    answer = await response.json();
  } catch {
    return { state: "waiting", why: `the server said ${response.status}` };
  }
  if (response.ok) return { state: "saved", answer };
  const problem = (answer && answer.problem) || {};
  const why = [problem.what, problem.fix].filter(Boolean).join("; ");
  // A form that is out of date is taken once the page has been loaded again; what one may not do stays refused.
  const forbidden = response.status === 403 && !/out of date/.test(problem.what);
  if (response.status === 422 || response.status === 404 || forbidden) return { state: "refused", why };
  return { state: "waiting", why: response.status === 401 ? "sign in again" : why };
}

let flushing = false;
async function flush() {
  if (flushing || !person) return;
  flushing = true;
  let problem = "";
  for (const item of readQueue()) {
    const result = await send(item);
    if (result.state === "waiting") {
      problem = result.why;
      break;
    }
    dropFromQueue(item.key);
    if (result.state === "saved") {
      localStorage.removeItem(item.form);
      if ((byId("desk") || { dataset: {} }).dataset.address === item.address) tell("Saved. Load the page again to see it.", false);
    }
    if (result.state === "refused") tell(`Not saved (${item.title}): ${result.why}. What you wrote is still on its desk.`, true);
  }
  flushing = false;
  showQueue(problem);
}

function tell(text, bad) {
  const place = byId("told");
  if (!place) return;
  const line = document.createElement("p");
  line.className = bad ? "warning" : "told";
  line.textContent = text;
  place.replaceChildren(line);
  if (bad) line.scrollIntoView({ block: "nearest" });
}

// Each client of one person may run this: the same key twice is one answer.
if (person) {
  showQueue();
  flush();
  setInterval(() => { if (readQueue().length) flush(); }, 4000);
  addEventListener("online", flush);
  addEventListener("storage", () => showQueue());
}

// ---- The desk.

const desk = byId("desk");
if (desk) {
  const form = byId("answer-form");
  const address = desk.dataset.address;
  const formStore = `planmark form ${person} ${address}`;

  // -- What is filled in, kept while it is filled in.

  const kept = () => [...new FormData(form)].filter(([name]) => name !== "form_key" && name !== "key");
  const keep = () => localStorage.setItem(formStore, JSON.stringify({
    base: form.dataset.base, version: form.elements.text_version.value, fields: kept(),
    added: [...byId("added").querySelectorAll("[data-page-of]")].map((li) => ({
      span: li.dataset.span, page: li.dataset.pageOf, text: li.querySelector("blockquote").textContent })),
  }));

  function restore() {
    let stored;
    try {
      stored = JSON.parse(localStorage.getItem(formStore));
    } catch { /* as if there were none */ }
    if (!stored) return;
    if (stored.base !== form.dataset.base || stored.version !== form.elements.text_version.value) {
      localStorage.removeItem(formStore);
      return;
    }
    for (const quote of stored.added || []) addQuote(quote.span, quote.page, quote.text);
    const fields = new Map();
    for (const [name, value] of stored.fields) fields.set(name, [...(fields.get(name) || []), value]);
    for (const control of form.elements) {
      if (!control.name || ["form_key", "key", "supersedes", "text_version"].includes(control.name)) continue;
      const values = fields.get(control.name) || [];
      if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
      else if (control.type !== "submit" && values.length) control.value = values[0];
    }
    redraftSoon();
  }

  // -- Quotes: the current one, accepting, rejecting, adding.

  const quotes = () => [...document.querySelectorAll(".work .quote")];
  let current = null;

  function goTo(quote, focus) {
    if (!quote) return;
    if (current) current.classList.remove("current");
    current = quote;
    current.classList.add("current");
    if (focus) quote.querySelector(".jump").focus({ preventScroll: true });
    quote.scrollIntoView({ block: "nearest" });
    const jump = quote.querySelector(".jump");
    showPage(jump.dataset.page, quote.dataset.span);
  }
  function step(by) {
    const all = quotes();
    if (!all.length) return;
    const at = all.indexOf(current);
    goTo(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)], true);
  }
  function judge(verdict) {
    const quote = current || quotes()[0];
    if (!quote) return;
    if (!current) goTo(quote, true);
    const control = [...quote.querySelectorAll("input")].find((input) => input.value === verdict) ||
      (verdict === "accepted" && quote.querySelector("input[type=checkbox]"));
    if (!control) return;
    control.checked = control.type === "radio" ? true : !control.checked;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function addQuote(span, page, text) {
    const list = byId("added");
    if (list.querySelector(`[data-span="${span}"]`)) return;
    const item = document.createElement("li");
    item.className = "quote added";
    item.dataset.span = span;
    item.dataset.pageOf = page;
    const head = document.createElement("div");
    head.className = "quote-head";
    const jump = Object.assign(document.createElement("a"),
      { className: "jump", href: `${address}?page=${page}`, textContent: `Page ${page}` });
    Object.assign(jump.dataset, { page, span });
    const note = Object.assign(document.createElement("span"), { className: "soft", textContent: "added by you" });
    head.append(jump, note);
    const words = Object.assign(document.createElement("blockquote"), { textContent: text });
    const label = Object.assign(document.createElement("label"), { className: "small" });
    const box = Object.assign(document.createElement("input"),
      { type: "checkbox", name: "added", value: span, checked: true });
    label.append(box, " keep this quote");
    item.append(head, words, label);
    list.append(item);
    keep();
  }

  // -- The draft made again without what is rejected.

  let redraftTimer = 0;
  function redraftSoon() {
    if (!byId("redraft")) return;
    clearTimeout(redraftTimer);
    redraftTimer = setTimeout(redraft, 250);
  }
  let lastRejected = "";
  async function redraft() {
    const rejected = [...new FormData(form)].filter(([name, value]) => value === "rejected" || name === "untick");
    const asked = JSON.stringify(rejected);
    if (asked === lastRejected || (lastRejected === "" && !rejected.length)) return;
    lastRejected = asked;
    const body = new URLSearchParams(rejected);
    body.set("form_key", formKey());
    try {
      const response = await fetch(`${address}/redraft`,
        { method: "POST", body, headers: { Accept: "application/json" } });
      if (!response.ok) return;
      const made = await response.json();
      const unticked = new Set(rejected.filter(([name]) => name === "untick").map(([, value]) => value));
      byId("draft").innerHTML = made.html;  // the server's own template, escaped there
      for (const value of unticked) {
        if (!byId("draft").querySelector(`input[value="${value}"]`)) {
          const box = Object.assign(document.createElement("input"),
            { type: "checkbox", name: "untick", value, checked: true });
          box.setAttribute("form", "answer-form");
          const label = Object.assign(document.createElement("label"), { className: "small" });
          label.append(box, " unticked clause");
          byId("draft").append(label);
        } else {
          byId("draft").querySelector(`input[value="${value}"]`).checked = true;
        }
      }
      const confirm = byId("confirm");
      if (confirm) confirm.disabled = rejected.length > 0 && byId("draft-answer").textContent !== firstDraft;
    } catch { /* without a connection the draft stays as it is */ }
  }
  const firstDraft = byId("draft-answer") ? byId("draft-answer").textContent : "";

  form.addEventListener("input", keep);
  document.addEventListener("change", (event) => {
    const control = event.target;
    if (control.matches(".page-text input")) {
      if (control.checked) addQuote(control.value, byId("page-number").dataset.page,
        control.nextElementSibling.textContent);
      else byId("added").querySelectorAll(`[data-span="${control.value}"]`).forEach((item) => item.remove());
    }
    if (control.form === form) keep();
    if ((control.name || "").startsWith("verdict.") || control.name === "untick") redraftSoon();
  });

  // -- Saving: into the queue first, then to the server.

  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (button && button.id === "redraft") {
      event.preventDefault();
      redraftSoon();
      return;
    }
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([name]) => name !== "form_key");
    fields.push(["action", button ? button.value : "change"]);
    const key = form.elements.key.value;
    const item = { key, address, fields, form: formStore, title: document.title };
    keep();
    if (!inQueue(key)) writeQueue([...readQueue(), item]);
    else writeQueue(readQueue().map((other) => (other.key === key ? item : other)));
    showQueue();
    const result = await send(item);
    if (result.state === "saved") {
      dropFromQueue(key);
      localStorage.removeItem(formStore);
      const question = address.split("/").pop();
      const extra = result.answer.overlooked.length ? "&overlooked=1" : "";
      location.assign(`${result.answer.next}?saved=${encodeURIComponent(question)}${extra}`);
    } else if (result.state === "refused") {
      dropFromQueue(key);
      newKey();
      showQueue();
      tell(`Not saved: ${result.why}.`, true);
    } else {
      showQueue(result.why);
      tell(`Kept in this browser and sent as soon as that is possible (${result.why}). You can go on.`, false);
    }
  });
  // What was refused was not recorded; another try is another act.
  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    form.elements.key.value = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  if (new URLSearchParams(location.search).has("overlooked"))
    tell("Saved. Another answer of yours to that question came in between, from another tab or device; both are in its record.", false);

  // -- The page: another one, zoom, choosing words.

  let zoom = Number(localStorage.getItem("planmark zoom") || 1);
  function applyZoom() {
    const text = byId("sheet-text"), sheet = document.querySelector(".sheet");
    if (text) text.className = `sheet-text zoom-${zoom}`;
    if (!sheet) return;
    sheet.className = `sheet zoom-${zoom}`;
    const image = sheet.querySelector("image");
    const wanted = zoom >= 4 ? 220 : zoom >= 2 ? 160 : 110;
    const plain = image.getAttribute("href").split("?")[0];
    if (image.getAttribute("href") !== `${plain}?dpi=${wanted}` && wanted > 110) image.setAttribute("href", `${plain}?dpi=${wanted}`);
  }
  function setZoom(by) {
    zoom = Math.min(Math.max(zoom + by, 0), 4);
    localStorage.setItem("planmark zoom", zoom);
    applyZoom();
  }

  function markCurrent(span) {
    let first = null;
    for (const box of document.querySelectorAll(".paper .box")) {
      box.classList.toggle("current", box.dataset.span === span);
      if (box.dataset.span === span && !first) first = box;
    }
    if (!first) return;
    const scroller = document.querySelector(".sheet-scroll");
    const place = first.getBoundingClientRect(), frame = scroller.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom)
      scroller.scrollTop += place.top - frame.top - frame.height / 3;
    if (place.left < frame.left || place.right > frame.right) scroller.scrollLeft += place.left - frame.left - 20;
  }

  let asText = new URLSearchParams(location.search).get("view") === "text";
  async function showPage(page, span, again) {
    const shown = byId("page-number").dataset;
    if (Number(page) < 1 || Number(page) > Number(shown.pages)) return;
    if (page !== shown.page || again) {
      const open = byId("page-text").open, found = byId("find").value;
      const search = `?page=${page}${asText ? "&view=text" : ""}`;
      let response;
      try {
        response = await fetch(`${address}/page${search}`);
      } catch {
        return tell("No connection: the page cannot be shown now.", true);
      }
      if (!response.ok) return tell("That page cannot be shown.", true);
      byId("paper").innerHTML = await response.text();  // the server's own template, escaped there
      byId("page-text").open = open;
      byId("find").value = found;
      preparePage();
      const here = new URL(location.href);
      here.search = search;
      history.replaceState(null, "", here);
    }
    markCurrent(span);
    highlightAdded();
  }

  // A page whose picture cannot be drawn (a locked file, a program that is missing) is read as text.
  async function mindPicture() {
    const image = document.querySelector(".sheet image");
    if (!image) return;
    const page = byId("page-number").dataset.page;
    const probe = new Image();
    probe.src = image.getAttribute("href");
    try {
      await probe.decode();
    } catch {
      let why = "";
      try {
        const response = await fetch(probe.src, { headers: { Accept: "application/json" } });
        if (response.ok || response.status === 401) return;
        why = ((await response.json()).problem || {}).what || "";
      } catch {
        return;
      }
      if (byId("page-number").dataset.page !== page || asText) return;
      asText = true;
      await showPage(page, "", true);
      const note = Object.assign(document.createElement("p"), { className: "note small",
        textContent: `The picture of this page cannot be drawn${why ? ` (${why})` : ""}: its text is shown.` });
      document.querySelector(".sheet-scroll").before(note);
    }
  }

  function preparePage() {
    applyZoom();
    mindPicture();
    // A tick adds to the list beside the page, which lives longer than this page's text.
    for (const box of document.querySelectorAll(".page-text input")) {
      box.removeAttribute("name");
      box.checked = Boolean(byId("added").querySelector(`[data-span="${box.value}"]`));
    }
    listenToSheet();
  }

  let words = null, wordsOf = "";
  async function loadWords() {
    const from = (document.querySelector(".sheet") || { dataset: {} }).dataset.words;
    if (!from) return [];
    if (wordsOf === from) return words;
    const response = await fetch(from);
    words = response.ok ? (await response.json()).words : [];
    wordsOf = from;
    return words;
  }
  function pointOf(event) {
    const svg = document.querySelector(".over");
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [place.x, place.y];
  }
  function nearest(list, [x, y]) {
    let best = -1, least = Infinity;
    list.forEach(([, , x0, y0, x1, y1], i) => {
      const dx = Math.max(x0 - x, 0, x - x1), dy = Math.max(y0 - y, 0, y - y1);
      const far = dx * dx + 4 * dy * dy;
      if (far < least) [best, least] = [i, far];
    });
    return least < 1600 ? best : -1;
  }
  function rectangles(layer, list) {
    const group = document.querySelector(`.over .${layer}`);
    group.replaceChildren(...list.map(([, , x0, y0, x1, y1]) => {
      const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      for (const [name, value] of [["x", x0], ["y", y0], ["width", x1 - x0], ["height", y1 - y0]])
        rect.setAttribute(name, value);
      return rect;
    }));
  }
  async function highlightAdded() {
    const spans = [...byId("added").querySelectorAll("[data-page-of]")].map((item) => item.dataset.span.split("-").map(Number));
    if (byId("sheet-text")) return highlightText(spans);
    if (!spans.length) return;
    const all = await loadWords();
    rectangles("found", all.filter(([begin, end]) => spans.some(([from, to]) => begin < to && from < end)));
  }

  let chosen = null;
  async function choose(from, to) {
    const all = await loadWords();
    const first = Math.min(from, to), last = Math.max(from, to);
    const list = all.slice(first, last + 1);
    rectangles("chosen", list);
    const begin = Math.min(...list.map((word) => word[0])), end = Math.max(...list.map((word) => word[1]));
    propose(begin, end);
  }
  async function propose(begin, end) {
    chosen = `${begin}-${end}`;
    try {
      const response = await fetch(`${address}/quote?span=${chosen}`);
      if (!response.ok) return;
      byId("selected").textContent = (await response.json()).quote;
      byId("select-bar").hidden = false;
    } catch { /* no connection: nothing to add now */ }
  }
  function listenToSheet() {
    const svg = document.querySelector(".over");
    if (!svg) return;
    let from = -1;
    svg.addEventListener("pointerdown", async (event) => {
      if (event.button !== 0 || event.pointerType === "touch") return;
      const point = pointOf(event);
      svg.setPointerCapture(event.pointerId);
      from = nearest(await loadWords(), point);
    });
    svg.addEventListener("pointermove", (event) => {
      if (from < 0 || !words || !(event.buttons & 1)) return;
      const to = nearest(words, pointOf(event));
      if (to >= 0) rectangles("chosen", words.slice(Math.min(from, to), Math.max(from, to) + 1));
    });
    svg.addEventListener("pointerup", (event) => {
      const to = words && from >= 0 ? nearest(words, pointOf(event)) : -1;
      if (to >= 0 && to !== from) choose(from, to);
      else {
        const box = document.elementsFromPoint(event.clientX, event.clientY).find((element) => element.matches(".box"));
        if (box) goTo(quotes().find((quote) => quote.dataset.span === box.dataset.span), false);
      }
      from = -1;
    });
  }

  // -- Words of a page that is shown as text: positions are bytes of the document's text.

  const bytesOf = (text) => new TextEncoder().encode(text).length;
  const piecesOfText = () => [...byId("sheet-text").querySelectorAll("[data-begin]")];
  const isSpace = (letter) => /\s/.test(letter);

  function chosenInText() {
    const selection = getSelection(), text = byId("sheet-text");
    if (!text || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return null;
    const pieces = piecesOfText().filter((piece) => range.intersectsNode(piece));
    if (!pieces.length) return null;
    const first = pieces[0].firstChild, last = pieces.at(-1).firstChild;
    let from = range.startContainer === first ? range.startOffset : 0;
    let to = range.endContainer === last ? range.endOffset : last.data.length;
    // Whole words, without the space around them.
    while (from < first.data.length && isSpace(first.data[from])) ++from;
    while (from > 0 && !isSpace(first.data[from - 1])) --from;
    while (to > 0 && isSpace(last.data[to - 1])) --to;
    while (to < last.data.length && !isSpace(last.data[to])) ++to;
    const begin = Number(pieces[0].dataset.begin) + bytesOf(first.data.slice(0, from));
    const end = Number(pieces.at(-1).dataset.begin) + bytesOf(last.data.slice(0, to));
    return begin < end ? [begin, end] : null;
  }
  let selectionTimer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(selectionTimer);
    selectionTimer = setTimeout(() => {
      const span = chosenInText();
      if (span && chosen !== span.join("-")) propose(...span);
    }, 250);
  });
  function highlightText(spans) {
    if (!globalThis.CSS || !CSS.highlights) return;
    const ranges = [];
    for (const piece of piecesOfText()) {
      const begin = Number(piece.dataset.begin), data = piece.firstChild.data;
      const end = begin + bytesOf(data);
      for (const [from, to] of spans) {
        if (from >= end || to <= begin) continue;
        const bytes = new TextEncoder().encode(data);
        const letters = (count) => new TextDecoder().decode(bytes.slice(0, count)).length;
        const range = new Range();
        range.setStart(piece.firstChild, letters(Math.max(from - begin, 0)));
        range.setEnd(piece.firstChild, letters(Math.min(to, end) - begin));
        ranges.push(range);
      }
    }
    CSS.highlights.set("added", new Highlight(...ranges));
  }

  function dropSelection() {
    if (byId("sheet-text")) getSelection().removeAllRanges();
    else rectangles("chosen", []);
    byId("select-bar").hidden = true;
    chosen = null;
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest("a, button, mark.box");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.matches(".jump, .strip a")) {
      event.preventDefault();
      const quote = target.closest(".quote");
      if (quote) goTo(quote, false);
      else showPage(target.dataset.page, target.dataset.span);
    } else if (target.matches("mark.box")) {
      if (getSelection().isCollapsed) goTo(quotes().find((quote) => quote.dataset.span === target.dataset.span), false);
    } else if (target.id === "page-view") {
      event.preventDefault();
      asText = !asText;
      showPage(byId("page-number").dataset.page, "", true);
    } else if (target.id === "page-before" || target.id === "page-after") {
      event.preventDefault();
      turnPage(target.id === "page-after" ? 1 : -1);
    } else if (target.id === "zoom-in" || target.id === "zoom-out") {
      setZoom(target.id === "zoom-in" ? 1 : -1);
    } else if (target.id === "show-keys") {
      byId("keys").showModal();
    } else if (target.id === "add-selected" && chosen) {
      addQuote(chosen, byId("page-number").dataset.page, byId("selected").textContent);
      dropSelection();
      highlightAdded();
    } else if (target.id === "drop-selected") {
      dropSelection();
    } else if (target.id === "copy-earlier") {
      copyEarlier(byId("earlier-answer").textContent);
    }
  });
  function turnPage(by) {
    showPage(String(Number(byId("page-number").dataset.page) + by), "");
  }
  function copyEarlier(answer) {
    const parts = answer.split("; ");
    for (const control of form.querySelectorAll("[name=answer], [name=values]")) {
      if (control.tagName === "TEXTAREA") control.value = answer;
      else control.checked = control.type === "radio" ? control.value === answer || answer.startsWith(control.value + ": ")
        : parts.includes(control.value);
    }
    keep();
  }

  // -- Keys.

  const press = (id) => { const control = byId(id); if (control && !control.disabled) control.click(); };
  const keys = {
    n: () => desk.dataset.next && location.assign(desk.dataset.next),
    p: () => desk.dataset.previous && location.assign(desk.dataset.previous),
    j: () => step(1), k: () => step(-1),
    a: () => judge("accepted"), x: () => judge("rejected"),
    c: () => press("confirm"), s: () => press("change"), t: () => press("cannot-tell"),
    "[": () => turnPage(-1), "]": () => turnPage(1),
    "+": () => setZoom(1), "=": () => setZoom(1), "-": () => setZoom(-1),
    e: () => { const text = byId("page-text"); text.open = !text.open; if (text.open) text.querySelector("summary").focus(); },
    v: () => press("page-view"),
    "/": () => byId("find").focus(),
    "?": () => byId("keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    const typing = target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
    if (event.key === "Escape" && typing) return target.blur();
    if (typing || byId("keys").open) return;
    if (/^[1-9]$/.test(event.key)) {
      const choice = form.querySelector(`[data-number="${event.key}"]`);
      if (!choice) return;
      event.preventDefault();
      choice.checked = choice.type === "radio" ? true : !choice.checked;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  preparePage();
  restore();
  highlightAdded();
}
