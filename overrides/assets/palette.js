// Runs before the first paint: says that scripts work, and applies the colours that the reader chose here before.
// Storage may be closed to us (private windows, some browsers on file://): then the device decides.
document.documentElement.classList.add("js");
try {
  const chosen = localStorage.getItem("briefing-palette");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
} catch { /* the device decides */ }
