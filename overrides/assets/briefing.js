// Comforts. Every page is complete without them.
(() => {
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const shown = () => root.dataset.colours || (device.matches ? "dark" : "light");

  // Colours: the button offers the other palette; choosing what the device has anyway forgets the choice.
  const button = document.querySelector("[data-palette]");
  const label = () => {
    const other = shown() === "dark" ? "light" : "dark";
    button.textContent = button.dataset[other];
    button.setAttribute("aria-label", button.dataset[`${other}Colours`]);
  };
  const remember = (palette) => {
    try {
      if (palette) localStorage.setItem("briefing-palette", palette);
      else localStorage.removeItem("briefing-palette");
    } catch { /* lasts as long as the page */ }
  };
  if (button) {
    label();
    device.addEventListener("change", label);
    button.addEventListener("click", () => {
      const other = shown() === "dark" ? "light" : "dark";
      const byDevice = other === (device.matches ? "dark" : "light");
      if (byDevice) delete root.dataset.colours;
      else root.dataset.colours = other;
      remember(byDevice ? "" : other);
      label();
    });
  }

  // The section bar of a phone scrolls sideways: show where we are, and again when its letters have come.
  const bar = document.querySelector(".bar ul");
  const current = bar && bar.querySelector("[aria-current]");
  if (current) {
    const middle = (element) => element.getBoundingClientRect().left + element.offsetWidth / 2;
    const show = () => { bar.scrollLeft += middle(current) - middle(bar); }; // from either side
    show();
    document.fonts.ready.then(show);
  }

  // A table that scrolls in its own box must be reachable by keyboard.
  const reach = () => {
    for (const box of document.querySelectorAll(".scroll, .content > table:not(.ledger)")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  reach();
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true); // what is folded has no width yet

  // A fold that holds the target of the address opens.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  try { unfold(); } catch { /* a fragment that is not valid percent-encoding names nothing */ }

  // The card of a name shows while the name or the card is pointed at, or the name has the focus; Escape puts it away.
  let card = null, timer = 0;
  const hide = () => {
    clearTimeout(timer);
    if (card) card.hidden = true;
    card = null;
  };
  const show = (link) => {
    hide();
    card = document.getElementById(link.getAttribute("aria-describedby"));
    if (!card) return;
    card.hidden = false;
    const word = link.getClientRects()[0];
    const left = Math.max(8, Math.min(word.left, root.clientWidth - card.offsetWidth - 8));
    const below = link.getBoundingClientRect().bottom + 4, above = word.top - card.offsetHeight - 4;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below + card.offsetHeight < innerHeight || above < 0 ? below : above) + scrollY}px`;
  };
  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const named = (target) => target instanceof Element && target.closest("a.name[aria-describedby]");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = named(event.target);
    if (link) later(() => show(link), 200);
    else if (card && card.contains(event.target)) clearTimeout(timer);
    else later(hide, 300);
  });
  document.addEventListener("focusin", (event) => {
    const link = named(event.target);
    if (link && link.matches(":focus-visible")) show(link);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // The mark after a paragraph copies its address where that is allowed; it is a link to the paragraph anyway.
  const status = document.querySelector(".status[data-copied]");
  document.addEventListener("click", (event) => {
    const mark = event.target instanceof Element && event.target.closest("a.here");
    if (!mark || !status || !navigator.clipboard || event.defaultPrevented) return;
    navigator.clipboard.writeText(mark.href).then(() => {
      status.textContent = status.dataset.copied;
      setTimeout(() => { status.textContent = ""; }, 2500);
    }, () => { /* not allowed: the address bar has it now */ });
  });

  // The marks of all paragraphs are one stop of the Tab key: from there the arrows go from one to the next.
  const marks = [...document.querySelectorAll("a.here")];
  const stop = (mark) => { for (const other of marks) other.tabIndex = other === mark ? 0 : -1; };
  const steps = {ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity};
  for (const mark of marks) {
    mark.setAttribute("aria-keyshortcuts", "ArrowDown ArrowUp");
    mark.addEventListener("focus", () => stop(mark));
    mark.addEventListener("keydown", (event) => {
      if (!(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      marks[Math.max(0, Math.min(marks.indexOf(mark) + steps[event.key], marks.length - 1))].focus();
    });
  }
  stop(document.querySelector(".para:target > a.here") || marks[0]);

  // On paper, a link to elsewhere has a number, and its address stands at the end of the text.
  const noted = [];
  const note = () => {
    const text = document.querySelector(".content"), links = text ? text.querySelectorAll('a[href^="http"]') : [];
    if (!links.length || noted.length) return;
    const list = document.createElement("ol"), addresses = [];
    list.className = "addresses";
    for (const link of links) {
      if (!addresses.includes(link.href)) {
        addresses.push(link.href);
        list.appendChild(document.createElement("li")).textContent = link.getAttribute("href");
      }
      const mark = document.createElement("sup");
      mark.textContent = addresses.indexOf(link.href) + 1;
      link.after(mark);
      noted.push(mark);
    }
    text.append(list);
    noted.push(list);
  };

  // On paper, folds are open.
  let folded = [];
  addEventListener("beforeprint", () => {
    note();
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of noted.splice(0)) one.remove();
    for (const fold of folded) fold.open = false;
  });
})();
