/** What Unpause says in comments of its own, and how a story reads them. */
import type { Comment } from '../github/state/issue.ts';
import type { CheckRun } from '../github/state/check.ts';
import { botLogin } from '../run-app.ts';
import { turnByWorkingDays } from '../working-day.ts';
import { expectTold, isStatus, settle, type Shown, type Stage, statusOf, visibleLines } from './stage.ts';

/** The comments by Unpause besides its status comment. */
export function callsOn({ comments }: Pick<Shown, 'comments'>): Comment[] {
  return comments.filter(({ author, body }) => author.login === botLogin && !isStatus(body));
}

/** Whom a comment notifies; what stands in code notifies nobody. */
export function mentionsIn(body: string): string[] {
  const plain = body.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/(`+)[^`]+\1/g, '');
  return [...new Set(Array.from(plain.matchAll(/(?<![\w/&;])@([a-z][\w-]*)/gi), ([, login = '']) => login))];
}

/** The first lines of a comment, as a person would see them. */
export function sayCall({ say }: Pick<Stage, 'say'>, { body }: Comment, most = 3): void {
  for (const line of visibleLines(body, most)) say(`Unpause  ${line}`);
}

/** What Unpause said since, which is one comment and mentions these alone. */
export function expectCall(stage: Stage, { before, after, asked }: { before: Pick<Shown, 'comments'>; after: Shown; asked: readonly string[] | null }): string[] {
  const known = new Set(callsOn(before).map(({ id }) => id));
  const fresh = callsOn(after).filter(({ id }) => !known.has(id));
  const [call] = fresh;
  expectTold(call !== undefined && fresh.length === 1, 'one new comment by Unpause', fresh.map(({ body }) => body));
  const mentioned = mentionsIn(call.body);
  if (asked !== null) expectTold(mentioned.join() === asked.join(), `a mention of ${asked.join(', ') || 'nobody'} alone`, mentioned);
  sayCall(stage, call);
  return mentioned;
}

/** Whether the status comment says so, marks that notify nobody aside. */
export function expectStatus(shown: Shown, words: string): void {
  const { body } = statusOf(shown);
  expectTold(body.replaceAll('\u200b', '').replaceAll('&#8203;', '').includes(words), `the status comment says "${words}"`, body);
}

/** What the check of the decision says; null while there is none. */
export function decisionCheck({ runs }: Shown): CheckRun['conclusion'] {
  return runs.find(({ name }) => name === 'Unpause: decision')?.conclusion ?? null;
}

/** Turns the clock by so many working days at once. */
export async function passWorkingDays({ demo, world, say }: Stage, days: number): Promise<void> {
  turnByWorkingDays(demo.standIn.clock, days);
  await settle(demo);
  say(`${days === 1 ? 'a working day passes' : `${days} working days pass`}; it is ${today(world)}`);
}

/** Turns the clock week by week: each brings one call at most. */
export async function passWeeks({ demo, world, say }: Stage, weeks: number): Promise<void> {
  for (let week = 0; week < weeks; week += 1) {
    demo.standIn.clock.advance(7 * 86_400_000);
    await settle(demo);
  }
  say(`${weeks === 1 ? 'a week passes' : `${weeks} weeks pass`}; it is ${today(world)}`);
}

function today({ clock }: Stage['world']): string {
  return clock.now().toISOString().slice(0, 10);
}
