// Opens pages of a built site in a browser and reports what the browser itself says of them. Reads one job as JSON from
// standard input, writes its report as JSON to standard output.
//
// job: {browser: "chrome" | "firefox", executable, arguments, site, tours: [{prefix, pages, searches, missing, journeys}]}
//   prefix: null opens the files; else they are served over http below that folder, 404.html for whatever is not there
//   searches: [{words, leads_to}]; missing: addresses below the prefix where nothing is;
//   journeys: names of those in journeys.mjs
// report: {interfaces, tours: [{base, pages: [{path, landed, complaints, links, ids}], searches, missing,
//   journeys: [{name, failed, complaints}]}]}
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { networkInterfaces } from "node:os";
import { extname, join, normalize } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { journeys } from "./journeys.mjs";

const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json", ".xml": "application/xml" };
const CUT_SHORT = /status=2152398850/; // Firefox's NS_BINDING_ABORTED: a font of a page that has led on meanwhile
const PATIENCE = 20_000; // milliseconds, against waiting for ever

// What hosts send of the rules in _headers: those of each rule whose path, up to its "*", begins that of the request.
function headersFor(site, path) {
  const sent = {};
  let holds = false;
  for (const line of readFileSync(join(site, "_headers"), "utf8").split("\n")) {
    const rule = /^(\/[^*]*)\*$/.exec(line), header = /^ +([\w-]+): (.*)$/.exec(line);
    if (rule) holds = path.startsWith(rule[1]);
    else if (header && holds) sent[header[1]] = header[2];
    else if (!header && line && !line.startsWith("#")) throw new Error(`_headers: ${line}`);
  }
  return sent;
}

function serve(site, prefix) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    let file = path.startsWith(`/${prefix}/`) ? join(site, normalize(path.slice(prefix.length + 1))) : "";
    if (file.endsWith("/")) file += "index.html";
    const found = file && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!found) file = join(site, "404.html");
    const type = TYPES[extname(file)] || "application/octet-stream";
    response.writeHead(found ? 200 : 404, { ...headersFor(site, path.slice(prefix.length + 1) || "/"), "Content-Type": type });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

// In the page, before anything of it runs: what a policy refused and what failed to load, whichever browser it is.
function witness() {
  window.seen = [];
  addEventListener("securitypolicyviolation", (event) => seen.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  addEventListener("error", (event) => seen.push(`error: ${event.message || event.target.src || event.target.href}`), true);
}

// In the page: every address in it as the browser understands it, and every name that a fragment can ask for.
function collect() {
  const resources = performance.getEntriesByType("resource").map((entry) => entry.name);
  const links = [...document.querySelectorAll("[href], [src]")].filter((e) => e.namespaceURI.endsWith("xhtml"));
  return {
    seen: window.seen,
    resources,
    links: links.map((e) => [e.tagName.toLowerCase(), e.getAttribute("href") ?? e.getAttribute("src"), e.href ?? e.src]),
    ids: [...document.querySelectorAll("[id]")].map((e) => e.id),
  };
}

// What the browser complains of and asks for, from now on; `forgive` are addresses that may answer with an error.
function listen(page, base) {
  const heard = { complaints: [], forgive: new Set() };
  const complain = (what) => heard.complaints.push(what);
  const foreign = (url) => !url.startsWith(base) && !/^(data|about):/.test(url) && !heard.forgive.has(url);
  page.on("console", (message) => {
    if (["error", "warn", "warning"].includes(message.type()) && !heard.forgive.has(message.location()?.url)) complain(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => { if (!CUT_SHORT.test(error.message)) complain(`page error: ${error.message}`); });
  page.on("dialog", (dialog) => { complain(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (foreign(request.url())) complain(`asks for ${request.url()}`); });
  page.on("response", (response) => { if (response.status() >= 400 && !heard.forgive.has(response.url())) complain(`${response.status()}: ${response.url()}`); });
  heard.of = ({ seen, resources }) => [...heard.complaints.splice(0), ...seen, ...resources.filter(foreign).map((url) => `asked for ${url}`)];
  return heard;
}

async function settled(page) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await page.evaluate(collect);
    } catch (error) {
      if (attempt === 5) throw error; // a page that leads on has gone meanwhile: look where it led
      await page.waitForFunction("document.readyState === 'complete'").catch(() => {});
    }
  }
}

async function visit(page, heard, base, path) {
  await page.goto(base + path, { waitUntil: "load" });
  const found = await settled(page);
  return { path, landed: page.url(), complaints: heard.of(found), links: found.links, ids: found.ids };
}

async function search(page, heard, base, { words, leads_to }) {
  await page.goto(`${base}about.html`, { waitUntil: "load" });
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  const wanted = `dialog[open] a[href*="${leads_to}"]`;
  await page.waitForSelector(wanted, { timeout: PATIENCE });
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.$eval(wanted, (link) => link.click())]);
  const found = await settled(page);
  const shown = await page.$eval("main", (main) => main.innerText);
  return { words, landed: page.url(), complaints: heard.of(found), shown };
}

// From an address where nothing is, by the page's own link, to the front page.
async function goHome(page, heard, base, path) {
  const steps = [];
  for (let address = new URL(path, base).href; steps.length < 6; ) {
    heard.forgive.add(address);
    const response = await page.goto(address, { waitUntil: "load" });
    const style = await page.evaluate(() => getComputedStyle(document.querySelector("main")).maxWidth + getComputedStyle(document.body).maxWidth);
    steps.push({ address, status: response?.status(), style, links: await page.$$eval("a", (links) => links.map((link) => link.href)) });
    if (steps.at(-1).status !== 404) break;
    address = steps.at(-1).links[0];
  }
  return { path, steps, complaints: heard.of(await settled(page)) };
}

async function go(page, heard, base, name) {
  let failed = "";
  const open = async (path) => {
    await page.goto(base + path, { waitUntil: "load" });
    await page.evaluate(() => { document.documentElement.style.scrollBehavior = "auto"; }); // a click waits for no scrolling
  };
  await journeys[name](page, open).catch((error) => { failed = String(error); });
  return { name, failed, complaints: heard.of(await settled(page)) };
}

async function tour(browser, site, { prefix, pages, searches, missing, journeys: asked }) {
  const server = prefix === null ? null : await serve(site, prefix);
  const base = server ? encodeURI(`http://127.0.0.1:${server.address().port}/${prefix}/`) : `${pathToFileURL(site).href}/`;
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(witness);
  const heard = listen(page, base);
  const report = { base, pages: [], searches: [], missing: [], journeys: [] };
  for (const path of pages) report.pages.push(await visit(page, heard, base, path));
  for (const asked of searches) report.searches.push(await search(page, heard, base, asked));
  for (const path of missing) report.missing.push(await goHome(page, heard, base, path));
  for (const name of asked) report.journeys.push(await go(page, heard, base, name));
  await page.close();
  server?.closeAllConnections();
  server?.close();
  return report;
}

const job = JSON.parse(await text(process.stdin));
const browser = await puppeteer.launch({ browser: job.browser, protocol: "webDriverBiDi", executablePath: job.executable, args: job.arguments, timeout: 60_000 });
try {
  const tours = [];
  for (const planned of job.tours) tours.push(await tour(browser, job.site, planned));
  process.stdout.write(JSON.stringify({ interfaces: Object.keys(networkInterfaces()), tours }));
} finally {
  await browser.close();
}
