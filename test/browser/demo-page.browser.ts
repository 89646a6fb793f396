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

const threads = { node: '/acme/rfcs/pull/2', database: '/acme/rfcs/pull/3', quiet: '/acme/rfcs/issues/5', flags: '/acme/rfcs/pull/7' };

async function open(...asked: Parameters<ABrowser['open']>): Promise<Page> {
  page = await browser.open(...asked);
  return page;
}

/** Resolves once the page's check concludes so, without anybody loading it again. */
async function seesCheck(shown: Page, conclusion: string): Promise<void> {
  await shown.locator('#checks .check').filter({ hasText: `Unpause: document ${conclusion}` }).waitFor();
}

describe('a person at the demo page', () => {
  it('fixes an RFC and sees the check turn and the comment change', async () => {
    const shown = await open(threads.database);
    await seesCheck(shown, 'failure');
    const comment = shown.locator('.by-bot').filter({ hasText: 'Who decides:' });
    expect(await comment.textContent()).toContain('@\u200bacme/platform');
    const id = await comment.getAttribute('id');
    await shown.getByText('Edit as @alice').click();
    const text = shown.getByLabel('Text of rfcs/0004-upgrade-postgresql.md');
    await text.fill((await text.inputValue()).replace('@acme/platform', '@carol'));
    await shown.getByRole('button', { name: 'Commit as @alice' }).click();
    await seesCheck(shown, 'success');
    await shown.locator(`[id="${id ?? ''}"]`).filter({ hasText: '@\u200bcarol' }).waitFor();
    await shown.locator('#head .label', { hasText: 'needs-decision-owner' }).waitFor({ state: 'detached' });
    expect(await shown.locator('.note').count()).toBe(0);
  });

  it('presses a button of a check, and commits what Unpause suggests', async () => {
    const shown = await open(threads.node);
    await shown.getByRole('button', { name: 'Suggest what to add' }).click();
    await shown.getByRole('button', { name: 'Commit suggestion as @alice' }).click();
    await shown.locator('.lines code', { hasText: '**Decision Owner**: [Name here]' }).waitFor();
    await shown.locator('.note', { hasText: 'decision-owner-filled' }).waitFor();
  });

  it('comments as somebody else, and has the field empty again', async () => {
    const shown = await open(threads.flags);
    await shown.getByLabel('You are').selectOption('erin');
    await shown.getByRole('button', { name: 'Comment as @erin' }).waitFor();
    await shown.getByLabel('Add a comment').fill('I like **dates**.');
    await shown.getByRole('button', { name: 'Comment as @erin' }).click();
    await shown.locator('.comment', { hasText: 'erin commented' }).locator('strong', { hasText: 'dates' }).waitFor();
    expect(await shown.getByLabel('Add a comment').inputValue()).toBe('');
    expect(await shown.getByRole('button', { name: 'Re-run' }).count()).toBe(0);
  });

  it('turns the clock, and sees a far date come near enough', async () => {
    const shown = await open(threads.flags);
    await shown.locator('.note', { hasText: 'expected one within 6 months' }).waitFor();
    await shown.getByRole('button', { name: '+1 week' }).click();
    await shown.locator('.note').waitFor({ state: 'detached' });
    await shown.locator('#checks', { hasText: 'carol decides' }).waitFor();
  });

  it('keeps what they are typing while others act', async () => {
    const shown = await open(threads.quiet);
    await shown.getByLabel('Add a comment').fill('Half a sen');
    browser.demo.standIn.world.comment({ repo: 'acme/rfcs', number: 5, by: 'bob', body: 'In between' });
    await shown.locator('.comment', { hasText: 'In between' }).waitFor();
    expect(await shown.getByLabel('Add a comment').inputValue()).toBe('Half a sen');
    expect(await shown.evaluate('document.activeElement.id')).toBe('comment');
  });

  it('is told that somebody else was quicker, and keeps what they wrote', async () => {
    const shown = await open('/acme/rfcs/pull/1');
    await shown.getByText('Edit as @alice').click();
    const text = shown.getByLabel('Text of rfcs/0002-rotate-signing-keys.md');
    await text.fill('# Mine');
    browser.demo.standIn.world.push({ repo: 'acme/rfcs', by: 'bob', branch: 'signing-keys', files: { 'rfcs/0002-rotate-signing-keys.md': '# Theirs\n\n**Decision Owner**: @bob\n' } });
    await shown.locator('.lines code', { hasText: '# Theirs' }).waitFor();
    await shown.getByRole('button', { name: 'Commit as @alice' }).click();
    await shown.getByRole('alert').filter({ hasText: 'The document has changed meanwhile' }).waitFor();
    expect(await text.inputValue()).toBe('# Mine');
    expect(browser.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
  });
});

describe('by keyboard alone', () => {
  /** Goes on with Tab until what is focused matches. */
  async function tabTo(shown: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await shown.keyboard.press('Tab');
      if (await shown.evaluate<boolean>(`document.activeElement.matches('${selector}')`)) return;
    }
    throw new Error(`Tab does not reach ${selector}`);
  }

  it('leads from the list to a thread, and through an edit to the turned check', async () => {
    const shown = await open('/');
    await shown.keyboard.press('Tab');
    expect(await shown.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await shown.keyboard.press('Enter');
    await tabTo(shown, '[href="/acme/rfcs/pull/4"]');
    expect(await shown.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await shown.keyboard.press('Enter');
    await shown.waitForURL('**/acme/rfcs/pull/4');
    await seesCheck(shown, 'failure');
    await tabTo(shown, '#edit-0 summary');
    await shown.keyboard.press('Enter');
    await tabTo(shown, '#text-0');
    await shown.keyboard.press('Control+A');
    await shown.keyboard.insertText('# A registry\n\n**Decision Owner**: @bob\n');
    await shown.keyboard.press('Tab');
    await shown.keyboard.press('Enter');
    await seesCheck(shown, 'success');
    expect(await shown.evaluate('document.activeElement.matches("#edit-0 summary")')).toBe(true);
    expect(await shown.locator('#announcement').textContent()).toContain('Unpause: document: success');
  });
});

describe('without a script', () => {
  it('works by forms and links', async () => {
    const shown = await open('/', { javaScriptEnabled: false });
    await shown.getByLabel('You are').selectOption('bob');
    await shown.getByRole('button', { name: 'Switch' }).click();
    await shown.getByRole('link', { name: 'Rotate the signing keys every 90 days' }).click();
    await shown.getByLabel('Add a comment').fill('Without a script');
    await shown.getByRole('button', { name: 'Comment as @bob' }).click();
    await shown.locator('.comment', { hasText: 'Without a script' }).waitFor();
  });
});

const pages = ['/', ...Object.values(threads), '/acme/rfcs/pull/6', '/acme/rfcs/pull/1', '/acme/architecture/pull/1', '/acme/website/pull/1', '/nothing'];

describe('every page', () => {
  it.each(pages.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))('%s has nothing for axe in %s', async (path, colorScheme) => {
    const shown = await open(path, { colorScheme });
    for (const summary of await shown.locator('summary').all()) await summary.click();
    expect(await violationsOn(shown)).toEqual([]);
    if (path === '/nothing') expect(browser.complaints.splice(0)).toEqual([expect.stringContaining('404')]);
  });

  it.each(pages)('%s fits a screen of 320 pixels', async (path) => {
    const shown = await open(path, { viewport: { width: 320, height: 640 } });
    for (const summary of await shown.locator('summary').all()) await summary.click();
    expect(await overflowOf(shown)).toBe(0);
    if (path === '/nothing') expect(browser.complaints.splice(0)).toEqual([expect.stringContaining('404')]);
  });

  it('leads from a link in a comment to the line it names, on a page without fault', async () => {
    const shown = await open(threads.flags);
    await shown.locator('.by-bot').getByRole('link', { name: 'line 3' }).click();
    await shown.waitForURL('**/blob/**#L3');
    expect(await shown.locator('li:target').textContent()).toBe('**Decision Owner**: @carol');
    expect([await violationsOn(shown), await overflowOf(shown)]).toEqual([[], 0]);
  });

  it('moves nothing for those who asked for it', async () => {
    const shown = await open('/', { reducedMotion: 'reduce' });
    expect(await shown.evaluate("document.getAnimations().length + (getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? 1 : 0)")).toBe(0);
  });
});
