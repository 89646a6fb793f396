/** A whole plan in words that fit into a table: every effect in its order, the record's entries, and when to look again. */
import { isTeam } from '../../src/decision/acts.ts';
import type { Call } from '../../src/decision/calls.ts';
import type { Answer, Refusal } from '../../src/decision/commands/verdict.ts';
import type { Missing } from '../../src/decision/ladder/progress.ts';
import type { Person } from '../../src/decision/people.ts';
import type { Effect, Plan, Status } from '../../src/decision/plan.ts';
import type { Decision, Escalation, Objection, Period, Reasoned, Record, Term, Wait, Wording } from '../../src/decision/record-schema.ts';

export interface PlanInWords {
  effects: string[];
  /** What stands in the record, key by key; lists without entries are left out, and so is what is read, and when. */
  record: Partial<globalThis.Record<string, string[]>>;
  /** `03-05T10:00`, of 2026 in UTC. */
  wakeAt: string | null;
  aways: string[];
}

export function planInWords({ effects, record, wakeAt, aways }: Plan): PlanInWords {
  return {
    effects: effects.map(effectInWords),
    record: record === null ? {} : recordInWords(record),
    wakeAt: wakeAt === null ? null : short(wakeAt),
    aways: aways.map(({ person, until }) => `${person} ${until === null ? 'back' : `away until ${short(until)}`}`),
  };
}

function effectInWords(effect: Effect): string {
  switch (effect.kind) {
    case 'report-check':
      return `${effect.report.name} = ${effect.report.conclusion}, ${effect.report.reason}`;
    case 'add-label':
    case 'remove-label':
      return `${effect.kind} ${effect.name}`;
    case 'assign':
    case 'unassign':
      return `${effect.kind} ${effect.login}`;
    case 'react':
      return `${effect.content} on ${effect.to.in} ${effect.to.id}`;
    case 'call':
      return callInWords(effect.call);
    case 'show-status':
      return `show-status: ${statusInWords(effect.status)}`;
    default:
      return effect.kind;
  }
}

function callInWords(call: Call): string {
  const to = call.asked.length === 0 ? 'nobody' : call.asked.map(({ login }) => login).join(', ');
  if (call.kind === 'reply') return `reply to ${to}: ${call.answers.map(answerInWords).join('; ')}`;
  const due = 'dueAt' in call ? ` until ${short(call.dueAt)}` : '';
  const about = 'because' in call ? `, ${call.because}` : 'reason' in call ? `, ${call.reason}` : 'note' in call ? `, ${call.note}` : '';
  return `${call.kind} to ${to}${due}${about}`;
}

function answerInWords({ typed, verdict, wants }: Answer): string {
  if (verdict.kind === 'refused') return `${typed} = ${refusalInWords(verdict.refusal)}`;
  return [`${typed} = done`, ...verdict.remarks.map(({ what }) => what), ...(wants === null ? [] : [wants])].join(', ');
}

/** Why, and what goes with it but the example. */
function refusalInWords(refusal: Refusal): string {
  if (refusal.why === 'not-satisfied') return `not-satisfied ${refusal.rung}: ${refusal.missing.map(missingInWords).join('; ')}`;
  const details = Object.entries(refusal).flatMap(([key, value]) => (key === 'why' || key === 'example' ? [] : [isPerson(value) ? value.login : String(value)]));
  return [refusal.why, ...details].join(' ');
}

/** What a rung still needs: `voices carol, dan`. */
export function missingInWords(missing: Missing): string {
  switch (missing.what) {
    case 'period':
      return `period until ${short(missing.until)}`;
    case 'voices':
      return `voices ${missing.people.map(({ login }) => login).join(', ')}`;
    case 'objections':
      return `objections ${missing.objections.map(({ by }) => by.login).join(', ')}`;
    case 'quorum':
      return `quorum ${missing.more}`;
    case 'team-unknown':
      return `team-unknown ${missing.teams.join(', ')}`;
    case 'person-unknown':
      return `person-unknown ${missing.names.join(', ')}`;
    default:
      return missing.what;
  }
}

function isPerson(value: unknown): value is Person {
  return typeof value === 'object' && value !== null && 'login' in value;
}

function statusInWords({ phase, pause, needsSteward, confirm, waits }: Status): string {
  const waiting = pause === null ? [] : [`${pause.kind} of ${pause.waitsFor.map((each) => (isTeam(each) ? each.team : each.login)).join(', ') || 'nobody'} since ${short(pause.since)}`];
  return [...(phase === 'open' ? [] : [phase]), ...waiting, ...(needsSteward ? ['needs a steward'] : []), ...(confirm === null ? [] : [`confirm ${confirm}`]), ...waits.map(({ kind }) => kind)].join(', ') || 'at rest';
}

function recordInWords(record: Record): PlanInWords['record'] {
  const { terms, calls, escalations, objections, voices, waits, decisions, tensions, citations, passed, namedOwner, wordings, period, amended } = record;
  const lists = {
    terms: terms.map(termInWords),
    calls: calls.map(({ stage, kind, at }) => `${stage} ${kind} ${short(at)}`),
    escalations: escalations.map(escalationInWords),
    objections: objections.map(objectionInWords),
    voices: voices.map(({ by, stance }) => `${by.login} ${stance}`),
    waits: waits.map(waitInWords),
    decisions: decisions.map(decisionInWords),
    tensions: tensions.map(({ principle, by, why }) => `${principle}, ${by.login}: ${why}`),
    amended: amended === null ? [] : [`by ${amended.by.login}: ${amended.why}`],
    citations: citations.map(({ principle, by }) => `${principle} by ${by.login}`),
    passed: passed.map(String),
    // The first one changes nothing.
    changes: wordings.slice(1).map(changeInWords),
    period: period === null ? [] : [periodInWords(period)],
    namedOwner: namedOwner === null ? [] : [`${namedOwner.person.login} by ${namedOwner.by.login}: ${namedOwner.why}`],
  };
  return Object.fromEntries(Object.entries(lists).filter(([, entries]) => entries.length > 0));
}

function termInWords({ holder, how, step, scope, dueAt, ended }: Term): string {
  const end = ended === null ? `until ${short(dueAt)}` : `${ended.how} ${short(ended.at)}${ended.note === null ? '' : `: ${ended.note}`}`;
  return `${holder.login} ${how} for ${scope ?? step}, ${end}`;
}

function escalationInWords({ by, why, to, asked, ended }: Escalation): string {
  const parts = [`by ${by?.login ?? 'Unpause'}`, ...(why === null ? [] : [why]), ...(to === null ? [] : [`to ${to.login}`]), ...asked.map(({ person }) => `asked ${person.login}`)];
  return [...parts, ...(ended === null ? [] : [`${ended.how} ${short(ended.at)}`])].join(', ');
}

function objectionInWords({ by, why, isBinding, answered, withdrawnAt, setAside }: Objection): string {
  return [`${by.login}: ${why}`, ...(isBinding ? [] : ['binds nobody']), ...reasonInWords('answered', answered), ...(withdrawnAt === null ? [] : ['withdrawn']), ...reasonInWords('set aside', setAside)].join(', ');
}

function reasonInWords(what: string, reasoned: Reasoned | null): string[] {
  return reasoned === null ? [] : [`${what} by ${reasoned.by.login}: ${reasoned.why}`];
}

function changeInWords({ at, editorial }: Wording): string {
  return [short(at), ...reasonInWords('editorial', editorial)].join(', ');
}

function periodInWords({ n, rung, entitled, until, extensions }: Period): string {
  const moved = extensions.map((extension) => `, ${extension.because} ${short(extension.at)} to ${short(extension.until)}`);
  return [`${n} ${rung} of ${entitled.map(({ login }) => login).join(', ')} until ${short(until)}`, ...moved].join('');
}

function waitInWords({ kind, by, until, why }: Wait): string {
  return `${kind} by ${by.login} until ${short(until)}: ${why}`;
}

function decisionInWords({ outcome, by, why, confirmed, reopened, under, reviewed }: Decision): string {
  const rule = under === null ? [] : [...(under.isSatisfied ? [] : ['anyway']), ...(under.silent.length === 0 ? [] : [`silence of ${under.silent.map(({ login }) => login).join(', ')}`])];
  return [`${outcome} by ${by.login}: ${why}`, ...rule, ...(confirmed === null ? [] : ['confirmed']), ...(reopened === null ? [] : [`reopened by ${reopened.by.login}: ${reopened.why}`]), ...(reviewed === null ? [] : [`${reviewed.outcome}: ${reviewed.why}`])].join(', ');
}

function short(instant: string): string {
  return instant.slice(5, 16);
}
