/* The theme fetches the search's index and starts its worker on every page. Together they are a third of what a page
   loads, and few readers search: here both wait until somebody turns to the search. Runs before the theme's script. */
(function () {
  "use strict";

  if (location.protocol === "file:" || new URLSearchParams(location.search).has("q")) return;

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
