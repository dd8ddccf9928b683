/* What the theme's search is asked, and when. It wakes as somebody turns to it: until then its worker is not started and
   its index not fetched. A lone letter beside words is an initial, not the beginning of any word. A word that is nowhere is
   looked for without its accents, then with a letter or two otherwise; the theme calls it missing, as it is.
   Fetched with the theme's own script, before it runs. */
(function () {
  "use strict";

  var Thread = window.Worker, open = XMLHttpRequest.prototype.open, send = XMLHttpRequest.prototype.send;
  var QUERY = 2; /* the theme's message to its worker that holds a query */
  var waiting = location.protocol === "file:" || new URLSearchParams(location.search).has("q") ? null : [];

  function wait(start) { if (waiting) waiting.push(start); else start(); }

  function wake() {
    if (!waiting) return;
    var all = waiting;
    waiting = null;
    XMLHttpRequest.prototype.open = open;
    XMLHttpRequest.prototype.send = send;
    all.forEach(function (start) { start(); });
  }

  if (waiting) {
    XMLHttpRequest.prototype.open = function (method, url) {
      this.waits = /\/search_index\.json$/.test(url);
      open.apply(this, arguments);
    };
    XMLHttpRequest.prototype.send = function (body) {
      var request = this;
      if (request.waits) wait(function () { send.call(request, body); });
      else send.call(request, body);
    };
    ["focusin", "pointerover", "change"].forEach(function (kind) {
      document.addEventListener(kind, function (event) {
        if (event.target.closest && event.target.closest(".md-search, [for=__search], #__search")) wake();
      });
    });
    if (document.querySelector(".md-search :focus")) wake(); /* by the sign for which this was fetched */
  }

  /* Stands in for the worker, which answers every message with one: asks it one thing after the other. */
  window.Worker = function (url) {
    var standing = new EventTarget(), worker = null, answered = null, before = Promise.resolve(), separator = /\s+/;

    wait(function () {
      worker = new Thread(url);
      worker.addEventListener("message", function (event) { answered(event.data); });
    });

    function tell(message) {
      return new Promise(function (done) { answered = done; worker.postMessage(message); });
    }

    function ask(query) { return tell({type: QUERY, data: query}); }

    standing.postMessage = function (message) {
      wait(function () {
        if (message.data.config) separator = new RegExp(message.data.config.separator);
        before = before.then(function () {
          return message.type === QUERY ? find(message.data, separator, ask) : tell(message);
        }).catch(function () {
          return tell(message);
        }).then(function (answer) {
          standing.dispatchEvent(new MessageEvent("message", {data: answer}));
        });
      });
    };
    return standing;
  };

  async function find(query, separator, ask) {
    if (/(^|\s)[+-]|[*~^:"]/.test(query)) return ask(query); /* whoever writes so knows the search's own signs */
    var all = query.toLowerCase().split(separator).filter(Boolean);
    var words = all.filter(function (word) { return word.length > 1; });
    if (!words.length) return ask(query);
    var found = await ask(words.join(" ")), meant = await mend(words, found.data.items, ask);
    if (meant) found = await ask(meant.join(" "));
    var initials = all.filter(function (word) { return /^\p{L}$/u.test(word); });
    if (initials.length) prefer(initials, found.data.items);
    return found;
  }

  /* Of pages that are found as surely as the first, those whose titles have a word for each initial come before it: two
     of one surname score the same but for a little, and less than half is another page that only names somebody. */
  function prefer(initials, items) {
    function score(results) { return Math.max.apply(null, results.map(function (item) { return item.score; })); }
    function fits(results) {
      var page = results.find(function (item) { return !item.location.includes("#"); });
      var words = window.foldLetters(page ? page.title.replace(/<[^>]*>/g, "") : "").split(/\s+/);
      return 2 * score(results) >= best && initials.every(function (letter) {
        return words.some(function (word) { return word.startsWith(letter); });
      });
    }
    var best = Math.max.apply(null, items.map(score));
    items.sort(function (a, b) { return fits(b) - fits(a); });
  }

  /* The words, with what finds something in place of those that are nowhere; nothing where there is none to replace. */
  async function mend(words, items, ask) {
    var meant = words.slice();
    for (var n = 0; n < words.length; n += 1) {
      var others = isMissing(words[n], items) ? likely(words[n]) : [];
      for (var k = 0; k < others.length && meant[n] === words[n]; k += 1) {
        if ((await ask(others[k])).data.items.length) meant[n] = others[k];
      }
    }
    return meant.join() === words.join() ? null : meant;
  }

  /* The theme says of each result which words it has; of one that no result has nothing, or that it is missing. A word
     too common to be looked for is none of these. */
  function isMissing(word, items) {
    var said = items.flat().map(function (item) { return item.terms[word]; });
    return !items.length || (said.includes(false) && !said.includes(true));
  }

  /* What a word of letters may have been meant for, the likeliest first, in the search's signs. Short words are like too
     many others: of the 1,337 words of a site's index one of three letters has 2.8 others within one letter, one of five
     0.9; within two, one of seven has another 0.9, one of eight 0.5. */
  function likely(word) {
    var folded = window.foldLetters(word);
    if (!/^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{M}]{4,}$/u.test(word)) return [];
    return (folded === word ? [] : [folded, folded + "~1"]).concat(word + "~1", word.length < 8 ? [] : word + "~2");
  }
})();
