import type { Decision } from '../../decision/record-schema.ts';
import { missingKindsInWords } from '../missing-kinds.ts';
import { renderDay } from '../moments.ts';
import { firstInWords, inertName } from '../names.ts';
import { outcomeWords } from '../outcome-words.ts';
import { sourceLink } from '../source-link.ts';
import { givenReason } from '../users-words.ts';
import { whoCan, type Ability } from '../who-can.ts';
import type { DecisionState, Progress, StatusPlace } from './progress.ts';

const whyConfirm: Readonly<Record<NonNullable<DecisionState['confirm']>, string>> = {
  'text-changed': 'The text changed after that',
  'owner-changed': 'The Decision Owner changed after that',
  merged: 'The RFC was merged after that',
  closed: 'The RFC was closed after that',
};

const toConfirm: readonly Ability[] = [
  ['decide-confirm', 'confirm it with `/decide confirm`'],
  ['decide', 'write another with `/decide accept WHY` (or `reject`, or `defer`)'],
  ['reopen', 'open it again with `/reopen WHY`'],
];

const toWrite: Readonly<Record<NonNullable<Progress['unwritten']>, readonly Ability[]>> = {
  merged: [['decide-confirm', 'say with `/decide confirm` that this is the decision'], ['decide', 'write another one with `/decide accept WHY` (or `reject`, or `defer`)']],
  closed: [['decide', 'write it down with `/decide accept WHY` (or `reject`, or `defer`)']],
};

/** What was decided, by whom, why and when, and whether the owner is asked to confirm it. Empty while nothing is. */
export function decisionSection({ decided, unwritten }: Pick<Progress, 'decided' | 'unwritten'>, place: StatusPlace): string {
  return [decided === null ? '' : `**Decision:** ${decidedText(decided, place)}`, unwrittenText(unwritten ?? lostIn(decided), place)].filter((text) => text !== '').join('\n\n');
}

/** A question that was opened again has no decision, whatever became of the RFC since. */
function lostIn(decided: DecisionState | null): Progress['unwritten'] {
  if (decided?.decision.reopened == null) return null;
  return decided.confirm === 'merged' || decided.confirm === 'closed' ? decided.confirm : null;
}

function unwrittenText(unwritten: Progress['unwritten'], { allowed }: StatusPlace): string {
  if (unwritten === null) return '';
  const ways = whoCan(toWrite[unwritten], allowed);
  return `**Decision:** not written down. The RFC was ${unwritten}${ways === '' ? '' : `; ${ways}`}.`;
}

function decidedText({ decision, confirm }: DecisionState, place: StatusPlace): string {
  const sentences = [madeText(decision, place), underText(decision), confirmedText(decision, place), reopenedText(decision, place)];
  if (confirm !== null && decision.reopened === null) {
    const ways = whoCan(toConfirm, place.allowed);
    sentences.push(`${whyConfirm[confirm]}${ways === '' ? '' : `: ${ways}`}.`);
  }
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function madeText({ outcome, by, owner, why, at, source }: Decision, { rfcUrl, timezone }: StatusPlace): string {
  const instead = owner === null || owner.id === by.id ? '' : `, in place of ${inertName(owner)} as Decision Owner`;
  return `${outcomeWords[outcome]} on ${renderDay(at, timezone)} by ${inertName(by)}${instead}${givenReason(why)} (${sourceLink(rfcUrl, source)}).`;
}

/** By which rule it was made, where that is worth a word: silence that counted, or a rung that was not waited for. */
function underText({ under }: Decision): string {
  if (under === null) return '';
  if (!under.isSatisfied) return `**Decided anyway**, before \`${under.rung}\` had what it asks for${under.missing.length === 0 ? '' : `, which was ${missingKindsInWords(under.missing)}`}: that stays in the log.`;
  if (under.silent.length === 0) return '';
  const names = firstInWords(under.silent.map(inertName));
  return under.rung === 'consent' ? `On \`consent\`, silence is consent: ${names} raised no objection.` : `On \`${under.rung}\`, nothing was heard from ${names} while the period ran.`;
}

function confirmedText({ confirmed }: Decision, { rfcUrl, timezone }: StatusPlace): string {
  return confirmed === null ? '' : `Confirmed on ${renderDay(confirmed.at, timezone)} (${sourceLink(rfcUrl, confirmed.source)}).`;
}

function reopenedText({ reopened }: Decision, { rfcUrl, timezone }: StatusPlace): string {
  if (reopened === null) return '';
  return `Opened again by ${inertName(reopened.by)} on ${renderDay(reopened.at, timezone)}${givenReason(reopened.why)} (${sourceLink(rfcUrl, reopened.source)}).`;
}
