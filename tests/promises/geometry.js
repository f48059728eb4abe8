// What a reader could not read, in the window as it is: words outside of it, cut off, or on top of one another.
// Returns a list of remarks. Left out: words for screen readers only, boxes that scroll by themselves, folded text.
() => {
  const remarks = [];
  const name = (e) => `<${e.tagName.toLowerCase()}${e.className && e.className.baseVal === undefined ? "." + e.className : ""}>`;
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) remarks.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${width}`);

  const scrolls = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX);
  const hidden = (e) => e.closest(".sr, .skip:not(:focus), svg, thead") || !e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const scroller = (e) => { for (; e && e !== document.body; e = e.parentElement) if (scrolls(e)) return true; return false; };

  const words = [];
  const walker = document.createTreeWalker(document.querySelector("dialog[open]") || document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const holder = node.parentElement;
    if (!node.data.trim() || hidden(holder) || scroller(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      const said = `“${node.data.trim().slice(0, 40)}” in ${name(holder)}`;
      if (box.left < -1 || box.right > width + 1) remarks.push(`outside the window: ${said}`);
      // A line box is taller than its letters: what may not meet is the letters.
      words.push({ said, holder, left: box.left + 1, right: box.right - 1, top: box.top + box.height * 0.25, bottom: box.bottom - box.height * 0.25 });
    }
  }

  words.sort((a, b) => a.top - b.top);
  words.forEach((one, i) => {
    for (let j = i + 1; j < words.length && words[j].top < one.bottom; j++) {
      const other = words[j];
      if (one.left < other.right && other.left < one.right) remarks.push(`on top of one another: ${one.said} and ${other.said}`);
    }
  });

  for (const e of document.body.querySelectorAll("*")) {
    if (hidden(e) || !e.textContent.trim() || scrolls(e)) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(e);
    const cutX = /hidden|clip/.test(overflowX) && e.scrollWidth > e.clientWidth + 1;
    const cutY = /hidden|clip/.test(overflowY) && e.scrollHeight > e.clientHeight + 1;
    if (cutX || cutY || textOverflow === "ellipsis") remarks.push(`cut off: ${name(e)}`);
  }
  return remarks;
}
