/* The theme's script is a third of what a page loads and most of what a phone computes, and all of it answers to a
   reader: it is fetched at the first sign of one, and before it what its search is asked (search.js). What a reader did
   before it was there is told to it again. */
(function () {
  "use strict";

  var own = document.currentScript, source = own.dataset.script, home = own.src;
  var asked = new URLSearchParams(location.search);
  var signs = ["pointermove", "pointerdown", "keydown", "focusin", "change", "scroll"], missed = [];

  function fetchTheme() {
    signs.forEach(function (kind) { window.removeEventListener(kind, fetchTheme, true); });
    add(new URL("search.js", home));
    add(source).addEventListener("load", function () {
      window.removeEventListener("keydown", keep, true);
      window.removeEventListener("change", keep, true);
      missed.forEach(function (event) { event.target.dispatchEvent(new event.constructor(event.type, event)); });
    });
  }

  function add(address) {
    var script = document.createElement("script");
    script.src = address;
    script.async = false; /* in the order that they are added in */
    document.head.append(script);
    return script;
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
})();
