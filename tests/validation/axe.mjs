// Opens each HTML file in headless Chromium, as a desk and as a phone, and holds it against axe-core's rules for
// WCAG 2.2 AA and its best practices. On the phone nothing may be wider than the screen. Ends with 1 when a page fails.
//
//     node axe.mjs CHROMIUM FILE...        (in a folder that has axe-core and playwright-core in node_modules)

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(resolve("node_modules", "from-here.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core"), "utf8");

const screens = { desk: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } };
const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const [executablePath, ...files] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: process.getuid() !== 0, // Chromium's sandbox refuses root
  args: quiet,
});
let failed = false;
for (const file of files) {
  const found = new Map();
  for (const [screen, viewport] of Object.entries(screens)) {
    const context = await browser.newContext({ viewport, offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(resolve(file)).href);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const { id, help, nodes } of violations) {
      found.set(`${screen}: ${id}: ${help}`, nodes.map((node) => node.target.join(" ")));
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > viewport.width) found.set(`${screen}: the page is ${width} pixels wide on a screen of ${viewport.width}`, []);
    await context.close();
  }
  console.log(`${found.size ? "FAILED" : "passed"} axe ${file}`);
  for (const [what, places] of found) {
    console.log(`    ${places.length || 1} x ${what}${places.slice(0, 3).map((place) => `\n        ${place}`).join("")}`);
  }
  failed ||= found.size > 0;
}
await browser.close();
process.exit(failed ? 1 : 0);
