/** What there is to see on Unpause's own pages: some weeks in the demo's organisation, which maps who decides what. */
import type { BrowserContext, Page } from 'playwright-core';
import { config as demoConfig } from '../../src/demo/seed/documents.ts';
import { rfcs } from '../../src/demo/seed/seed-world.ts';
import type { ServedDemo } from '../../src/demo/serve-demo.ts';
import { workingDaysLater } from '../../src/demo/working-day.ts';

const domains = `
domains:
  security:
    about: Keys, secrets, and who holds them.
    when: { paths: ['rfcs/*keys*'] }
    owners: [alice, frank]
    rung: consent
    zone: principle-check
    consult: [carol]
    topics: [key rotation]
  data:
    about: Where data is kept, and for how long.
    when: { paths: ['rfcs/*postgresql*', 'rfcs/*schema*'] }
    owners: [carol]
    consult: [dave]
  developer-experience:
    about: How it feels to work here.
    when: { paths: ['rfcs/*node*', 'rfcs/*flags*', 'rfcs/*tokens*'] }
    owners: []
    rung: delegate

values:
  - { id: own-your-data, text: People own their data. }
  - { id: learn, text: We would rather learn than be right. }

principles:
  - { id: data-stays-local, text: Data stays on the device., value: own-your-data, since: 2026-01-31 }
  - { id: small-steps, text: Take steps that can be undone., value: learn, example: The search was retired one team at a time. }
`;

type Deed = readonly [by: string, number: number, body: string];

/** A working day each; people say what they have to say, and the clock goes on to the next one. */
const days: readonly (readonly Deed[])[] = [
  [['alice', 1, '/amend We have a map of who decides what by now.'], ['bob', 1, '/cite small-steps']],
  [['frank', 1, '/object Ninety days is short for the two customers who pin our keys.'], ['dave', 7, '/tension small-steps An end date is one big step for whoever owns forty flags.']],
  [['dave', 1, "I'll take temporary DRI on this."]],
  [['dave', 1, '/dri hand @carol The overlap of 30 days is the one open point.'], ['bob', 1, 'The overlap covers both of them: they have a month to follow.']],
  [['frank', 1, '/withdraw'], ['carol', 1, '/support']],
  [],
  [],
  [],
  [['alice', 1, '/decide accept Short-lived keys are worth the extra step, and a month of overlap keeps everybody working.']],
];

/** Has it all happened; the App has seen it by then. */
export async function tellSiteStory({ standIn: { world, clock }, activity }: ServedDemo): Promise<void> {
  await activity.settled();
  world.push({ repo: rfcs, by: 'alice', branch: 'main', files: { '.github/unpause.yml': demoConfig + domains }, message: 'Map who decides what' });
  await activity.settled();
  for (const deeds of days) {
    for (const [by, number, body] of deeds) {
      world.comment({ repo: rfcs, number, by, body });
      await activity.settled();
    }
    clock.advance(workingDaysLater(clock.now(), 1).getTime() - clock.now().getTime());
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
