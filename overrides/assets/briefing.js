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

  // The section bar of a phone scrolls sideways: show where we are.
  const bar = document.querySelector(".bar ul");
  const current = bar && bar.querySelector("[aria-current]");
  if (current) {
    const middle = (element) => element.getBoundingClientRect().left + element.offsetWidth / 2;
    bar.scrollLeft += middle(current) - middle(bar); // from either side
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

  // On paper, folds are open.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
})();
