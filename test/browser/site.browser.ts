/** Unpause's own pages in a browser: after a story in the demo, as somebody who signed in there. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { rfcs } from '../../src/demo/seed/seed-world.ts';
import { aBrowser, overflowOf, seriousViolations, type ABrowser } from './a-browser.ts';
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

const paths = ['/open', '/open?waits-for=awaiting-review', '/closing', '/waiting', '/decisions', '/decisions?text=keys&domain=', `/rfcs/${rfcs}/1`, `/rfcs/${rfcs}/5`, '/domains', '/principles', '/topics', '/vitality', '/vitality?every=month', '/me'];

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  page = await browser.open('/', { ...options, storageState: { cookies, origins: [] } });
  await page.goto(`${browser.demo.app.url}${path}`);
  return page;
}

describe('somebody at the pages', () => {
  it('finds a decision by a word, and who made it and why', async () => {
    const shown = await open('/decisions', { javaScriptEnabled: false });
    await shown.getByLabel('Words').fill('signing');
    await shown.getByRole('button', { name: 'Find' }).click();
    await shown.getByRole('link', { name: 'Rotate the signing keys every 90 days' }).click();
    await shown.waitForURL(`**/rfcs/${rfcs}/1#decision-1`);
    expect(await shown.locator('.answer').first().textContent()).toContain('@alice, the Decision Owner');
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

describe('every page', () => {
  it.each(paths.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))('%s has nothing serious for axe in %s', async (path, colorScheme) => {
    const shown = await open(path, { colorScheme });
    for (const summary of await shown.locator('summary').all()) await summary.click();
    expect(await shown.locator('h1').count()).toBe(1);
    expect(await seriousViolations(shown)).toEqual([]);
  });

  it.each(paths)('%s fits a screen of 320 pixels', async (path) => {
    const shown = await open(path, { viewport: { width: 320, height: 640 } });
    for (const summary of await shown.locator('summary').all()) await summary.click();
    expect(await overflowOf(shown)).toBe(0);
  });
});
