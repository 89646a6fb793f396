/** The chapters of one RFC that falls silent, and moves on to its decision: nobody is blamed, and nobody has to be the boss. */
import { oneSearch } from '../seed/documents.ts';
import { propose } from '../seed/propose.ts';
import { dayFrom, rfcs } from '../seed/seed-world.ts';
import { callsOn, decisionCheck, expectCall, expectStatus, mentionsIn, passWeeks, passWorkingDays, sayCall } from './calls.ts';
import { type Chapter, expectTold, onThread, sayShown, shownOn, statusOf, threadCalled, type Shown, type Stage } from './stage.ts';

const title = 'One search instead of two';
const { shownHere, comment } = onThread(rfcs, title);

function assigneesOf({ issue }: Shown): string[] {
  return issue.assignees.map(({ login }) => login);
}

function driIn(shown: Shown): string {
  const [login] = assigneesOf(shown);
  expectTold(login !== undefined, 'somebody is assigned', assigneesOf(shown));
  return login;
}

async function fallSilent(stage: Stage): Promise<void> {
  const { world, say } = stage;
  const text = oneSearch(dayFrom(world.clock.now()));
  const number = propose(world, { repo: rfcs, by: 'bob', branch: 'one-search', path: 'rfcs/0009-one-search.md', text, title, body: 'Alice decides. Carol, what do you think?' });
  world.review({ repo: rfcs, number, by: 'carol', state: 'APPROVED', body: 'Either of the two would do. One would be better than both.' });
  say(`@bob opens #${number}; @carol, who was asked, is in favour; @alice decides, when she comes to it`);
  const before = await shownHere(stage);
  sayShown(stage, before);
  expectStatus(before, 'the final call (@alice)');
  expectTold(decisionCheck(before) === 'action_required', 'the check of the decision waits', decisionCheck(before));
  await passWorkingDays(stage, 2);
  expectTold(callsOn(await shownHere(stage)).length === 0, 'no call in the first two days', null);
  await passWorkingDays(stage, 1);
  const after = await shownHere(stage);
  expectCall(stage, { before, after, asked: ['alice'] });
  expectTold(statusOf(after).id === statusOf(before).id, 'the same status comment', statusOf(after).id);
}

async function askDri(stage: Stage): Promise<void> {
  const before = await shownHere(stage);
  await passWorkingDays(stage, 2);
  const after = await shownHere(stage);
  const [asked = ''] = expectCall(stage, { before, after, asked: null });
  expectTold(['carol', 'dave'].includes(asked), 'somebody of the pool who is neither the author nor the Decision Owner', asked);
  expectTold(driIn(after) === asked, `@${asked} is assigned`, assigneesOf(after));
  expectStatus(after, `Who drives the next step:** @${asked}, temporary DRI until`);
  stage.say(`assigned @${asked}`);
}

async function handOver(stage: Stage): Promise<void> {
  const before = await shownHere(stage);
  const from = driIn(before);
  const to = from === 'carol' ? 'dave' : 'carol';
  const after = await comment(stage, from, `/dri hand @${to} Both teams agree on one search. Which of the two is the only open point.`);
  const typed = after.comments.findLast(({ author }) => author.login === from);
  expectTold(typed?.reactions.some(({ content }) => content === '+1') === true, 'a thumb for the command', typed?.reactions.map(({ content }) => content));
  expectCall(stage, { before, after, asked: [to] });
  expectTold(assigneesOf(after).join() === to, `@${to} alone is assigned`, assigneesOf(after));
  stage.say(`assigned @${to}`);
}

async function askForHelp(stage: Stage): Promise<void> {
  const before = await shownHere(stage);
  const by = driIn(before);
  const after = await comment(stage, by, '/escalate Both are good, and either would do. Help us to choose, and to move on.');
  expectCall(stage, { before, after, asked: ['frank'] });
  expectStatus(after, 'Help to decide was asked for');
  // Nobody answers in the very second in which they are asked.
  stage.demo.standIn.clock.advance(60_000);
  const answered = await comment(stage, 'frank', 'Take the one that the shop has: its team can look after it. Alice, it is yours to say.');
  expectTold(!statusOf(answered).body.includes('Help to decide was asked for'), 'the request is answered', statusOf(answered).body);
  stage.say('the request for help is answered, and the status comment no longer shows it');
}

async function decide(stage: Stage): Promise<void> {
  const { world, say } = stage;
  const before = await shownHere(stage);
  const refused = await comment(stage, 'bob', '/decide accept We all agree.');
  expectCall(stage, { before, after: refused, asked: ['bob'] });
  const decided = await comment(stage, 'alice', '/decide accept One search is enough, and the team of the shop looks after it.');
  expectTold(callsOn(decided).length === callsOn(refused).length, 'no further comment', callsOn(decided).length);
  expectStatus(decided, 'Decision:** accepted on');
  expectTold(decisionCheck(decided) === 'success', 'the check of the decision has turned', decisionCheck(decided));
  expectTold(assigneesOf(decided).length === 0, 'nobody is assigned any more', assigneesOf(decided));
  sayShown(stage, decided);
  world.merge({ repo: rfcs, number: decided.issue.number, by: 'alice' });
  say('@alice merges it');
  await passWeeks(stage, 1);
  const later = await shownHere(stage);
  expectTold(callsOn(later).length === callsOn(decided).length, 'not a word more', callsOn(later).length);
  say('Unpause has nothing to add');
}

/** An RFC that everybody leaves alone: help is offered step by step, and then no more. */
async function findSteward(stage: Stage): Promise<void> {
  const { say } = stage;
  const issue = threadCalled(stage, rfcs, 'Every feature flag gets an end date');
  say(`nobody does anything on #${issue.number} for weeks`);
  await passWeeks(stage, 3);
  const shown = await shownOn(stage, rfcs, issue.number);
  const calls = callsOn(shown);
  for (const call of calls) sayCall(stage, call, 1);
  const last = calls.at(-1);
  expectTold(last?.body.includes('This RFC needs a steward') === true && mentionsIn(last.body).length === 0, 'a call for a steward that mentions nobody', last?.body ?? null);
  expectStatus(shown, 'Needs a steward:**');
  await passWeeks(stage, 1);
  expectTold(callsOn(await shownOn(stage, rfcs, issue.number)).length === calls.length, 'silence after that', calls.length);
  say('from here on Unpause is silent, until somebody takes a step');
}

export const momentumChapters: readonly Chapter[] = [
  { title: 'An RFC falls silent', tell: fallSilent },
  { title: 'Somebody is asked to drive the next step', tell: askDri },
  { title: 'Handed over, with a note', tell: handOver },
  { title: 'Help to decide', tell: askForHelp },
  { title: 'The decision', tell: decide },
  { title: 'Nobody has time', tell: findSteward },
];
