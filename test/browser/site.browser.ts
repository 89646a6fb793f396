/** Unpause's own pages in a browser: after a story in the demo, as somebody who signed in there. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSite } from '../../src/app/write-log.ts';
import { architecture, rfcs } from '../../src/demo/seed/seed-world.ts';
import { aBrowser, overflowOf, violationsOn, type ABrowser } from './a-browser.ts';
import { aLogEntry, alice, bob } from '../support/a-log-entry.ts';
import { signIn, tellSiteStory, type Cookies } from './site-story.ts';

let browser: ABrowser;
let page: Page | null = null;
let cookies: Cookies = [];
beforeAll(async () => {
  browser = await aBrowser();
  await tellSiteStory(browser.demo);
  const signing = await browser.open('/');
  cookies = await signIn(signing, browser.demo.app.url, 'carol');
  await signing.context().close();
  // What the stand-in's own page is lacking, such as an icon, is no fault of these pages.
  browser.complaints.splice(0);
}, 400_000);
afterEach(async () => {
  await page?.context().close();
  page = null;
  expect(browser.complaints.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
});

const paths = ['/open', '/open?waits-for=awaiting-review', '/closing', '/waiting', '/decisions', '/decisions?text=orders&domain=', `/rfcs/${architecture}/1`, `/rfcs/${rfcs}/5`, '/domains', '/principles', '/topics', '/vitality', '/vitality?every=month', '/me'];

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  page = await browser.open('/', { ...options, storageState: { cookies, origins: [] } });
  await page.goto(`${browser.demo.app.url}${path}`);
  return page;
}

describe('somebody at the pages', () => {
  it('finds a decision by a word, and who made it and why', async () => {
    const shown = await open('/decisions', { javaScriptEnabled: false });
    await shown.getByLabel('Words').fill('orders');
    await shown.getByRole('button', { name: 'Find' }).click();
    await shown.getByRole('link', { name: 'Orders stay in their region' }).click();
    await shown.waitForURL(`**/rfcs/${architecture}/1#decision-1`);
    expect(await shown.locator('.answer').first().textContent()).toContain('@carol, the Decision Owner');
    expect(await shown.getByRole('img').getAttribute('aria-labelledby')).toBe('picture-title');
  });

  it('gets from page to page by keyboard alone', async () => {
    const shown = await open('/open');
    await shown.keyboard.press('Tab');
    expect(await shown.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    for (let presses = 0; presses < 20 && !(await shown.evaluate<boolean>('document.activeElement.matches(\'[href="/principles"]\')')); presses += 1) await shown.keyboard.press('Tab');
    expect(await shown.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await shown.keyboard.press('Enter');
    await shown.waitForURL('**/principles');
    expect(await shown.locator('[aria-current="page"]').textContent()).toBe('Principles');
  });
});

describe('every list', () => {
  it.each(['/open', '/closing', '/waiting', '/decisions', '/domains', '/principles', '/topics'])('%s leads to its first entry by Tab, and shows where one is', async (path) => {
    const shown = await open(path);
    const first = "document.querySelector('main :is(.rfcs, td) a')";
    if (await shown.evaluate<boolean>(`${first} === null`)) {
      expect(await shown.locator('main .empty').count()).toBeGreaterThan(0);
      return;
    }
    for (let presses = 0; presses < 40 && !(await shown.evaluate<boolean>(`document.activeElement === ${first}`)); presses += 1) await shown.keyboard.press('Tab');
    expect(await shown.evaluate(`document.activeElement === ${first} && getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
    const address = await shown.evaluate<string>('document.activeElement.href');
    await shown.keyboard.press('Enter');
    await shown.waitForURL(address);
  });
});

/** What is shown where something is not as it should be, or to whoever is not signed in. */
const plain = [['/', 200], ['/sign-out', 200], ['/sign-in/callback', 403], ['/nowhere', 404], [`/rfcs/${rfcs}/404`, 404], ['/decisions?from=2026-02-31', 400]] as const;

describe('every other page', () => {
  it.each(plain.flatMap(([path, status]) => [[path, status, 'light'] as const, [path, status, 'dark'] as const]))('%s (%s) has nothing for axe in %s', async (path, status, colorScheme) => {
    const shown = await open(path, { colorScheme });
    expect((await shown.reload())?.status()).toBe(status);
    expect(await shown.locator('h1').count()).toBe(1);
    expect(await violationsOn(shown)).toEqual([]);
    // Browsers write to their console what was no 200.
    for (const complaint of browser.complaints.splice(0)) expect(complaint).toContain(String(status));
  });

  it.each(['light', 'dark'] as const)('that asks people to sign in has nothing for axe in %s', async (colorScheme) => {
    page = await browser.open('/', { colorScheme });
    expect((await page.goto(`${browser.demo.app.url}/decisions`))?.status()).toBe(401);
    expect(await violationsOn(page)).toEqual([]);
    for (const complaint of browser.complaints.splice(0)) expect(complaint).toContain('401');
  });
});

describe('the static site of a log', () => {
  let site = { url: '', close: () => undefined as unknown };
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'unpause-site-'));
    await writeSite(aLog(), folder);
    const server = createServer((request, response) => {
      const name = request.url ?? '/';
      if (name === '/favicon.ico') response.writeHead(204).end();
      else response.writeHead(200, { 'content-type': name.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8' }).end(readFileSync(join(folder, name)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: () => {
        server.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  });
  afterAll(() => {
    site.close();
  });

  const names = ['/index.html', '/index-2.html', '/decisions/1-1.html', '/principles.html'];
  it.each(names.flatMap((name) => [[name, 'light'] as const, [name, 'dark'] as const]))('has nothing for axe on %s in %s', async (name, colorScheme) => {
    page = await browser.open('/', { colorScheme });
    await page.goto(site.url + name);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")).not.toBe('none');
    expect(await violationsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowOf(page)).toBe(0);
  });
});

/** Of two pages, with everything that an entry can tell. */
function aLog(): Parameters<typeof writeSite>[0] {
  const source = { in: 'comment', id: 9, by: bob.id, hash: 'bb' } as const;
  const at = '2026-03-04T10:00:00Z';
  const full = {
    objections: [{ by: bob, why: 'It is slow.', at, answered: null, withdrawnAt: null, setAside: { by: alice, why: 'A day is fine.', at, source } }],
    tensions: [{ principle: 'small-steps', why: 'It was one step.', by: bob, at }],
    review: { outcome: 'kept', by: alice, why: 'It held.', at, source },
  } as const;
  async function* entries() {
    for (let number = 1; number <= 201; number += 1) yield await Promise.resolve(aLogEntry({ ...full, number, result: number % 2 === 0 ? 'accepted' : 'rejected' }));
  }
  const review = { principle: 'small-steps', number: 9, url: 'https://github.com/acme/rfcs/issues/9', askedAt: at, closedAt: null, ending: null };
  return { head: { name: 'acme/rfcs', url: 'https://github.com/acme/rfcs' }, repositoryId: 1, entries: entries(), reviews: async () => await Promise.resolve([review]) };
}

describe('every page', () => {
  it.each(paths.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))('%s has nothing for axe in %s', async (path, colorScheme) => {
    const shown = await open(path, { colorScheme });
    for (const summary of await shown.locator('summary').all()) await summary.click();
    expect(await shown.locator('h1').count()).toBe(1);
    expect(await violationsOn(shown)).toEqual([]);
  });

  it.each(paths)('%s fits a screen of 320 pixels', async (path) => {
    const shown = await open(path, { viewport: { width: 320, height: 640 } });
    for (const summary of await shown.locator('summary').all()) await summary.click();
    expect(await overflowOf(shown)).toBe(0);
  });
});
