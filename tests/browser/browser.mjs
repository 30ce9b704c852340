// Chromium as a reviewer's browser: pages, their pictures, and what axe-core has against them.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const laptop = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
           '--disable-component-update', '--disable-sync'],
  });
}

// Fails with each rule that the page breaks and the elements that break it. The page's own policy keeps its scripts
// out; axe is put in by the browser itself.
export async function expectAccessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  const told = violations.map(v => `${v.id} (${v.impact}): ${v.nodes.map(n => n.target.join(' ')).slice(0, 4).join(', ')}`);
  assert.deepEqual(told, [], `${page.url()} breaks rules of accessibility`);
}

// A picture below PICTURES, where that is set: the documentation's pictures are made by the tests.
export async function picture(page, name) {
  if (!process.env.PICTURES) return;
  const path = join(process.env.PICTURES, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}

// Until it holds. (Playwright's own waitForFunction needs a page whose policy lets text be run as script.)
export async function until(holds, what, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 100)))
    if (await holds()) return;
  assert.fail(`after ${seconds} s still not: ${what}`);
}
