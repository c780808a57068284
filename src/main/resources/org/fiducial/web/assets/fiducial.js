// Conveniences of the pages; everything can be read without them. Takes nothing from other computers.
"use strict";

document.documentElement.classList.add("script");

// Tables of class "sortable": a click on a heading sorts by it, a second click turns the order round.
for (const table of document.querySelectorAll("table.sortable")) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(table.tBodies[0], column, down);
    });
  });
}

function sort(body, column, down) {
  const key = (row) => {
    const cell = row.cells[column];
    return cell.dataset.sort !== undefined ? Number(cell.dataset.sort) : cell.textContent.trim();
  };
  const compare = (one, other) => {
    const a = key(one);
    const b = key(other);
    if (a === "" || b === "") {
      return (a === "") - (b === "");
    }
    const order =
      typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
    return down ? -order : order;
  };
  body.append(...[...body.rows].sort(compare));
}

// What scrolls sideways can be reached by the keyboard, what does not is no stop on the way.
const scrollers = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) {
      target.tabIndex = 0;
    } else {
      target.removeAttribute("tabindex");
    }
  }
});
document.querySelectorAll(".wide:not(.tall), pre").forEach((each) => scrollers.observe(each));

// Points of a trend say what they are when the pointer or the keyboard reaches them.
const tip = document.createElement("div");
tip.className = "tip";
tip.setAttribute("role", "status");
tip.hidden = true;
document.body.append(tip);

function show(mark) {
  const at = mark.querySelector(".dot").getBoundingClientRect();
  tip.textContent = mark.getAttribute("aria-label");
  tip.hidden = false;
  const width = tip.offsetWidth;
  const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), document.documentElement.clientWidth - width - 8);
  const above = at.top - tip.offsetHeight - 10;
  tip.style.setProperty("left", `${left + window.scrollX}px`);
  tip.style.setProperty("top", `${(above > 0 ? above : at.bottom + 10) + window.scrollY}px`);
}

for (const mark of document.querySelectorAll("a.mark")) {
  mark.addEventListener("mouseenter", () => show(mark));
  mark.addEventListener("focus", () => show(mark));
  mark.addEventListener("mouseleave", () => (tip.hidden = true));
  mark.addEventListener("blur", () => (tip.hidden = true));
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    tip.hidden = true;
  }
});

// A page that waits for an analysis looks by itself how far it is, and comes again once a person has to decide.
const working = document.querySelector(".working[data-state]");
if (working) {
  const bar = working.querySelector("progress");
  const words = working.querySelector(".words");
  const look = async () => {
    try {
      const answer = await fetch(working.dataset.state, { cache: "no-store" });
      const state = answer.ok ? await answer.json() : { state: "gone" };
      if (state.state !== working.dataset.word) {
        location.reload();
        return;
      }
      words.textContent = state.text;
      if (state.of > 0) {
        bar.max = state.of;
        bar.value = state.done;
      } else {
        bar.removeAttribute("value");
      }
    } catch {
      // The server is away for a moment or for good; the next look will tell.
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 300);
}

// Files on their way: how much has been sent, and no second click meanwhile.
for (const form of document.querySelectorAll("form.upload")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector(".actions button[type=submit]");
    button.disabled = true;
    await Promise.allSettled([form.underway, form.saving]);
    const sending = form.querySelector(".sending");
    const bar = sending.querySelector("progress");
    const words = sending.querySelector(".words");
    const request = new XMLHttpRequest();
    const broken = () => {
      button.disabled = false;
      bar.hidden = true;
      words.textContent = form.dataset.broken;
    };
    request.upload.addEventListener("progress", (sent) => {
      bar.max = sent.total;
      bar.value = sent.loaded;
      words.textContent = `${form.dataset.sending}: ${Math.floor((100 * sent.loaded) / Math.max(1, sent.total))} %`;
    });
    request.addEventListener("load", () => {
      if (request.status === 200) {
        location.assign(request.responseURL);
      } else {
        broken();
        words.textContent = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("[role=alert], .lead")?.textContent ?? form.dataset.broken;
      }
    });
    request.addEventListener("error", broken);
    request.open("POST", form.action);
    const data = new FormData(form);
    if (event.submitter && event.submitter.name) {
      data.append(event.submitter.name, event.submitter.value);
    }
    request.send(data);
    button.disabled = true;
    bar.hidden = false;
    sending.hidden = false;
    words.textContent = form.dataset.sending;
  });
}

// What is typed into a check is kept as it is typed, so that a closed browser loses nothing; the server says what the limits say.
for (const form of document.querySelectorAll("form.upload[data-begin]")) {
  const saved = form.querySelector(".saved");
  let address = form.dataset.begin === "" ? form.getAttribute("action") : "";
  let timer = 0;
  let busy = false;
  let again = false;
  let ended = false;
  const fields = () => {
    const data = new FormData(form);
    for (const name of [...new Set(data.keys())]) {
      if (data.get(name) instanceof File) {
        data.delete(name);
      }
    }
    return data;
  };
  let beginning;
  const begin = () => (beginning ??= beginNow().finally(() => (beginning = undefined)));
  const beginNow = async () => {
    const answer = await fetch(form.dataset.begin, { method: "POST", body: fields() });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    address = (await answer.json()).address;
    form.action = address;
    history.replaceState(null, "", address);
  };
  const keep = () => {
    if (busy) {
      again = true;
    } else {
      form.saving = keepNow();
    }
  };
  const keepNow = async () => {
    busy = true;
    try {
      if (address === "") {
        await begin();
      }
      const answer = await fetch(`${address}/save`, { method: "POST", body: fields() });
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }
      tell(await answer.json());
    } catch {
      saved.textContent = form.dataset.unsaved;
      again = true;
    }
    busy = false;
    if (again && !ended) {
      again = false;
      clearTimeout(timer);
      timer = setTimeout(keep, 1500);
    }
  };
  const tell = (answer) => {
    saved.textContent = answer.saved;
    for (const field of form.querySelectorAll("[data-field]")) {
      const word = answer.words[field.dataset.field];
      const place = field.querySelector(".word");
      place.className = `word ${word ? word.word : ""}`;
      const text = word ? `${word.sign} ${word.label} ${word.sentence}`.trim() : "";
      if (place.textContent.trim() !== text) {
        place.textContent = text;
      }
    }
  };
  const soon = (delay) => {
    ended = false;
    clearTimeout(timer);
    timer = setTimeout(keep, delay);
  };
  form.addEventListener("input", (event) => event.target.type !== "file" && soon(400));
  form.addEventListener("change", (event) => event.target.type !== "file" && soon(0));
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    ended = true;
  });

  // Files are sent as soon as they are chosen, in pieces; after a broken link the server says where to go on.
  const piece = 8 * 1024 * 1024;
  const send = async (input, file, more, say) => {
    const what = new URLSearchParams({ field: input.name, name: file.name, size: file.size, modified: file.lastModified, ...more });
    let offset = 0;
    for (let failures = 0; ; ) {
      try {
        if (offset === 0 || failures > 0) {
          offset = (await (await fetch(`${address}/upload?${what}`, { cache: "no-store" })).json()).offset;
        }
        const answer = await fetch(`${address}/upload?${what}&offset=${offset}`, { method: "POST", body: file.slice(offset, offset + piece) });
        if (answer.status >= 400 && answer.status < 500) {
          throw new Refusal(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[role=alert], .lead")?.textContent ?? form.dataset.broken);
        }
        const state = await answer.json();
        offset = state.offset;
        failures = 0;
        say(`${file.name}: ${Math.floor((100 * offset) / Math.max(1, file.size))} %`, offset, file.size);
        if (state.whole) {
          return;
        }
      } catch (problem) {
        failures += 1;
        if (problem instanceof Refusal || failures > 60) {
          throw problem;
        }
        say(form.dataset.again ?? form.dataset.broken, offset, file.size);
        await new Promise((done) => setTimeout(done, Math.min(10000, 500 * failures)));
      }
    }
  };
  // A folder goes file by file, four at a time; what arrived before is not sent again, and the last word keeps it whole.
  const sendFolder = async (input, files, say) => {
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    const root = files[0].webkitRelativePath.split("/")[0];
    const of = `${files.length}-${bytes}`;
    const modified = files.reduce((newest, file) => Math.max(newest, file.lastModified), 0);
    const left = [...files];
    let sent = 0;
    const some = async () => {
      for (let file = left.shift(); file; file = left.shift()) {
        await send(input, file, { name: file.webkitRelativePath, of, modified }, () => {});
        sent += 1;
        say(`${root}: ${sent} / ${files.length}`, sent, files.length);
      }
    };
    await Promise.all([some(), some(), some(), some()]);
    const end = await fetch(`${address}/upload?${new URLSearchParams({ field: input.name, name: root, size: 0, of, modified, end: "1" })}&offset=0`, { method: "POST" });
    if (!end.ok) {
      throw new Refusal(new DOMParser().parseFromString(await end.text(), "text/html").querySelector("[role=alert], .lead")?.textContent ?? form.dataset.broken);
    }
  };
  form.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file" || input.files.length === 0) {
      return;
    }
    const sending = form.querySelector(".sending");
    const bar = sending.querySelector("progress");
    const say = (text, done, of) => {
      sending.hidden = false;
      bar.hidden = done >= of;
      bar.max = Math.max(1, of);
      bar.value = done;
      sending.querySelector(".words").textContent = text;
    };
    const files = [...input.files];
    form.underway = (form.underway ?? Promise.resolve()).then(async () => {
      try {
        if (address === "") {
          await begin();
        }
        if (input.webkitdirectory) {
          await sendFolder(input, files, say);
        }
        for (const [index, file] of input.webkitdirectory ? [] : files.entries()) {
          await send(input, file, index === 0 && input.name === "files" ? { first: "1" } : {}, say);
        }
        kept(input, files);
      } catch (problem) {
        say(problem instanceof Refusal ? problem.message : form.dataset.broken, 1, 1);
      }
    });
  });
  const kept = (input, files) => {
    input.value = "";
    let list = input.parentElement.querySelector("ul.filelist.sent");
    if (!list) {
      list = document.createElement("ul");
      list.className = "filelist sent";
      input.after(list);
    }
    list.replaceChildren(
      ...(input.webkitdirectory ? [files[0].webkitRelativePath.split("/")[0]] : files.map((file) => file.name)).map((name) => {
        const line = document.createElement("li");
        line.textContent = name;
        return line;
      }),
    );
    const named = form.elements.namedItem(input.name.replace(/^f\./, "p."));
    if (named && input.name.startsWith("f.")) {
      named.value = files[files.length - 1].name;
    }
  };
}

class Refusal extends Error {}

// Of a field of one's own protocol only what its kind needs is shown.
for (const kind of document.querySelectorAll("select[data-kind]")) {
  const show = () => {
    for (const part of kind.closest(".own-field").querySelectorAll(".of")) {
      part.classList.toggle("hidden", !part.classList.contains(kind.value));
    }
  };
  kind.addEventListener("change", show);
  show();
}

// The calendar turns its months by keys, only while the focus is in it, so that no other key press is taken.
for (const month of document.querySelectorAll("table.month")) {
  month.addEventListener("keydown", (event) => {
    const ways = { PageUp: "nav a[rel=prev]", PageDown: "nav a[rel=next]", t: "nav a:not([rel])", T: "nav a:not([rel])" };
    const way = ways[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey && document.querySelector(`main ${ways[event.key]}`);
    if (way) {
      event.preventDefault();
      way.click();
    }
  });
}

// A form of few fields is sent as soon as one of them is chosen; a day that is being typed is waited for.
for (const form of document.querySelectorAll("form[data-submit-on-change]")) {
  let timer;
  form.addEventListener("change", (event) => {
    clearTimeout(timer);
    const isDay = event.target.type === "date";
    if (!isDay || event.target.value === "" || event.target.value >= "1900") {
      timer = setTimeout(() => form.requestSubmit(), isDay && event.target.matches(":focus") ? 700 : 0);
    }
  });
}
// A text is copied with its structure for word processors, and as plain text for everything else. Where the browser lets no
// script at the clipboard, as on a page that is no https, the text is selected and copied the old way.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const source = document.getElementById(button.dataset.copies);
  const said = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    const copy = source.classList.contains("checklist")
      ? checklist(source)
      : { plain: source.dataset.plain, html: source.innerHTML.trim() };
    said.textContent = "";
    said.textContent = (await written(copy, source)) ? button.dataset.done : button.dataset.selected;
  });
}

async function written({ plain, html }, source) {
  try {
    const parts = { "text/plain": plain, "text/html": html };
    const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    const onCopy = (event) => {
      event.clipboardData.setData("text/plain", plain);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
    };
    getSelection().selectAllChildren(source);
    document.addEventListener("copy", onCopy);
    const done = document.execCommand("copy");
    document.removeEventListener("copy", onCopy);
    return done;
  }
}

function checklist(list) {
  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const plain = [list.dataset.title, list.dataset.of];
  const html = [`<h2>${escaped(list.dataset.title)}</h2><p>${escaped(list.dataset.of)}</p>`];
  for (const group of list.querySelectorAll("fieldset")) {
    const title = group.querySelector("legend").textContent.trim();
    plain.push("", title);
    html.push(`<h3>${escaped(title)}</h3><ul>`);
    for (const item of group.querySelectorAll("li")) {
      const because = item.querySelector(".because");
      const text =
        `${item.querySelector("label").textContent.trim()} (${item.querySelector(".level").textContent.trim()})` +
        (because ? `: ${because.textContent.trim()}` : "");
      const ticked = item.querySelector("input").checked;
      plain.push(`[${ticked ? "x" : " "}] ${text}`);
      html.push(`<li>${ticked ? "☑" : "☐"} ${escaped(text)}</li>`);
    }
    html.push("</ul>");
  }
  plain.push("", list.dataset.source);
  html.push(`<p>${escaped(list.dataset.source)}</p>`);
  return { plain: plain.join("\n"), html: html.join("") };
}
