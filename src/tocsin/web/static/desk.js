// Every page works without this file: it adds keys, and shows words and value together without leaving the place.
"use strict";

(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const rows = all("[data-list] tbody tr");
  let at = -1;

  const move = (step) => {
    if (!rows.length) return;
    rows[at]?.classList.remove("on");
    at = Math.min(rows.length - 1, Math.max(0, at + step));
    rows[at].classList.add("on");
    rows[at].querySelector("a")?.focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  };

  const clear = () => {
    all("mark.on, .value.on").forEach((element) => element.classList.remove("on"));
    all(".said").forEach((element) => element.classList.remove("said"));
  };

  const light = (words, value) => {
    clear();
    if (location.hash) history.replaceState(null, "", location.pathname + location.search);
    all("mark").filter((mark) => mark.dataset.span === words).forEach((mark) => mark.classList.add("on"));
    const told = document.getElementById(value);
    told?.classList.add(told.classList.contains("value") ? "on" : "said");
    return told;
  };

  const show = (element) => element?.scrollIntoView({ block: "nearest" });
  const valueOf = (words) => document.getElementById(words)?.dataset.value ?? "";

  const fromValue = (link) => {
    const words = link.dataset.words;
    const mark = document.getElementById(words);
    if (!mark) return false;
    light(words, mark.dataset.value ?? valueOf(words));
    mark.scrollIntoView({ block: "center" });
    mark.querySelector("a")?.focus({ preventScroll: true });
    return true;
  };

  const fromWords = (link) => {
    const told = light(link.dataset.span ?? link.closest("mark")?.dataset.span ?? "", link.dataset.value);
    show(told);
    (told?.matches("a") ? told : told?.querySelector("a"))?.focus({ preventScroll: true });
    return Boolean(told);
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("[data-words], a[data-value]");
    if (!link) return;
    if (link.dataset.words ? fromValue(link) : fromWords(link)) event.preventDefault();
  });

  const search = document.getElementById("search");
  const filters = document.getElementById("filters");
  const acts = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => search?.focus(),
    f: () => {
      if (!filters) return;
      filters.open = true;
      filters.querySelector("input").focus();
    },
    Escape: clear,
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (typing && event.key === "Escape") typing.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const button = /^[a-z]$/.test(event.key) && document.querySelector(`.on [data-key="${event.key}"]`)
      || (!rows.length && document.querySelector(`[data-key="${event.key}"]`));
    const report = /^[1-9]$/.test(event.key) && document.querySelector(`[data-report="${event.key}"]`);
    if (!report && !button && !acts[event.key]) return;
    event.preventDefault();
    if (report) report.click();
    else if (button) button.click();
    else acts[event.key]();
  });

  all(".keys").forEach((help) => { help.hidden = false; });
})();
