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
  tip.textContent = mark.dataset.tip;
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
