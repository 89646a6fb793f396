/** What a situation on a rung leads to, as text: how it stood before the decision, in the words of the status comment, and the plan for the decision. */
import type { Rung } from '../../src/config/schema-domains.ts';
import { readEvent, statusComments } from '../../src/decision/markers.ts';
import { decided, played, type Situation } from './ladder-cases.ts';
import { planInWords, type PlanInWords } from './plan-in-words.ts';

export function storyOf(rung: Rung, situation: Situation): string {
  const rfc = played(rung, situation);
  const [status] = statusComments(rfc.snapshot().comments);
  const called = rfc.calls().map(({ body }) => `${readEvent({ body })?.split('.', 1)[0] ?? ''} to ${mentionsIn(body).join(', ') || 'nobody'}`);
  const plan = planInWords(decided(rfc, situation));
  return [sectionsIn(status?.body ?? ''), inLines(called, plan)].join('\n\n');
}

/** What the status says of the way to the decision: all but who decides, the folded commands and the record. */
function sectionsIn(body: string): string {
  const [, ...paragraphs] = body.slice(0, body.indexOf('<details>')).trim().split('\n\n');
  return paragraphs.join('\n\n');
}

/** Everybody else is named so that it tells nobody. */
function mentionsIn(text: string): string[] {
  return [...new Set(Array.from(text.replace(/`[^`]*`/g, '').matchAll(/(?<=^|[\s(])@([A-Za-z]+)/gm), ([, login = '']) => login))];
}

function inLines(called: readonly string[], { effects, record, wakeAt }: PlanInWords): string {
  const kept = Object.entries(record).flatMap(([key, entries = []]) => entries.map((entry) => `${key}: ${entry}`));
  const parts = { 'called before': called, 'the plan for the decision': effects, 'the record after it': kept, 'looks again': [wakeAt ?? 'when something happens'] };
  return ['```', ...Object.entries(parts).flatMap(([title, lines]) => [`${title}:`, ...lines.map((line) => `  ${line}`)]), '```'].join('\n');
}
