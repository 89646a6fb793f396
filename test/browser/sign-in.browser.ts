import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aBrowser, overflowOf, violationsOn, type ABrowser } from './a-browser.ts';

let browser: ABrowser;
let page: Page;

beforeAll(async () => {
  browser = await aBrowser();
  page = await browser.open('/');
});

afterAll(async () => {
  await browser.close();
});

/** Signs in on the demo's GitHub, from whatever page asks for it. */
async function signIn(login: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Sign in with GitHub' }).click();
  await page.getByRole('button', { name: `@${login}` }).click();
}

describe('a person with a browser', () => {
  it('signs in without GitHub in the demo, and comes back to where they were', async () => {
    browser.complaints.splice(0);
    await page.goto(`${browser.demo.app.url}/decisions?q=keys`);
    // The answer to nobody is 401, which browsers write to their console.
    expect(browser.complaints.splice(0)).toEqual([expect.stringContaining('401')]);
    await signIn('alice');
    expect(page.url()).toBe(`${browser.demo.app.url}/decisions?q=keys`);
    await page.getByRole('link', { name: '@alice' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('@alice');
  });

  it('says when they are away, and comes back', async () => {
    const day = new Date(browser.demo.standIn.clock.now().getTime() + 10 * 24 * 3_600_000).toISOString().slice(0, 10);
    await page.getByLabel('First day back').fill(day);
    await page.getByRole('button', { name: 'I am away until then' }).click();
    await page.getByText(`You are left out of the rotation until ${day}`).waitFor();
    await page.getByRole('button', { name: 'I am back' }).click();
    await page.getByText('You are in the rotation.').waitFor();
  });

  it.each(['light', 'dark'] as const)('can read their page whoever they are, in the %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflowOf(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('signs out, and sees nothing any more', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(page.url()).toBe(`${browser.demo.app.url}/`);
    expect(await page.context().cookies(browser.demo.app.url)).not.toContainEqual(expect.objectContaining({ name: 'unpause_session' }));
    expect(browser.complaints).toEqual([]);
    expect((await page.goto(`${browser.demo.app.url}/decisions`))?.status()).toBe(401);
  });
});
