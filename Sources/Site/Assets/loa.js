// Loa in the browser: everything here only improves what works without it.
"use strict";
const root = document.documentElement;
root.classList.add("script");

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);

// Side by side: what stands in the document and what was read show each other.
function light(ids, isStrong) {
  for (const lit of all(".lit")) if (!lit.closest(".quoted")) lit.classList.remove("lit");
  let seen = false;
  for (const id of ids) {
    for (const mark of all(`[data-found~="${CSS.escape(id)}"]`)) {
      mark.classList.add("lit");
      if (isStrong && !seen && mark.closest("#document")) { bring(mark); seen = true; }
    }
  }
}

// Moves only the pane that holds the element, and only as far as needed.
function bring(element) {
  const pane = element.closest(".pane");
  const isSplit = pane && getComputedStyle(pane).overflowY !== "visible";
  if (!isSplit) return;
  const box = element.getBoundingClientRect(), frame = pane.getBoundingClientRect();
  if (box.top < frame.top + 48 || box.bottom > frame.bottom - 16)
    pane.scrollBy({ top: box.top - frame.top - frame.height / 3 });
}

// What one walks through: the tasks, then reports, citations, recipients and contacts.
const entries = () => all("#findings li[data-shows]");
const current = () => one("#findings li.lit[data-shows]") || one("#findings li[data-shows]:focus-within");

function choose(item, isFocused, isHeld = false) {
  if (!item) return;
  light([item.dataset.shows, ...all("[data-found]", item).flatMap(chip => chip.dataset.found.split(" "))], true);
  item.classList.add("lit");
  if (isFocused) { item.focus({ preventScroll: true }); }
  if (!isHeld) bring(item);
}

function itemOf(mark) {
  for (const id of mark.dataset.found.split(" ")) {
    const item = document.getElementById("f-" + id) || document.getElementById("f-" + id.replace(/-(lead|with|time).*$/, ""));
    if (item) return item;
  }
  return null;
}

document.addEventListener("pointerover", event => {
  const shown = event.target.closest("[data-shows], [data-found]");
  if (!shown || !one(".desk") || !getSelection().isCollapsed) return;
  if (shown.closest("#document")) {
    const item = itemOf(shown);
    light(shown.dataset.found.split(" "), false);
    if (item) { item.classList.add("lit"); bring(item); }
  } else {
    const item = shown.closest("[data-shows]");
    light(shown.dataset.found ? shown.dataset.found.split(" ") : [item.dataset.shows], true);
    if (item) item.classList.add("lit");
  }
});

// What is pressed must stay under the pointer until it is let go, else the press is lost.
let isPressed = false;
for (const [kind, state] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]])
  document.addEventListener(kind, () => { isPressed = state; }, true);

document.addEventListener("focusin", event => {
  const item = event.target.closest("#findings [data-shows]");
  if (item && one(".desk") && !event.target.closest(".edit")) choose(item, false, isPressed);
});

document.addEventListener("click", event => {
  const mark = event.target.closest("#document [data-found]");
  if (mark && getSelection().isCollapsed && !one(".cut")) choose(itemOf(mark), true);
});

// Picking words: a selection in the document becomes a new task, or fills the form that stands open.
function picked() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const paper = one(".paper");
  if (!paper || !paper.contains(range.commonAncestorContainer)) return null;
  const lower = offset(range.startContainer, range.startOffset), upper = offset(range.endContainer, range.endOffset);
  return lower === null || upper === null || upper <= lower ? null : { lower, upper, text: words(range) };
}

const bytes = text => new TextEncoder().encode(text).length;

// Bytes from the start of the document's text: those of the line, and of what stands before the point in it.
function offset(node, index) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[index] || node;
  let line = (element.nodeType === Node.ELEMENT_NODE ? element : element.parentElement).closest(".line");
  if (!line) {
    const next = node.nodeType === Node.ELEMENT_NODE && node.childNodes[index];
    line = next && next.nodeType === Node.ELEMENT_NODE ? next : null;
    return line && line.dataset.start ? Number(line.dataset.start) : null;
  }
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, index);
  return Number(line.dataset.start) + bytes(plain(before.cloneContents()));
}

// The document's own letters, without line numbers and signs.
function plain(fragment) {
  for (const sign of fragment.querySelectorAll(".at, .tip")) sign.remove();
  return fragment.textContent;
}

function words(range) {
  const fragment = range.cloneContents();
  const lines = fragment.querySelectorAll(".line");
  const text = lines.length ? [...lines].map(line => plain(line)).join(" ") : plain(fragment);
  return text.replace(/\s+/g, " ").trim();
}

// The field that picked words go into: the one that was used last, else the form's own for them.
let used = null;
document.addEventListener("focusin", event => {
  if (event.target.matches(".edit textarea:not(.cut), .edit input:not([type=hidden], [type=checkbox])")) used = event.target;
});
const target = () => used && used.isConnected ? used
  : one(".edit [data-takes=text]") || one(".edit textarea:not(.cut), .edit input:not([type=hidden], [type=checkbox])");

function take(pick) {
  const field = target();
  if (!field) return false;
  const old = field.value.trim();
  field.value = "list" in field.dataset && old ? old + "\n" + pick.text : pick.text;
  if (field.dataset.takes === "text")
    for (const name of ["lower", "upper"]) one(`[data-takes=${name}]`, field.form).value = pick[name];
  field.focus();
  return true;
}

// The bar under the document says what may become of the words that are picked.
let kept = null;
function offer(pick) {
  const bar = one(".pick");
  if (!bar) return;
  bar.hidden = !pick;
  if (!pick) return;
  one("q", bar).textContent = pick.text;
  const field = one(".cut") ? null : target();
  one(".into", bar).hidden = !field;
  one(".anew", bar).hidden = Boolean(field);
  if (field) one(".into b", bar).textContent = field.labels[0].textContent;
}

document.addEventListener("selectionchange", () => {
  const pick = picked();
  if (pick) kept = pick;
  // Going to the bar, or to a form, doesn't lay the words down.
  else if (!document.activeElement.closest(".pick, .edit")) kept = null;
  offer(kept);
  const add = one("[data-key=n]");
  if (add) add.classList.toggle("first", Boolean(pick));
  if (!pick) cutAtCaret();
});

document.addEventListener("click", event => {
  if (event.target.closest(".pick .into button") && kept && take(kept)) { kept = null; getSelection().removeAllRanges(); offer(null); }
});

// Splitting: the cut is where the caret stands, in the field with the task's words or in the document itself.
function cutAt(field) {
  const text = field.value, place = text.slice(0, field.selectionStart).search(/\S*$/);
  if (!text.slice(0, place).trim() || !text.slice(place).trim()) return;
  const select = one("[name=at]", field.form), value = String(Number(field.dataset.cut) + bytes(text.slice(0, place)));
  let option = [...select.options].find(each => each.value === value);
  if (!option) {
    option = one("[data-own]", select) || select.insertBefore(document.createElement("option"), select.firstChild);
    option.dataset.own = "";
    option.value = value;
    option.textContent = text.slice(place).trim().split(/\s+/).slice(0, 12).join(" ") + " …";
  }
  select.value = value;
  halves(field, place);
}

function halves(field, place) {
  const shown = all(".halves p", field.form);
  [field.value.slice(0, place), field.value.slice(place)].forEach((half, index) => { shown[index].textContent = half.trim().replace(/\s+/g, " "); });
}

// The place in the field that a number of bytes of the document stands for; null outside it.
function placeOf(field, offset) {
  let at = Number(field.dataset.cut);
  if (offset < at) return null;
  let index = 0;
  for (const letter of field.value) {
    if (at >= offset) return index;
    at += bytes(letter);
    index += letter.length;
  }
  return null;
}

function cutChosen(field) {
  const place = placeOf(field, Number(one("[name=at]", field.form).value));
  if (place === null) return;
  field.setSelectionRange(place, place);
  halves(field, place);
}

function cutAtCaret() {
  const field = one(".cut");
  if (!field) return;
  if (document.activeElement === field) { cutAt(field); return; }
  // Words that a person wrote stand nowhere in the document.
  if ("ownWords" in field.dataset) return;
  const { focusNode, focusOffset } = getSelection();
  if (!focusNode || !one(".paper").contains(focusNode)) return;
  const caret = offset(focusNode, focusOffset), place = caret === null ? null : placeOf(field, caret);
  if (place === null) return;
  field.setSelectionRange(place, place);
  cutAt(field);
}

for (const kind of ["beforeinput", "paste", "drop"])
  document.addEventListener(kind, event => { if (event.target.closest(".cut")) event.preventDefault(); });
for (const kind of ["keyup", "click", "select"])
  document.addEventListener(kind, event => { if (event.target.matches(".cut")) cutAt(event.target); });
document.addEventListener("change", event => {
  const field = event.target.matches("[name=at]") && one(".cut", event.target.form);
  if (field) cutChosen(field);
});

// Corrections without losing one's place: the same forms and links, their answer put into the page.
async function swap(address, options) {
  const desk = one(".desk");
  const places = all(".pane").map(pane => pane.scrollTop);
  const before = place();
  desk.setAttribute("aria-busy", "true");
  const isSent = Boolean(options);
  let answer, page;
  try {
    answer = await fetch(address, { ...options, headers: { "Accept": "text/html" } });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch { page = null; }
  // What was typed stays where it is until the server has it.
  if (isSent && (!page || !one(".desk", page))) { desk.removeAttribute("aria-busy"); resume(false); unsaved(desk); return; }
  if (!page) { location.assign(address); return; }
  if (!one(".desk", page)) { document.replaceChild(document.adoptNode(page.documentElement), root); location.assign(answer.url); return; }
  one("main").replaceWith(document.adoptNode(one("main", page)));
  all(".pane").forEach((pane, index) => { pane.scrollTop = places[index] || 0; });
  history.replaceState(null, "", answer.url);
  const field = one(".edit [name=text], .edit select, .edit textarea, .edit input:not([type=hidden])");
  const notice = one(".notice.bad");
  if (field && field.matches(".cut")) cutChosen(field);
  used = null;
  choose(itemAt(before, new URL(address, location.href).hash.slice(1)), !field);
  if (field) { field.focus(); bring(field.closest(".item, .entry") || field); }
  else if (notice) notice.scrollIntoView({ block: "nearest" });
  offer(kept);
  resume(!field && !notice);
}

function unsaved(desk) {
  let told = one(".notice[data-unsaved]");
  if (!told) {
    told = document.createElement("div");
    told.className = "notice bad";
    told.dataset.unsaved = "";
    told.setAttribute("role", "alert");
    desk.before(told);
  }
  told.textContent = desk.dataset.unsaved;
  told.scrollIntoView({ block: "nearest" });
}

// Where one works: the item and its neighbours. An answer's address never carries a fragment (Fetch, 2.2.5),
// so the page itself must know where to go on.
function place() {
  const items = entries();
  const item = current();
  return { id: item && item.id, index: items.indexOf(item), ids: new Set(items.map(each => each.id)) };
}

// The item that just came, the one worked at, or what now stands in its place.
function itemAt(before, asked) {
  const items = entries();
  const added = items.filter(item => !before.ids.has(item.id));
  if (added.length === 1) return added[0];
  const same = document.getElementById(asked) || document.getElementById(before.id);
  if (same && same.matches("[data-shows]")) return same;
  return before.index < 0 ? null : items[Math.min(before.index, items.length - 1)];
}

document.addEventListener("click", event => {
  const link = event.target.closest("#findings a[href*='/correct?'], .desk-head a[href*='/correct?'], .pick a, #findings a[href*='/correct#']");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const pick = kept;
  const takes = pick && (link.dataset.key === "n" || "picks" in link.dataset || "add" in link.dataset);
  swap(link.href).then(() => { if (takes && take(pick)) { kept = null; offer(null); } });
});

document.addEventListener("submit", event => {
  const form = event.target;
  if (!one(".desk") || !/\/corrections$/.test(form.action)) return;
  event.preventDefault();
  // A second press of a button whose answer is under way: its page is about to go.
  if (one(".desk[aria-busy]")) return;
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  swap(form.action, { method: "POST", body: fields });
});

// Keys, listed on the page of keyboard shortcuts.
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "Escape") {
    const open = one("dialog[open]");
    if (open) return;
    if (isTyping) { const back = one(".edit a.button"); if (back && event.target.closest(".edit")) back.click(); else event.target.blur(); }
    else { getSelection().removeAllRanges(); light([], false); }
    return;
  }
  if (isTyping || one("dialog[open]")) return;
  if (event.key === "?") { event.preventDefault(); help(); return; }
  if (event.key === "/") { const field = one("input[type=search]"); if (field) { event.preventDefault(); field.focus(); } return; }
  if (!one(".desk")) { walk(event); return; }
  if (!"jkdpcesmxnur".includes(event.key)) return;
  event.preventDefault();
  // What is typed while an answer is under way is meant for the page that it brings.
  if (one(".desk[aria-busy]")) { if (waiting.length < 50) waiting.push(event.key); return; }
  press(event.key);
});

const waiting = [];

function press(key) {
  const items = entries();
  const at = items.indexOf(current());
  if (key === "j" || key === "k") {
    choose(items[key === "j" ? Math.min(at + 1, items.length - 1) : Math.max(at - 1, 0)], true);
  } else if (key === "d") {
    const pane = document.activeElement.closest("#document") ? one("#findings") : one("#document");
    pane.focus();
  } else if (key === "p") {
    const act = one(".pick:not([hidden]) .row:not([hidden]) :is(a, button)");
    if (act) { if (act.matches("a")) act.focus(); else act.click(); }
  } else if ("cesmx".includes(key)) {
    const act = current() && one(`[data-key="${key}"]`, current());
    if (act) act.click();
  } else {
    const act = one(`.desk-head [data-key="${key}"]`);
    if (act) act.click();
  }
}

// Goes on with what was typed; where a field has opened or something went wrong, that was meant for another page.
function resume(isAsMeant) {
  if (!isAsMeant) waiting.length = 0;
  while (waiting.length && !one(".desk[aria-busy]")) press(waiting.shift());
}

// Lists: row by row, and page by page.
function walk(event) {
  if (event.key === "." || event.key === ",") {
    const page = one(event.key === "." ? ".pages a[rel=next]" : ".pages a:not([rel])");
    if (page) { event.preventDefault(); page.click(); }
  } else if (event.key === "j" || event.key === "k") {
    const rows = all("table.folds tbody tr").map(row => one("th a, td a", row)).filter(Boolean);
    const at = rows.indexOf(document.activeElement);
    const next = rows[event.key === "j" ? at + 1 : Math.max(at - 1, 0)];
    if (next) { event.preventDefault(); next.focus(); }
  }
}

// A folded choice closes when one goes elsewhere, and Escape closes it where one is.
for (const kind of ["click", "focusin"])
  document.addEventListener(kind, event => {
    for (const open of all(".several[open]")) if (!open.contains(event.target)) open.open = false;
  });
document.addEventListener("keydown", event => {
  const open = event.key === "Escape" && event.target.closest(".several[open]");
  if (open) { open.open = false; one("summary", open).focus(); }
});

// The page of keyboard shortcuts, on top of this one.
async function help() {
  const link = one(".foot a[href$='/help/keys']");
  try {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-labelledby", "keys-dialog-title");
    const title = document.createElement("h2");
    title.id = "keys-dialog-title";
    title.textContent = one("h1", page).textContent;
    const close = document.createElement("button");
    close.className = "small";
    close.textContent = "Esc";
    close.addEventListener("click", () => dialog.close());
    dialog.append(title, document.adoptNode(one("#keys dl", page)), close);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  } catch { location.assign(link.href); }
}

// Upload: drop files, hear of one that is too large before it is sent.
const drop = one(".drop");
if (drop) {
  const input = one("input[type=file]", drop);
  const check = () => {
    const large = [...input.files].filter(file => file.size > Number(drop.dataset.limit));
    input.setCustomValidity(large.length ? drop.dataset.tooLarge + " " + large.map(file => file.name).join(", ") : "");
    if (large.length) input.reportValidity();
  };
  input.addEventListener("change", check);
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, event => { event.preventDefault(); drop.classList.remove("over"); });
  drop.addEventListener("drop", event => { input.files = event.dataTransfer.files; check(); });
}

// Progress of a reading: the server sends the whole entry whenever it changes.
function follow(entry) {
  const source = new EventSource(entry.dataset.events);
  source.onmessage = event => {
    const holder = document.createElement("template");
    holder.innerHTML = event.data;
    const next = holder.content.firstElementChild;
    document.getElementById(next.id).replaceWith(next);
    if (!next.dataset.events) {
      source.close();
      if (!one("[data-events]")) location.reload();
    }
  };
}
all("[data-events]").forEach(follow);

// A selection that is filtered by needs no button.
for (const select of all(".filter select")) {
  if (select.form.method === "get") select.addEventListener("change", () => select.form.requestSubmit());
}

function arrive() {
  const item = document.getElementById(location.hash.slice(1));
  if (item && item.matches("[data-shows]")) choose(item, false);
  // A warning leads to what it is about.
  else if (item && item.matches(".warning")) { choose(item.closest("li[data-shows]"), false); item.classList.add("here"); }
}
addEventListener("hashchange", arrive);
if (location.hash && one(".desk")) arrive();
if (one(".cut")) cutChosen(one(".cut"));
