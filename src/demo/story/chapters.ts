/** The story that `unpause demo --check` tells: each chapter lets somebody act, and shows what Unpause makes of it. */
import { dropNode20, quietHours } from '../seed/documents.ts';
import { dayFrom, rfcLabel, rfcs, website } from '../seed/seed-world.ts';
import { ladderChapters } from './ladder-chapters.ts';
import { momentumChapters } from './momentum-chapters.ts';
import { type Chapter, expectConclusion, expectTold, sayShown, shownOn, statusOf, threadCalled, until, type Stage } from './stage.ts';

const title = 'Drop support for Node 22';
const path = 'rfcs/0008-drop-node-22.md';
const ownerLabel = 'needs-decision-owner';

function document({ world }: Stage): string {
  return dropNode20(dayFrom(world.clock.now())).replaceAll('Node 20', 'Node 22');
}

/** Opens the RFC that the next chapters go on with. */
async function openWithoutOwner(stage: Stage): Promise<void> {
  const { world, say } = stage;
  world.push({ repo: rfcs, by: 'bob', branch: 'drop-node-22', files: { [path]: document(stage) }, message: title });
  const { number } = world.openPullRequest({ repo: rfcs, by: 'bob', head: 'drop-node-22', title });
  say(`@bob opens #${number}; nobody is named in its document`);
  const shown = await shownOn(stage, rfcs, number);
  sayShown(stage, shown);
  expectConclusion(shown, 'failure');
  expectTold(shown.run.annotations.some((annotation) => annotation.path === path), `an annotation on ${path}`, shown.run.annotations);
  expectTold(shown.labels.includes(rfcLabel) && shown.labels.includes(ownerLabel), `the labels ${rfcLabel} and ${ownerLabel}`, shown.labels);
  statusOf(shown);
}

function openedNumber(stage: Stage): number {
  return threadCalled(stage, rfcs, title).number;
}

async function pressButton(stage: Stage): Promise<void> {
  const { world, say } = stage;
  const number = openedNumber(stage);
  const before = await shownOn(stage, rfcs, number);
  expectConclusion(before, 'failure');
  const button = before.run.actions.find(({ identifier }) => identifier === 'insert-missing');
  expectTold(button !== undefined, 'a button that suggests on the check', before.run.actions);
  say(`@bob presses "${button.label}"`);
  world.clickButton({ repo: rfcs, by: 'bob', checkRunId: before.run.id, identifier: button.identifier });
  await shownOn(stage, rfcs, number);
  const comments = world.pullRequest(rfcs, number).pull.reviewComments;
  const [comment] = comments;
  expectTold(comment !== undefined && comments.length === 1, 'one review comment', comments.map(({ body }) => body));
  expectTold(comment.body.includes('```suggestion'), 'a suggestion of what to add', comment.body);
  say(`comment  on ${comment.path}, line ${comment.line}:`);
  for (const line of comment.body.replaceAll(/<!--[\s\S]*?-->\n?/g, '').split('\n')) if (line !== '') say(`         ${line}`);
}

async function nameOwner(stage: Stage): Promise<void> {
  const { world, say } = stage;
  const number = openedNumber(stage);
  const before = statusOf(await shownOn(stage, rfcs, number));
  const comments = before.issue.comments.length;
  say('@bob pushes a line: **Decision Owner**: @alice');
  const text = document(stage).replace('\n\n', '\n\n**Decision Owner**: @alice\n');
  world.push({ repo: rfcs, by: 'bob', branch: 'drop-node-22', files: { [path]: text }, message: 'Alice decides' });
  const after = await shownOn(stage, rfcs, number);
  sayShown(stage, after);
  expectConclusion(after, 'success');
  expectTold(statusOf(after).id === before.id && after.issue.comments.length === comments, 'the same comment, edited', after.issue.comments.map(({ id }) => id));
  expectTold(statusOf(after).body.includes('alice'), 'the comment names alice', statusOf(after).body);
  expectTold(!after.labels.includes(ownerLabel), `no label ${ownerLabel}`, after.labels);
  say('the same comment was edited, so nobody was notified twice');
}

async function openIssue(stage: Stage): Promise<void> {
  const { world, say } = stage;
  const { number } = world.openIssue({ repo: rfcs, by: 'dave', title: 'Quiet hours for chat', body: quietHours(dayFrom(world.clock.now())) });
  world.addLabels({ repo: rfcs, number, by: 'dave', labels: [rfcLabel] });
  say(`@dave opens issue #${number} with the label ${rfcLabel}`);
  const shown = await shownOn(stage, rfcs, number);
  sayShown(stage, shown);
  expectTold(shown.labels.includes(ownerLabel), `the label ${ownerLabel}`, shown.labels);
  statusOf(shown);
  say(`@dave takes the label ${rfcLabel} off again`);
  world.removeLabel({ repo: rfcs, number, by: 'dave', label: rfcLabel });
  const after = await shownOn(stage, rfcs, number);
  sayShown(stage, after);
  expectTold(after.status === null && after.labels.length === 0, 'no comment and no label is left', { comment: after.status?.body ?? null, labels: after.labels });
  say('nothing of Unpause is left on it');
}

async function openFromFork(stage: Stage): Promise<void> {
  const { world, say } = stage;
  const text = `# Erin's idea\n\n**Decision Owner**: @carol\n\n## Problem\n\nThere is one.\n`;
  world.push({ repo: 'erin/rfcs', by: 'erin', branch: 'idea', files: { 'rfcs/0009-idea.md': text }, message: 'An idea' });
  const { number } = world.openPullRequest({ repo: rfcs, by: 'erin', head: 'erin:idea', title: 'An idea' });
  say(`@erin, who may only read here, opens #${number} from a fork`);
  const shown = await shownOn(stage, rfcs, number);
  sayShown(stage, shown);
  expectConclusion(shown, 'success');
  statusOf(shown);
}

async function leaveUnconfigured(stage: Stage): Promise<void> {
  const { world, say } = stage;
  say(`${website} has no config, so Unpause reports a check there and writes nothing else`);
  const shown = await shownOn(stage, website, 1);
  sayShown(stage, shown);
  expectConclusion(shown, 'failure');
  expectTold(shown.status === null, 'no comment', shown.status?.body ?? null);
  expectTold(world.repository(website).labels.every(({ name }) => name === rfcLabel), 'no label of its own', world.repository(website).labels.map(({ name }) => name));
}

async function turnClock(stage: Stage): Promise<void> {
  const { demo, say } = stage;
  const issue = threadCalled(stage, rfcs, 'Every feature flag gets an end date');
  const before = await shownOn(stage, rfcs, issue.number);
  sayShown(stage, before);
  expectTold(before.run?.annotations.length === 1, 'one advice about the date', before.run?.annotations ?? null);
  say('a week passes');
  demo.standIn.clock.advance(7 * 86_400_000);
  await until(stage, 'the advice is gone', async () => (await shownOn(stage, rfcs, issue.number)).run?.annotations.length === 0);
  sayShown(stage, await shownOn(stage, rfcs, issue.number));
}

export const chapters: readonly Chapter[] = [
  { title: 'Nobody is named', tell: openWithoutOwner },
  { title: 'The button', tell: pressButton },
  { title: 'Somebody decides', tell: nameOwner },
  { title: 'An issue is an RFC, too', tell: openIssue },
  { title: 'From a fork', tell: openFromFork },
  { title: 'A repository that never asked for it', tell: leaveUnconfigured },
  { title: 'Time passes', tell: turnClock },
  ...momentumChapters,
  ...ladderChapters,
];
