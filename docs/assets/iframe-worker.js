/* The search of a page that is opened as a file, where no browser starts a worker: the worker's script runs in a hidden
   frame instead. Part of a site made with `make offline` only.

   After iframe-worker 1.0.4, Copyright (c) 2020-2022 Martin Donath, MIT License (iframe-worker.LICENSE.txt). Changed: the
   frame gets its functions from here rather than by a script of its own, which the page's policy would not run. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    constructor(url) {
      super();
      var frame = this.frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      document.body.append(frame);
      var inner = frame.contentWindow;
      inner.postMessage = (data) => { setTimeout(() => this.receive(data)); };
      inner.importScripts = (...urls) => urls.reduce((before, next) => before.then(() => this.load(next)), Promise.resolve());
      inner.addEventListener("error", (event) => this.fail(event));
      this.ready = this.load(new URL(url, document.baseURI).href);
      this.ready.catch((event) => this.fail(event));
    }

    /* A script of the site's own, run in the frame. */
    load(url) {
      return new Promise((done, failed) => {
        var script = this.frame.contentDocument.createElement("script");
        script.src = url;
        script.onload = done;
        script.onerror = failed;
        this.frame.contentDocument.body.append(script);
      });
    }

    postMessage(data) {
      this.ready.then(() => {
        this.frame.contentWindow.dispatchEvent(new MessageEvent("message", {data: structuredClone(data)}));
      }, () => {});
    }

    receive(data) {
      var event = new MessageEvent("message", {data: data});
      this.dispatchEvent(event);
      if (this.onmessage) this.onmessage(event);
    }

    fail(cause) {
      var event = new ErrorEvent("error", {error: cause.error, message: cause.message});
      this.dispatchEvent(event);
      if (this.onerror) this.onerror(event);
    }

    terminate() { this.frame.remove(); }
  }

  window.IFrameWorker = window.Worker = FrameWorker;
})();
