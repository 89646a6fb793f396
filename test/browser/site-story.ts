/** What there is to see on Unpause's own pages: some weeks in the demo's repository that maps who decides what. */
import type { BrowserContext, Page } from 'playwright-core';
import { architecture } from '../../src/demo/seed/seed-world.ts';
import type { ServedDemo } from '../../src/demo/serve-demo.ts';
import { turnByWorkingDays } from '../../src/demo/working-day.ts';

type Deed = readonly [by: string, number: number, body: string];

/** A working day each; people say what they have to say, and the clock goes on to the next one. */
const days: readonly (readonly Deed[])[] = [
  [['bob', 1, '/cite small-steps']],
  [['frank', 1, '/object The nightly report reads the orders of all regions.'], ['dave', 2, '/tension small-steps A train for nineteen services is one big step.']],
  [['dave', 1, "I'll take temporary DRI on this."]],
  [['dave', 1, '/dri hand @alice The nightly report is the one open point.'], ['bob', 1, '/answer @frank It needs the sums, and these leave the region.']],
  [['frank', 1, '/withdraw'], ['dave', 1, '/support']],
  [],
  [],
  [],
  [['carol', 1, '/decide accept Customers can be told where their orders are, within the hour.']],
];

/** Has it all happened; the App has seen it by then. */
export async function tellSiteStory({ standIn: { world, clock }, activity }: ServedDemo): Promise<void> {
  await activity.settled();
  for (const deeds of days) {
    for (const [by, number, body] of deeds) {
      world.comment({ repo: architecture, number, by, body });
      await activity.settled();
    }
    turnByWorkingDays(clock, 1);
    await activity.settled();
  }
}

export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Signs somebody in, as a browser does; the cookies that show it. */
export async function signIn(page: Page, siteUrl: string, login: string): Promise<Cookies> {
  await page.goto(`${siteUrl}/sign-in`);
  await page.getByRole('button', { name: `@${login}` }).click();
  await page.waitForURL(`${siteUrl}/**`);
  return await page.context().cookies();
}
