/**
 * docs/images/*.png: the demo's page in Chromium (at CHROMIUM_PATH, or where Debian has it), the status comment of an RFC
 * that fell silent and moves again, and Unpause's own pages after some weeks and after a year. They show the day on which
 * they are made, so they are made by hand, when a page or the words have changed: all, or with `site` the pages alone.
 */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import { createLogger } from '../src/app/log.ts';
import { serveDemo, type ServedDemo } from '../src/demo/serve-demo.ts';
import { architecture, rfcs } from '../src/demo/seed/seed-world.ts';
import { turnByWorkingDays } from '../src/demo/working-day.ts';
import { signIn, tellSiteStory } from '../test/browser/site-story.ts';
import { tellYear } from '../test/browser/year-story.ts';

const folder = join(resolve(import.meta.dirname, '..'), 'docs', 'images');

interface Shot {
  name: string;
  path: string;
  options: BrowserContextOptions;
  /** Of one element alone; of the whole window without it. */
  element?: string;
}

const wide = { width: 1200, height: 780 };
const pages: readonly Shot[] = [
  { name: 'demo-light', path: '/acme/rfcs/pull/3', options: { viewport: wide, colorScheme: 'light' } },
  { name: 'demo-dark', path: '/acme/rfcs/pull/3', options: { viewport: wide, colorScheme: 'dark' } },
  { name: 'demo-narrow', path: '/acme/rfcs/pull/2', options: { viewport: { width: 360, height: 780 }, colorScheme: 'light' } },
];

/** High enough for the whole thread: nothing scrolls below the bar at the top. */
const sharp = { viewport: { width: 1100, height: 3000 }, deviceScaleFactor: 2 };
/** Unpause's first comment on a thread is the one that says how things are. */
const story = { path: '/acme/rfcs/pull/1', element: '.by-bot >> nth=0' };
const statuses: readonly Shot[] = [
  { name: 'status-light', ...story, options: { ...sharp, colorScheme: 'light' } },
  { name: 'status-dark', ...story, options: { ...sharp, colorScheme: 'dark' } },
];

/** Lets the RFC about the signing keys fall silent, and people drive its next step and ask for help. */
async function moveOn({ standIn: { world, clock }, activity }: ServedDemo): Promise<void> {
  const passDay = async (): Promise<void> => {
    turnByWorkingDays(clock, 1);
    await activity.settled();
  };
  const say = async (by: string, body: string): Promise<void> => {
    world.comment({ repo: rfcs, number: 1, by, body });
    await activity.settled();
  };
  await passDay();
  await say('dave', "I'll take temporary DRI on this.");
  await say('dave', '/dri hand @carol The overlap of 30 days is the one open point.');
  await passDay();
  await say('carol', '/escalate Either length would do. Help us to choose one, and to move on.');
}

async function shoot(browser: Browser, url: string, { name, path, options, element }: Shot): Promise<void> {
  const page = await browser.newPage(options);
  await page.goto(`${url}${path}`);
  const file = join(folder, `${name}.png`);
  await (element === undefined ? page.screenshot({ path: file }) : page.locator(element).screenshot({ path: file }));
  console.log(`${name}.png: ${Math.round(statSync(file).size / 1024)} kB`);
  await page.close();
}

const site: readonly Shot[] = (['light', 'dark'] as const).flatMap((colorScheme): Shot[] => [
  { name: `pages-open-${colorScheme}`, path: '/open', options: { viewport: wide, colorScheme } },
  { name: `pages-rfc-${colorScheme}`, path: `/rfcs/${architecture}/1`, options: { viewport: { width: 1200, height: 1400 }, colorScheme } },
  { name: `pages-domains-${colorScheme}`, path: '/domains', options: { viewport: wide, colorScheme } },
]);

const year: readonly Shot[] = (['light', 'dark'] as const).map((colorScheme) => ({ name: `pages-vitality-${colorScheme}`, path: '/vitality', options: { viewport: { width: 1200, height: 1400 }, colorScheme } }));

/** What Carol sees on Unpause's own pages. */
async function shootSigned(browser: Browser, url: string, shots: readonly Shot[]): Promise<void> {
  const cookies = await signIn(await browser.newPage(), url, 'carol');
  for (const { options, ...shot } of shots) await shoot(browser, url, { ...shot, options: { ...options, storageState: { cookies, origins: [] } } });
}

/** A demo of its own for each set of pictures: what happens in one does not show in the other. */
async function withDemo(show: (demo: ServedDemo, browser: Browser) => Promise<void>): Promise<void> {
  const demo = await serveDemo({ port: 0, log: await createLogger({ level: 'error', format: 'json' }) });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    await demo.activity.settled();
    await show(demo, browser);
  } finally {
    await browser.close();
    await demo.close();
  }
}

if (process.argv[2] !== 'site') {
  await withDemo(async (demo, browser) => {
    for (const shot of pages) await shoot(browser, demo.url, shot);
    await moveOn(demo);
    for (const shot of statuses) await shoot(browser, demo.url, shot);
  });
}
await withDemo(async (demo, browser) => {
  await tellSiteStory(demo);
  await shootSigned(browser, demo.app.url, site);
  await tellYear(demo);
  await shootSigned(browser, demo.app.url, year);
});
