/* The theme's script is a third of what a page loads and most of what a phone computes, and all of it answers to a
   reader: it is fetched at the first sign of one. What a reader did before it was there is told to it again. Its search
   fetches an index and starts a worker, which wait until somebody turns to the search. */
(function () {
  "use strict";

  var source = document.currentScript.dataset.script, asked = new URLSearchParams(location.search);
  var signs = ["pointermove", "pointerdown", "keydown", "focusin", "change", "scroll"], missed = [];

  function fetchTheme() {
    signs.forEach(function (kind) { window.removeEventListener(kind, fetchTheme, true); });
    var script = document.createElement("script");
    script.src = source;
    script.addEventListener("load", function () {
      window.removeEventListener("keydown", keep, true);
      window.removeEventListener("change", keep, true);
      missed.forEach(function (event) { event.target.dispatchEvent(new event.constructor(event.type, event)); });
    });
    document.head.append(script);
  }

  function keep(event) {
    var search = document.querySelector(".md-search__input"), plain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (search && plain && /^[/fs]$/.test(event.key) && !event.target.closest("input, textarea, select")) {
      event.preventDefault();
      search.focus(); /* the theme's key for it; what is typed after it is not lost */
    } else if (event.key !== "Tab") missed.push(event); /* the theme takes a Tab as leaving what now has the focus */
  }

  window.addEventListener("keydown", keep, true);
  window.addEventListener("change", keep, true);
  if (asked.has("q") || asked.has("h")) fetchTheme(); /* a search's address, or that of what it found */
  else signs.forEach(function (kind) { window.addEventListener(kind, fetchTheme, {capture: true, passive: true}); });

  /* The theme shows the switch to dark or light that fits; here it is in sight from the start. */
  document.querySelectorAll("[data-md-component=palette] input").forEach(function (input) {
    input.nextElementSibling.hidden = input.dataset.mdColorScheme !== document.body.dataset.mdColorScheme;
  });

  if (location.protocol === "file:" || asked.has("q")) return;

  var waiting = [], open = XMLHttpRequest.prototype.open, send = XMLHttpRequest.prototype.send, Thread = window.Worker;

  function wait(start) { if (waiting) waiting.push(start); else start(); }

  function wake() {
    if (!waiting) return;
    var all = waiting;
    waiting = null;
    XMLHttpRequest.prototype.open = open;
    XMLHttpRequest.prototype.send = send;
    all.forEach(function (start) { start(); });
  }

  XMLHttpRequest.prototype.open = function (method, url) {
    this.waits = /\/search_index\.json$/.test(url);
    open.apply(this, arguments);
  };
  XMLHttpRequest.prototype.send = function (body) {
    var request = this;
    if (request.waits) wait(function () { send.call(request, body); });
    else send.call(request, body);
  };

  /* Stands in for the worker: keeps what it is told, and passes on what the real one says. */
  window.Worker = function (url) {
    var standing = new EventTarget(), worker = null;
    standing.postMessage = function (message) { wait(function () { worker.postMessage(message); }); };
    wait(function () {
      worker = new Thread(url);
      worker.addEventListener("message", function (event) {
        standing.dispatchEvent(new MessageEvent("message", {data: event.data}));
      });
    });
    return standing;
  };

  ["focusin", "pointerover", "change"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (event.target.closest && event.target.closest(".md-search, [for=__search], #__search")) wake();
    });
  });
})();
