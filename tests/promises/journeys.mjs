// What readers do on a page, in any browser: each journey throws where it does not come to its end. `open` goes to a path.
const STORM = "articles/storm-closes-harbour-of-lindow-for-a-third-day.html";

const until = (page, condition, ...values) => page.waitForFunction(condition, { timeout: 10_000 }, ...values);
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

function expect(truth, what) {
  if (!truth) throw new Error(what);
}

async function follow(page, selector, path) {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(selector)]);
  expect(page.url().includes(path), `${selector} leads to ${page.url()}`);
}

export const journeys = {
  async "from the front page to the lead story"(page, open) {
    await open("index.html");
    await follow(page, ".story.lead h2 a", "/articles/");
  },

  async "choose the colours, here and on the next page"(page, open) {
    await open("index.html");
    const before = await ground(page);
    await page.click("[data-palette]");
    const chosen = await ground(page);
    expect(chosen !== before, "the button changes nothing");
    await open("about.html");
    expect((await ground(page)) === chosen, "the next page has forgotten");
    await page.click("[data-palette]");
    expect((await ground(page)) === before, "there is no way back");
  },

  async "sift and sort a ledger"(page, open) {
    await open("figures.html");
    const rows = () => page.$$eval("tbody tr:not(.under)", (all) => all.filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent.trim()));
    const all = await rows();
    await page.type(".sift input", "boats");
    await until(page, (count) => document.querySelector(".sift output").textContent.includes(` of the ${count} rows`), all.length);
    const sifted = await rows();
    expect(sifted.length && sifted.length < all.length, `${sifted.length} of ${all.length} rows`);
    await page.click(".sift input", { count: 3 });
    await page.keyboard.press("Backspace");
    await page.select(".sift select", "0 descending");
    const sorted = await rows();
    expect(sorted.length === all.length && sorted[0] !== all[0], `sorted: ${sorted}`);
    expect(await page.$("th[aria-sort=descending]"), "the column does not say that it sorts");
  },

  async "see who a name is by pointer and by key"(page, open) {
    await open(STORM);
    const card = await page.$eval("a.name[aria-describedby]", (name) => `#${name.getAttribute("aria-describedby")}`);
    await page.hover("a.name[aria-describedby]");
    await page.waitForSelector(card, { visible: true });
    expect((await page.$eval(card, (box) => box.innerText)).includes("in this article"), "the card says too little");
    await page.hover(card);
    await new Promise((done) => setTimeout(done, 500)); // longer than it would stay without the pointer
    expect(await page.$eval(card, (box) => box.checkVisibility()), "the card goes when it is pointed at");
    await page.keyboard.press("Escape");
    await page.waitForSelector(card, { hidden: true });
    await page.hover("a.name[aria-describedby]");
    await page.waitForSelector(card, { visible: true });
    await page.mouse.move(5, 5);
    await page.waitForSelector(card, { hidden: true });
    const focused = () => page.evaluate(() => document.activeElement.matches("a.name[aria-describedby]"));
    for (let presses = 0; presses < 60 && !(await focused()); presses++) await page.keyboard.press("Tab");
    await until(page, () => document.getElementById(document.activeElement.getAttribute("aria-describedby")).checkVisibility());
    await page.keyboard.press("Escape");
    expect(await focused(), "Escape loses the focus");
  },

  async "copy the address of a paragraph"(page, open) {
    await open(STORM);
    const clipboard = (value) => page.evaluate((works) => Object.defineProperty(navigator, "clipboard", { configurable: true,
      value: works ? { writeText: (text) => { window.copied = text; return Promise.resolve(); } } : undefined }), value);
    await clipboard(true);
    await page.evaluate(() => { // it is said for a moment only
      const status = document.querySelector(".status");
      new MutationObserver(() => { window.said ||= status.textContent; }).observe(status, { childList: true });
    });
    await page.click("#p2 > .here");
    await until(page, () => window.said === "Link copied" && window.copied === location.href && location.hash === "#p2");
    await clipboard(false); // then it is a link anyway
    await page.click("#p1 > .here");
    await until(page, () => location.hash === "#p1");
  },

  async "from the timeline to what the text says"(page, open) {
    await open("timeline.html");
    const widths = await page.$$eval("main svg", (pictures) => pictures.map((one) => one.getBoundingClientRect().width));
    expect(Math.max(0, ...widths) > 300, `pictures as wide as ${widths}`);
    await follow(page, '#timeline-table a[href*="#p"]', "#p");
    expect(await page.evaluate(() => document.getElementById(location.hash.slice(1)).checkVisibility()), "no paragraph there");
  },

  async "read an article from right to left on a phone"(page, open) {
    await page.setViewport({ width: 390, height: 800 });
    await open("articles/mina.html");
    const read = await page.$eval("#p1", (text) => [text.lang, getComputedStyle(text).direction].join());
    expect(read === "ar,rtl", `it is read ${read}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than the phone");
    await page.setViewport({ width: 1280, height: 900 });
  },

  async "read the whole edition"(page, open) {
    await open("edition.html");
    const texts = await page.$$eval("main :is(h2, h3)", (all) => all.map((heading) => heading.textContent));
    expect(texts.length > 8 && texts.some((text) => text.startsWith("Storm closes")), `headings: ${texts}`);
  },

  async "from what a change does to a page that it adds"(page, open) {
    await open("review.html");
    await follow(page, 'body a[href*="articles/"]', "/articles/");
  },
};
