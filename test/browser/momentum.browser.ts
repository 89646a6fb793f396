import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aBrowser, overflowOf, violationsOn, type ABrowser } from './a-browser.ts';

let browser: ABrowser;
let page: Page | null = null;
beforeAll(async () => {
  browser = await aBrowser();
});
afterEach(async () => {
  await page?.context().close();
  page = null;
  expect(browser.complaints.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
});

const keys = '/acme/rfcs/pull/1';
const quiet = '/acme/rfcs/issues/5';

async function open(...asked: Parameters<ABrowser['open']>): Promise<Page> {
  page = await browser.open(...asked);
  return page;
}

/** Names stand there so that they notify nobody; people do not see the difference. */
function named(words: string): RegExp {
  return new RegExp(words.replaceAll(/[/().*+?]/g, '\\$&').replaceAll('@', '@\u200b?'));
}

async function comment(shown: Page, by: string, text: string): Promise<void> {
  await shown.getByLabel('You are').selectOption(by);
  await shown.getByRole('button', { name: `Comment as @${by}` }).waitFor();
  await shown.getByLabel('Add a comment').fill(text);
  await shown.getByRole('button', { name: `Comment as @${by}` }).click();
}

async function turn(shown: Page, by: '+1 hour' | '+1 working day' | '+1 week'): Promise<void> {
  const clock = shown.locator('#clock time');
  const before = await clock.textContent();
  await shown.getByRole('button', { name: by }).click();
  await shown.locator('#clock time').filter({ hasNotText: before ?? '' }).waitFor();
}

function said(shown: Page, words: string) {
  return shown.locator('.by-bot').filter({ hasText: named(words) });
}

describe('a person at an RFC that falls silent', () => {
  it('sees the nudge, drives the next step, hands it on, and decides', async () => {
    const shown = await open(keys);
    const status = said(shown, 'Who decides:');
    expect(await shown.locator('.by-bot').count()).toBe(1);
    await turn(shown, '+1 working day');
    await said(shown, '@alice, this RFC has been waiting since').waitFor();
    await comment(shown, 'dave', '/dri take');
    await status.filter({ hasText: named('Who drives the next step: @dave, temporary DRI until') }).waitFor();
    await shown.locator('.comment', { hasText: '/dri take' }).locator('.reactions', { hasText: '👍 unpause' }).waitFor();
    await shown.locator('#head', { hasText: 'Assigned: dave' }).waitFor();
    await comment(shown, 'dave', '/dri hand @carol The overlap of 30 days is the one open point.');
    await said(shown, '@carol, @dave hands you the role of temporary DRI').filter({ hasText: '“The overlap of 30 days is the one open point.”' }).waitFor();
    await shown.locator('#head', { hasText: 'Assigned: carol' }).waitFor();
    await comment(shown, 'alice', '/decide accept Thirty days are enough.');
    await status.filter({ hasText: named('Decision: accepted on') }).waitFor();
    await shown.locator('#checks .check').filter({ hasText: 'Unpause: decision success' }).waitFor();
    await shown.locator('#head', { hasText: 'Assigned' }).waitFor({ state: 'detached' });
    // The status, the nudge and the hand-off: the decision itself needs no comment of its own.
    expect(await shown.locator('.by-bot').count()).toBe(3);
  });

  it('sees who is asked by the rotation, and then who is asked for help', async () => {
    const shown = await open(quiet);
    await turn(shown, '+1 week');
    await said(shown, '@dave, this RFC has been waiting since').waitFor();
    await turn(shown, '+1 week');
    await said(shown, 'would you be temporary DRI for the next step of this RFC').waitFor();
    await turn(shown, '+1 week');
    await said(shown, '@frank, could you help to decide here? Nobody dropped anything').waitFor();
    await said(shown, 'Who decides:').filter({ hasText: 'Help to decide was asked for' }).waitFor();
  });

  it('is told kindly what would work, where a command did not', async () => {
    const shown = await open('/acme/rfcs/pull/7');
    await comment(shown, 'bob', '/dir take');
    await said(shown, '@bob, on /dir take: did you mean /dri take?').waitFor();
    await shown.locator('.comment', { hasText: 'bob commented' }).locator('.reactions', { hasText: '😕 unpause' }).waitFor();
  });

  it('is led from what Unpause did to where it did so, and from there to the newest comment', async () => {
    const shown = await open('/');
    await turn(shown, '+1 working day');
    // The journal shows the last few of all repositories: which they are is open, and they change until the App has come to rest.
    await browser.demo.activity.settled();
    await shown.reload();
    const newest = shown.locator('#journal').getByRole('link').first();
    const place = await newest.getAttribute('href');
    await newest.click();
    await shown.waitForURL(`**${place}`);
    await shown.getByRole('link', { name: /^The newest of \d+ comments?$/ }).click();
    expect(await shown.locator('.comment:target').count()).toBe(1);
  });
});

describe('without a script', () => {
  it('turns the clock and becomes temporary DRI by forms', async () => {
    const shown = await open('/acme/rfcs/pull/2', { javaScriptEnabled: false });
    await turn(shown, '+1 working day');
    await browser.demo.activity.settled();
    await shown.reload();
    expect(await said(shown, '@bob, this RFC has been waiting since').count()).toBe(1);
    await shown.getByLabel('You are').selectOption('carol');
    await shown.getByRole('button', { name: 'Switch' }).click();
    await shown.getByLabel('Add a comment').fill("I'll take temporary DRI on this.");
    await shown.getByRole('button', { name: 'Comment as @carol' }).click();
    await shown.locator('.comment', { hasText: 'carol commented just now' }).waitFor();
    await browser.demo.activity.settled();
    await shown.reload();
    expect(await said(shown, '@carol, temporary DRI until').count()).toBe(1);
  });
});

describe('the pages of the story', () => {
  it.each([keys, quiet, '/acme/rfcs/pull/2', '/'].flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))('%s has nothing for axe in %s', async (path, colorScheme) => {
    const shown = await open(path, { colorScheme });
    for (const summary of await shown.locator('summary').all()) await summary.click();
    expect(await violationsOn(shown)).toEqual([]);
  });

  it.each([keys, quiet, '/acme/rfcs/pull/2', '/'])('%s fits a screen of 320 pixels', async (path) => {
    const shown = await open(path, { viewport: { width: 320, height: 640 } });
    for (const summary of await shown.locator('summary').all()) await summary.click();
    expect(await overflowOf(shown)).toBe(0);
  });
});
