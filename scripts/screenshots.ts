/**
 * docs/images/demo-{light,dark,narrow}.png: the demo's page in Chromium (at CHROMIUM_PATH, or where Debian has it). They
 * show the day on which they are made, so they are made by hand, when the page has changed.
 */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContextOptions } from 'playwright-core';
import { createLogger } from '../src/app/log.ts';
import { serveDemo } from '../src/demo/serve-demo.ts';

const folder = join(resolve(import.meta.dirname, '..'), 'docs', 'images');

interface Shot {
  name: string;
  path: string;
  options: BrowserContextOptions;
}

const wide = { width: 1200, height: 780 };
const shots: readonly Shot[] = [
  { name: 'demo-light', path: '/acme/rfcs/pull/3', options: { viewport: wide, colorScheme: 'light' } },
  { name: 'demo-dark', path: '/acme/rfcs/pull/3', options: { viewport: wide, colorScheme: 'dark' } },
  { name: 'demo-narrow', path: '/acme/rfcs/pull/2', options: { viewport: { width: 360, height: 780 }, colorScheme: 'light' } },
];

const demo = await serveDemo({ port: 0, log: await createLogger({ level: 'error', format: 'json' }) });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  await demo.activity.settled();
  for (const { name, path, options } of shots) {
    const page = await browser.newPage(options);
    await page.goto(`${demo.url}${path}`);
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file });
    console.log(`${name}.png: ${Math.round(statSync(file).size / 1024)} kB`);
    await page.close();
  }
} finally {
  await browser.close();
  await demo.close();
}
