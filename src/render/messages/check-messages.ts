/** What the check runs, the suggestions and the head of the status comment say. */
import { nothingToLearn } from '../../decision/learning.ts';
import type { CheckName, CheckReason, CheckReport, Status } from '../../decision/plan.ts';
import type { RulesInForce } from '../../decision/snapshot.ts';
import type { Conclusion } from '../../decision/write.ts';
import { renderCheckRun } from '../check-run.ts';
import { progressOf } from '../status/progress-of.ts';
import { renderStatusComment } from '../status-comment.ts';
import { renderSuggestion } from '../suggestion.ts';
import { exampleDocument, exampleHeard, examplePause, examplePlace, exampleProgress, exampleRecord, lintedDocument } from './example-facts.ts';
import type { Message } from './message.ts';

const rules: RulesInForce = {
  isConfigured: true,
  configuredAt: '2026-01-05T09:00:00Z',
  source: 'files',
  path: '.github/unpause.yml',
  mistakes: [],
  unread: [],
  proposed: { path: '.github/unpause.yml', mistakes: [{ path: 'pause.term', line: 3, column: 9, seen: '`soon`', expected: 'a duration such as `3 working days`', message: 'Unexpected `soon`, expected a duration such as `3 working days`', source: null }] },
};

type CheckExample = Readonly<Record<CheckReason, { name: CheckName; conclusion: Conclusion; reason: string }>>;

const checks: CheckExample = {
  'no-rfc': { name: 'document', conclusion: 'neutral', reason: 'The pull request is no RFC.' },
  findings: { name: 'document', conclusion: 'failure', reason: 'The lint has findings.' },
  'config-mistakes': { name: 'document', conclusion: 'failure', reason: 'The pull request changes the config to one that cannot be read.' },
  'awaits-owner': { name: 'decision', conclusion: 'action_required', reason: 'No Decision Owner is named.' },
  'awaits-decision': { name: 'decision', conclusion: 'action_required', reason: 'Nothing is decided.' },
  'awaits-confirmation': { name: 'decision', conclusion: 'action_required', reason: 'The text or the owner changed after the decision.' },
  'awaits-standing': { name: 'decision', conclusion: 'action_required', reason: 'The decision is by somebody whose word does not count for the check.' },
  deferred: { name: 'decision', conclusion: 'action_required', reason: 'The decision is put off.' },
  accepted: { name: 'decision', conclusion: 'success', reason: 'The RFC is accepted.' },
  rejected: { name: 'decision', conclusion: 'failure', reason: 'The RFC is rejected.' },
  'accepted-anyway': { name: 'decision', conclusion: 'success', reason: 'The RFC is accepted, before its rung was satisfied.' },
  'rejected-anyway': { name: 'decision', conclusion: 'failure', reason: 'The RFC is rejected, before its rung was satisfied.' },
};

/** A message for each reason of a check, the suggestion in both its forms, and a status comment as a whole. */
export function checkMessages(): Message[] {
  return [...Object.entries(checks).map(([reason, example]) => checkMessage(reason as CheckReason, example)), ...suggestions(), wholeStatus()];
}

function checkMessage(reason: CheckReason, { name, conclusion, reason: when }: CheckExample[CheckReason]): Message {
  const documents = reason === 'no-rfc' ? [] : [reason === 'findings' || reason === 'awaits-owner' ? lintedDocument('ownerless') : lintedDocument('owned')];
  const report: CheckReport = { name, head: { sha: 'a'.repeat(40), fork: null }, conclusion, reason, documents, offersInsert: false, offersRoles: [], progress: reason === 'awaits-decision' ? exampleProgress : null, rerun: null };
  const { title, summary } = renderCheckRun(report, { number: 7, rules: reason === 'config-mistakes' ? rules : { ...rules, proposed: null }, withheld: [], allowed: examplePlace.allowed, timezone: examplePlace.timezone });
  return { id: `check.${reason}`, reason: when, to: 'whoever reads the check run; nobody is mentioned', mentions: [], text: `**${title}**\n\n${summary}` };
}

function suggestions(): Message[] {
  const texts = { now: '# Rotate keys\n\nText.\n', mended: '# Rotate keys\n\n**Decision Owner**: [Name here]\n\nText.\n' };
  const places = { 'on-the-diff': [{ start: 1, end: 4 }], 'beside-the-diff': [] };
  return Object.entries(places).flatMap(([id, diff]) =>
    renderSuggestion({ click: { id: '1', kind: 'insert-missing', sha: 'a'.repeat(40) }, document: { ...exampleDocument, diff }, texts }).map(({ write }) => ({
      id: `suggestion.${id}`,
      reason: 'Somebody clicked “Suggest what to add” on the check run.',
      to: 'whoever clicked; nobody is mentioned',
      mentions: [],
      text: 'body' in write ? write.body : '',
    })),
  );
}

/** Without its record, which nobody sees. */
function wholeStatus(): Message {
  const status: Status = { phase: 'open', documents: [lintedDocument('ownerless')], record: exampleRecord, outside: null, heard: exampleHeard, pause: examplePause('ownerless'), needsSteward: false, confirm: null, progress: null, waits: [], learning: nothingToLearn, former: null };
  const progress = progressOf(status, { comments: [], people: [] }, examplePlace.commands);
  const body = renderStatusComment(status, { seal: () => '', progress, place: examplePlace, checksUrl: `${examplePlace.rfcUrl}/checks` });
  return { id: 'status.whole', reason: 'Once an RFC is seen, and edited in place from then on.', to: 'whoever reads the RFC; nobody is mentioned', mentions: [], text: body.slice(0, body.lastIndexOf('\n')).trim() };
}
