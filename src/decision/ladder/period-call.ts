/** The call with which a decision period begins: one comment that tells those entitled how it is decided, and by when. */
import type { Call } from '../calls.ts';
import { decisionInForce } from '../decided.ts';
import { ownersOf } from '../owner.ts';
import { isOwned } from '../ownerless.ts';
import { waitsUntil } from '../pause-clock.ts';
import type { Record } from '../record-schema.ts';
import type { Account, Snapshot } from '../snapshot.ts';
import { entitledOn, type Entitled } from './entitled.ts';
import { judge, type Moment } from './judge.ts';
import { periodEvent } from './period-event.ts';
import { freeze, renewalOf } from './period.ts';
import type { Progress } from './progress.ts';
import { ruleOf } from './rung-of.ts';

/**
 * Null while there is nothing to begin: on a draft, on what is decided, without a Decision Owner, in a planned pause,
 * where nobody has to be asked, and while a period is under way. It takes effect once it is read back.
 */
export function periodCall(moment: Moment): Call | null {
  const { snapshot, record, config, now } = moment;
  if (!isToBeDecided(snapshot, record) || waitsUntil(record, now) !== null || !isOwned(snapshot, record)) return null;
  const judged = judge(moment);
  if (!canBegin(judged)) return null;
  const rule = ruleOf(snapshot, config);
  const entitled = entitledOn(rule, moment);
  const period = freeze((record.period?.n ?? 0) + 1, now, { rule, entitled, config, calendar: snapshot.calendar });
  const asked = peopleAsked({ rung: judged.rung, voices: judged.voices() }, entitled);
  return { kind: 'period', event: periodEvent(period), asked, period, owners: ownersOf(snapshot, record), renewed: renewalOf(record) };
}

/** A decision can be opened again after the merge that it led to. */
function isToBeDecided({ rfc }: Pick<Snapshot, 'rfc'>, record: Record): boolean {
  const isReopened = record.decisions.at(-1)?.reopened != null;
  return !rfc.isDraft && decisionInForce(record) === null && (rfc.isOpen || isReopened);
}

/** On `consent` and `consensus` it has to be known first who belongs to a team. Words that name nobody keep nobody waiting. */
function canBegin({ missing }: Pick<Progress, 'missing'>): boolean {
  return missing.some(({ what }) => what === 'not-begun') && !missing.some(({ what }) => what === 'team-unknown');
}

/** GitHub notifies no more people of one comment. */
const mostMentioned = 50;
/** A document can name hundreds, and who wrote it may be a stranger. */
const mostByDocument = 10;

/** Those who have not yet said what is asked for. All are named; no more than these are notified. */
function peopleAsked({ rung, voices }: Pick<Progress, 'rung' | 'voices'>, { people, byConfig }: Entitled): Account[] {
  const hasSaid = new Set(voices.filter(({ standing, uncounted }) => uncounted === null && (rung === 'consult' || standing === 'support' || standing === 'abstain')).map(({ person }) => person.id));
  const open = people.filter(({ id }) => !hasSaid.has(id));
  const configured = open.filter(({ id }) => byConfig.has(id));
  const others = open.filter(({ id }) => !byConfig.has(id)).slice(0, mostByDocument);
  return [...configured, ...others].slice(0, mostMentioned);
}
