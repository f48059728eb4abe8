// Added to pages while they are served for a preview, never to those on disk. Asks for the state of the briefing until it
// is another: then loads the page anew, or lays the mistakes over it until they are mended.
{
  let known = document.currentScript.dataset.state;
  let notice;

  const show = (mistakes) => {
    notice ??= document.body.appendChild(document.createElement("div"));
    notice.id = "briefing-mistakes";
    notice.setAttribute("role", "alert");
    notice.style.cssText = "position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;z-index:2147483647;padding:1rem;"
      + "background:#7a1712;color:#fff;font:1rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere";
    notice.textContent = mistakes.join("\n");
  };

  const watch = async () => {
    for (;;) {
      try {
        const state = await (await fetch(`/.briefing/state?known=${encodeURIComponent(known)}`)).json();
        if (state.mistakes.length) show(state.mistakes);
        else if (state.id !== known) return location.reload();
        known = state.id;
      } catch { // the server has ended, or starts anew
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
  };
  watch();
}
