/** The chapters of a decision by consent, and of a principle that does not fit any more. */
import { architectureConfig, invoicesStay } from '../seed/architecture-documents.ts';
import { propose } from '../seed/propose.ts';
import { architecture, dayFrom } from '../seed/seed-world.ts';
import { callsOn, decisionCheck, expectCall, expectStatus, passWorkingDays, sayCall } from './calls.ts';
import { type Chapter, expectTold, onThread, sayShown, type Stage } from './stage.ts';

const title = 'Invoices stay in their region, too';
const question = 'Does this principle still fit? small-steps';

const { shownHere, comment } = onThread(architecture, title);

async function beginPeriod(stage: Stage): Promise<void> {
  const { world, say } = stage;
  const text = invoicesStay(dayFrom(world.clock.now()));
  const number = propose(world, { repo: architecture, by: 'bob', branch: 'invoices', path: 'rfcs/0004-invoices.md', text, title, body: 'Carol decides, once nobody has a reason against it.' });
  say(`@bob opens #${number} in ${architecture}; the domain "data" decides by consent`);
  const shown = await shownHere(stage);
  expectCall(stage, { before: { comments: [] }, after: shown, asked: ['dave', 'frank'] });
  expectStatus(shown, 'silence is consent');
  sayShown(stage, shown);
}

async function object(stage: Stage): Promise<void> {
  const objected = await comment(stage, 'frank', '/object The tax office wants all of them in one place.');
  expectStatus(objected, 'The tax office wants all of them in one place.');
  const refused = await comment(stage, 'carol', '/decide accept Close to the customer is where they belong.');
  expectCall(stage, { before: objected, after: refused, asked: ['carol'] });
  expectTold(decisionCheck(refused) === 'action_required', 'the check of the decision waits', decisionCheck(refused));
  await comment(stage, 'bob', '/answer @frank It wants the sums in one place, and these leave the region.');
  const withdrawn = await comment(stage, 'frank', '/withdraw');
  expectTold(callsOn(withdrawn).length === callsOn(refused).length, 'no further comment', callsOn(withdrawn).length);
}

async function decideByConsent(stage: Stage): Promise<void> {
  await passWorkingDays(stage, 6);
  const over = await shownHere(stage);
  expectStatus(over, "nothing more; it is the Decision Owner's turn");
  const decided = await comment(stage, 'carol', '/decide accept Close to the customer is where they belong.');
  expectStatus(decided, 'Decision:** accepted on');
  expectTold(decisionCheck(decided) === 'success', 'the check of the decision has turned', decisionCheck(decided));
  sayShown(stage, decided);
}

async function reportTensions(stage: Stage): Promise<void> {
  const { world, say } = stage;
  const reports = [
    ['bob', 'One release train for all services', 'A train for nineteen services is no small step.'],
    ['carol', 'Code is formatted when it is saved', 'All files change at once, or none does.'],
    ['alice', 'Orders stay in their region', 'Once they have moved, they cannot be moved back.'],
  ] as const;
  for (const [by, rfc, why] of reports) await onThread(architecture, rfc).comment(stage, by, `/tension small-steps ${why}`);
  await passWorkingDays(stage, 1);
  const { issue } = await onThread(architecture, question).shownHere(stage);
  say(`Unpause opens #${issue.number}, "${question}", and gives it to @${issue.assignees.map(({ login }) => login).join(', ')}`);
  const config = architectureConfig.replace('Take steps that can be undone.', 'Take steps that can be undone, or ask those who could not undo them.');
  world.push({ repo: architecture, by: 'alice', branch: 'main', files: { '.github/unpause.yml': config }, message: 'The principle gets other words' });
  say('@alice gives the principle other words');
  await passWorkingDays(stage, 1);
  const settled = await onThread(architecture, question).shownHere(stage);
  const [note] = callsOn(settled);
  expectTold(note !== undefined && settled.issue.state === 'closed', 'a note on the new words, and the issue closed', { state: settled.issue.state, notes: callsOn(settled).length });
  sayCall(stage, note);
}

export const ladderChapters: readonly Chapter[] = [
  { title: 'Silence is consent', tell: beginPeriod },
  { title: 'An objection', tell: object },
  { title: 'Nobody has a reason against it', tell: decideByConsent },
  { title: 'A principle does not fit any more', tell: reportTensions },
];
