/* What the pages do when a script may run: a card at each citation, a filter, a way back. Without it every citation is
   a link to its paragraph, and the notes at the foot of the page say the same as the cards. */
(function () {
  "use strict";

  var card = null, owner = null, leaving = 0;

  function close() {
    if (card) card.remove();
    if (owner) { owner.removeAttribute("aria-expanded"); owner.removeAttribute("aria-describedby"); }
    card = owner = null;
  }

  function open(link) {
    if (owner === link) return;
    close();
    var note = document.getElementById("note-" + link.textContent.trim());
    if (!note) return;
    card = document.createElement("div");
    card.className = "card";
    card.id = "card";
    card.setAttribute("role", "tooltip");
    card.innerHTML = note.innerHTML;
    var said = link.closest(".say");
    if (said && said.dataset.standing) {
      var standing = document.createElement("span");
      standing.className = "standing";
      standing.textContent = said.dataset.standing;
      card.prepend(standing);
    }
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", "card");
    link.setAttribute("aria-expanded", "true");
    owner = link;
    document.querySelector("main").append(card);
    place(link);
  }

  /* On a narrow screen the card lies along the foot, by the style alone; what has the focus is not under it. */
  function place(link) {
    if (getComputedStyle(card).position === "fixed") {
      var hidden = link.getBoundingClientRect().bottom - card.getBoundingClientRect().top;
      if (hidden > 0 && link.matches(":focus-visible")) window.scrollBy(0, hidden + 16);
      return;
    }
    var at = link.getBoundingClientRect(), width = document.documentElement.clientWidth;
    var left = Math.min(Math.max(8, at.left), width - card.offsetWidth - 8);
    var below = at.bottom + card.offsetHeight + 8 < window.innerHeight;
    var top = below ? at.bottom + 4 : Math.max(8, at.top - card.offsetHeight - 4);
    card.style.left = left + window.scrollX + "px";
    card.style.top = top + window.scrollY + "px";
  }

  function citation(event) { return event.target.closest && event.target.closest("a.cite"); }
  function later() { leaving = setTimeout(close, 250); }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType !== "mouse") return;
    var link = citation(event);
    if (link || (card && card.contains(event.target))) clearTimeout(leaving);
    if (link) open(link);
  });
  document.addEventListener("pointerout", function (event) {
    if (event.pointerType === "mouse" && card && (citation(event) || card.contains(event.target))) later();
  });
  document.addEventListener("focusin", function (event) {
    var link = citation(event);
    if (link && link.matches(":focus-visible")) open(link);
    else if (card && !card.contains(event.target)) close();
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });

  /* A tap opens the card, a second tap follows the link. */
  var touched = false;
  document.addEventListener("pointerdown", function (event) { touched = event.pointerType !== "mouse"; });
  document.addEventListener("click", function (event) {
    var link = citation(event);
    if (link && touched && owner !== link) { event.preventDefault(); open(link); }
    else if (!link && card && !card.contains(event.target)) close();
  });

  /* Letters that Unicode does not take apart into a base letter and a mark: those of generator/names/romanise.py. */
  var LETTERS = {ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d"};

  /* In small letters without accents or apostrophes, so that any spelling finds the name. */
  function plain(text) {
    var bare = text.toLowerCase().replace(/[łøđıßæœþð]/g, function (letter) { return LETTERS[letter]; });
    return bare.normalize("NFD").replace(/[\u0300-\u036f'’‘ʼʻ`´]/g, "");
  }
  window.foldLetters = plain; /* for search.js */

  function filter(list) {
    var box = document.createElement("p"), count = document.createElement("output");
    var label = list.dataset.filter, input = document.createElement("input");
    box.className = "filter";
    input.type = "search";
    input.placeholder = label;
    input.setAttribute("aria-label", label);
    box.append(input, " ", count);
    var groups = list.previousElementSibling;
    (groups && groups.matches(".groups") ? groups : list).before(box);
    var people = Array.from(list.querySelectorAll("li")).map(function (item) {
      var name = item.querySelector("[data-names]");
      return {item: item, text: plain(item.textContent + " " + (name ? name.dataset.names : ""))};
    });
    input.addEventListener("input", function () {
      var words = plain(input.value).split(/\s+/), shown = 0;
      people.forEach(function (person) {
        person.item.hidden = !words.every(function (word) { return person.text.includes(word); });
        shown += !person.item.hidden;
      });
      list.querySelectorAll("h2").forEach(function (heading) {
        var group = heading.nextElementSibling;
        heading.hidden = !group || !group.querySelector("li:not([hidden])");
      });
      count.textContent = input.value.trim() ? shown + " of " + people.length : "";
    });
  }

  function arrive() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = target && target.closest("details:not([open])");
    if (folded) { folded.open = true; target.scrollIntoView(); } /* where the browser does not by itself */
    if (!target || !target.classList.contains("paragraph")) return;
    var rests = target.querySelector("details");
    if (rests) rests.open = true;
    if (history.length < 2 || target.querySelector(".way-back")) return;
    var back = document.createElement("button");
    back.type = "button";
    back.className = "way-back";
    back.textContent = "Back to where you were";
    back.addEventListener("click", function () { history.back(); });
    target.append(back);
  }

  /* The theme opens menu and search by labels, which no key reaches: a button with the label's own look does, leads
     to what it opened, and Escape leads back. */
  function reach(id, name, opened) {
    var label = document.querySelector(".md-header__button[for=" + id + "]"), toggle = document.getElementById(id);
    if (!label || !toggle) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("for", id); /* the theme's style goes by it */
    button.setAttribute("aria-label", name);
    button.append.apply(button, label.childNodes);
    button.addEventListener("click", function () {
      toggle.click();
      var seen = Array.from(document.querySelectorAll(opened)).find(function (part) { return part.offsetParent; });
      if (toggle.checked && seen) seen.focus();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      button.focus();
    });
    label.replaceWith(button);
  }

  /* On the page for a missing one: what its address may have meant, to search for. */
  function suggest(form) {
    var name = location.pathname.split("/").filter(Boolean).pop() || "";
    try { name = decodeURIComponent(name); } catch (wrong) { /* an address may be anything */ }
    form.q.value = name.replace(/\.html$/, "").replace(/^404$/, "").replace(/[-_+]+/g, " ").trim();
    form.hidden = false;
  }

  /* On paper nothing is folded; the style says so, too, where a browser understands it. */
  var folded = [];
  window.addEventListener("beforeprint", function () {
    close();
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    folded.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (part) { part.open = false; });
  });

  /* What style.css puts off on the page with everything is laid out for a reader, when the browser has time for it. */
  function layOut(pieces) {
    if (!pieces.length) return;
    (window.requestIdleCallback || setTimeout)(function () {
      pieces.splice(0, 4).forEach(function (piece) { piece.classList.add("laid-out"); });
      layOut(pieces);
    });
  }
  if (document.getElementById("passages")) {
    var late = ".from-top article > h2 ~ h2 ~ *", waiting = new AbortController();
    ["pointermove", "scroll"].forEach(function (sign) {
      window.addEventListener(sign, function () {
        waiting.abort();
        layOut(Array.from(document.querySelectorAll(late + ", " + late + " .row")));
      }, {passive: true, signal: waiting.signal});
    });
    window.addEventListener("keydown", function () { /* a key may lead to the end, which has to be where it will be */
      document.documentElement.classList.remove("from-top");
    }, {once: true});
  }

  document.querySelectorAll("[data-filter]").forEach(filter);
  document.querySelectorAll("[data-missing]").forEach(suggest);
  reach("__drawer", "Menu", ".md-sidebar--primary a.md-nav__link");
  reach("__search", "Search", ".md-search__input");
  window.addEventListener("hashchange", function () { close(); arrive(); });
  arrive();
})();
