/** The two check runs: their titles, their pages and their buttons. */
import type { CheckName, CheckReport, Effect } from '../decision/plan.ts';
import type { Progress } from '../decision/ladder/progress.ts';
import type { ObservedDocument, RoleButton, RulesInForce } from '../decision/snapshot.ts';
import type { CheckButton, CheckRunContent, Conclusion } from '../decision/write.ts';
import type { Report } from '../lint/report.ts';
import { summarize } from '../lint/summarize.ts';
import { annotateFindings, annotateMistakes } from './annotations.ts';
import { pressedLabels } from './calls/pressed.ts';
import { countOf, countsBySeverity } from './count-of.ts';
import { documentUrls } from './document-urls.ts';
import { fnv1a64 } from './report/fnv1a64.ts';
import { plainText } from './plain-text.ts';
import { renderReportSummary } from './report-summary.ts';
import { rulesNotes, withheldNote } from './rules-notes.ts';
import { ladderSection } from './status/ladder.ts';
import { canDo, type Ability, type Allowed } from './who-can.ts';

/** What administrators name in a branch rule. */
export const checkNames: Record<CheckName, string> = { document: 'Unpause: document', decision: 'Unpause: decision' };

/** GitHub takes 65,535 bytes; the headings that are not counted take less than the difference. */
const budgets = { notes: 6_000, documents: 14_000, findings: 36_000, notChecked: 5_000 };

/** The title counts them all. */
const mostUnread = 5;

const roleButtons: Readonly<Record<RoleButton, CheckButton>> = {
  'own-decision': { label: pressedLabels['own-decision'], description: 'You make the final call', identifier: 'own-decision' },
  'take-dri': { label: pressedLabels['take-dri'], description: 'You drive the next step, not the whole', identifier: 'take-dri' },
};

const insertButton: CheckButton = {
  label: 'Suggest what to add',
  description: 'Comments with the missing part to commit',
  identifier: 'insert-missing',
};

export interface CheckContext {
  number: number;
  rules: RulesInForce;
  withheld: readonly Effect[];
  /** Who may use which command. */
  allowed: Allowed;
  /** The calendar's zone, an IANA name. */
  timezone: string;
}

/** The whole run. Its external id names the RFC and this very content, so the next look knows it again. */
export function renderCheckRun(report: CheckReport, { number, rules, withheld, allowed, timezone }: CheckContext): CheckRunContent {
  const proposed = report.name === 'document' ? rules.proposed : null;
  const content = {
    name: checkNames[report.name],
    headSha: report.head.sha,
    conclusion: report.conclusion,
    title: plainText(titleOf(report, rules)),
    summary: summaryOf(report, { number, rules, withheld, allowed, timezone }),
    annotations: report.name === 'decision' ? [] : [...(proposed ? annotateMistakes(proposed.path, proposed.mistakes) : []), ...annotateFindings(report.documents)],
    buttons: [...report.offersRoles.map((button) => roleButtons[button]), ...(report.offersInsert ? [insertButton] : [])],
    detailsUrl: null,
  };
  const again = report.rerun === null ? '' : `-${fnv1a64(report.rerun.id)}`;
  return { ...content, externalId: `rfc-${number}-${fnv1a64(JSON.stringify(content))}${again}` };
}

const fixedTitles = {
  'no-rfc': 'No RFC here',
  'awaits-owner': 'Waits for a Decision Owner',
  'awaits-confirmation': 'Decided; waits for the Decision Owner to confirm',
  'awaits-standing': 'Decided; waits for somebody whom the config names',
  deferred: 'Deferred',
  accepted: 'Accepted',
  rejected: 'Rejected',
  'accepted-anyway': 'Accepted, before its rung was satisfied',
  'rejected-anyway': 'Rejected, before its rung was satisfied',
};

function titleOf({ reason, documents, progress }: CheckReport, { proposed }: RulesInForce): string {
  if (reason === 'findings') return findingsTitle(documents);
  if (reason === 'awaits-decision') return awaitsTitle(ownersOf(documents) || 'the Decision Owner', progress);
  if (reason === 'config-mistakes') return proposed === null ? 'Mistakes in the config' : `${countOf(proposed.mistakes.length, 'mistake')} in ${proposed.path}`;
  return fixedTitles[reason];
}

/** Nobody is waited for to decide while the rung asks for something else first. */
function awaitsTitle(decider: string, progress: Progress | null): string {
  return progress === null || progress.missing.length === 0 ? `Waits for ${decider} to decide` : `On its way to a decision by ${progress.rung}; ${decider} decides`;
}

function findingsTitle(documents: readonly ObservedDocument[]): string {
  const unread = documents.filter(({ result }) => result === null).length;
  const counted = countsBySeverity(summarize(documents.flatMap(({ result }) => result ?? [])));
  const where = countOf(documents.length, 'document');
  if (unread > 0) return `${countOf(unread, 'document')} could not be read`;
  const owners = ownersOf(documents);
  if (counted === '') return owners === '' ? `Nothing is missing in ${where}` : `${owners} decides`;
  return `${counted} in ${where}`;
}

/** Three names are as many as a title holds. */
function ownersOf(documents: readonly ObservedDocument[]): string {
  const names = new Set(documents.flatMap(({ result }) => result?.decision.owners.map(({ text }) => text.replace(/^@/, '')) ?? []));
  return names.size > 3 ? '' : [...names].join(', ').slice(0, 120);
}

function summaryOf(report: CheckReport, { rules, withheld, allowed, timezone }: CheckContext): string {
  const { documents } = report;
  const results = documents.flatMap(({ result }) => result ?? []);
  const whole: Report = { version: 1, results, summary: summarize(results) };
  const unread = documents.flatMap(({ path, unread: reason }) => (reason === null ? [] : [`${path} could not be judged: ${reason}`]));
  const isAlone = withheld.length > 0 || !rules.isConfigured;
  return renderReportSummary({
    report: whole,
    blobUrl: documentUrls(documents),
    conclusion: markOf(report.conclusion),
    notes: [...reasonNotes(report, allowed), ...unread.slice(0, mostUnread), ...rulesNotes(rules), ...(isAlone && report.reason !== 'no-rfc' ? withheldNote(withheld, rules) : [])],
    asides: [ladderSection(report.progress, { timezone, allowed })],
    budgets,
    rest: 'the annotations on the files have more',
  });
}

interface ReasonNote {
  says: string;
  /** What turns the check, for those who may. */
  ways: readonly Ability[];
}

const anyway: ReasonNote = { says: 'The Decision Owner decided anyway, before the rung of the decision ladder had what it asks for. That stays in the log.', ways: [] };

const onItsWay: ReasonNote = { says: 'This check turns with the decision, which is made once its rung of the decision ladder has what it asks for.', ways: [] };

const decisionNotes: Partial<Record<CheckReport['reason'], ReasonNote>> = {
  'awaits-owner': { says: 'Somebody has to be named who makes the final call: this check waits for that first.', ways: [] },
  'awaits-decision': { says: 'This check turns with the decision.', ways: [['decide', 'make it with `/decide accept WHY` in a comment, or `reject`, or `defer`']] },
  'awaits-confirmation': { says: 'The text or the Decision Owner changed after the decision.', ways: [['decide-confirm', 'confirm it with `/decide confirm`']] },
  'awaits-standing': {
    says: 'A pull request cannot name its own judge: this check counts the decision of somebody with write access, or whom the config on the default branch names in `decision.owners` or as an owner of the domain.',
    ways: [],
  },
  'accepted-anyway': anyway,
  'rejected-anyway': anyway,
  deferred: { says: 'The decision was put off.', ways: [['decide', 'turn this check with `/decide accept WHY` or `/decide reject WHY`']] },
};

/** Notes are plain text until they stand in the summary. */
function asWritten(login: string): string {
  return login;
}

function reasonNotes({ reason, progress }: CheckReport, allowed: Allowed): string[] {
  const note = reason === 'awaits-decision' && progress !== null && progress.missing.length > 0 ? onItsWay : decisionNotes[reason];
  return note === undefined ? [] : [[note.says, ...canDo(note.ways, allowed, asWritten)].join(' ')];
}

function markOf(conclusion: Conclusion): 'success' | 'failure' | 'neutral' {
  return conclusion === 'action_required' ? 'neutral' : conclusion;
}
