"use strict";

// Only markup of our own server reaches the page, through htmx; nobody may make scripts out of text.
if (window.trustedTypes && trustedTypes.createPolicy) {
  trustedTypes.createPolicy("default", { createHTML: (markup) => markup });
}

function localTimes() {
  const shape = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  for (const one of document.querySelectorAll("time[datetime]:not([title])")) {
    const at = new Date(one.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    one.title = one.textContent.trim();
    const year = at.getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" };
    one.textContent = at.toLocaleString(undefined, { ...shape, ...year });
  }
}

// Going to another page with words that were not saved asks first; sending them does not, whatever settles meanwhile.
let unsaved = false;
let leaving = false;
document.addEventListener("input", (event) => {
  if (event.target.closest("form[data-guard]")) unsaved = true;
});
document.addEventListener("submit", (event) => {
  leaving = !event.defaultPrevented && event.target.matches("form[data-guard]");
});
window.addEventListener("pageshow", () => { leaving = false; });
window.addEventListener("beforeunload", (event) => { if (unsaved && !leaving) event.preventDefault(); });

// The queue by keyboard: j and k move, Enter opens (it is a link), / searches, u goes back from a ticket.
function move(step) {
  const links = [...document.querySelectorAll("[data-row] a.subject")];
  if (!links.length) return;
  const now = links.indexOf(document.activeElement);
  const next = now < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(now + step, 0), links.length - 1);
  links[next].focus();
  links[next].closest("[data-row]").scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const search = document.getElementById("q");
  const back = document.querySelector("[data-back]");
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "/" && search) { event.preventDefault(); search.select(); }
  else if (event.key === "u" && back) back.click();
  else if (/^[1-9]$/.test(event.key)) document.querySelector(`[data-key="${event.key}"]`)?.click();
});

// Not "autofocus": the browser and htmx would both answer it, at different times. root: what is new; remarks that come
// into a form say nothing about its words.
function settle(root) {
  localTimes();
  root.querySelector("[data-focus]")?.focus();
  if (root === document || !root.closest("form[data-guard]")) {
    unsaved = Boolean(document.querySelector("form[data-guard=changed]"));
  }
  const refused = document.getElementById("refused");
  if (refused) refused.scrollIntoView({ block: "center" });
}

document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => settle(document));
document.addEventListener("htmx:afterSettle", (event) => settle(event.target));
