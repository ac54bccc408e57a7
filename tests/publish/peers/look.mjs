// Opens pages in Chromium and tells, as JSON, what is wrong with each:
// node look.mjs MODULES CHROMIUM WIDTH light|dark|paper ADDRESS…
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [modules, chromium, width, scheme, ...addresses] = process.argv.slice(2);
const entry = join(modules, "puppeteer-core/lib/esm/puppeteer/puppeteer-core.js");
const { default: puppeteer } = await import(pathToFileURL(entry));
const axe = readFileSync(join(modules, "axe-core/axe.min.js"), "utf8");

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const plain = await browser.newPage();
let complaints = [];
plain.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
plain.on("pageerror", (error) => complaints.push(String(error)));
const page = await browser.newPage();
await page.setBypassCSP(true); // or axe itself could not run
await page.setViewport({ width: Number(width), height: 800 });
if (scheme === "paper") await page.emulateMediaType("print");
else await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
let asked = [];
page.on("request", (request) => asked.push(request.url()));

const found = {};
for (const address of addresses) {
  [asked, complaints] = [[], []];
  await plain.goto(address);
  await page.goto(address);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  // On paper nothing can be moved or played.
  const cut = await page.evaluate(() =>
    matchMedia("print").matches
      ? [...document.querySelectorAll("pre, .scroll, audio")]
          .filter((node) => node.clientHeight && (node.tagName === "AUDIO" || node.scrollWidth > node.clientWidth))
          .map((node) => `not for paper: ${node.outerHTML}`)
      : [],
  );
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const own = new URL(address).origin;
  found[address] = [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
    ...cut,
    ...(overflow > 0 ? [`wider than the screen by ${overflow} pixels`] : []),
    ...complaints.filter((text) => /error/i.test(text)),
    ...asked.filter((url) => /^http/.test(url) && !url.startsWith(own)).map((url) => `asks for ${url}`),
  ];
}
await browser.close();
console.log(JSON.stringify(found));
