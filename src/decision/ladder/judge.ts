/** How far a decision is on its rung, as of a moment: the frozen rules where a period has begun, else those of now. */
import type { Rung as RungName } from '../../config/schema-domains.ts';
import type { Config } from '../../config/schema.ts';
import { unknownConsulted } from '../consulted.ts';
import { instantOf } from '../activity.ts';
import { isOpen } from '../open-objections.ts';
import { ownersOf } from '../owner.ts';
import { accountOf } from '../people.ts';
import type { Objection, Period, Record as RfcRecord } from '../record-schema.ts';
import type { Account, Snapshot } from '../snapshot.ts';
import { changedAt } from './changed-at.ts';
import { clockOf, endsOf } from './closes-at.ts';
import { consensus } from './consensus.ts';
import { consent } from './consent.ts';
import { consult } from './consult.ts';
import { delegate } from './delegate.ts';
import { entitledOn, type Entitled } from './entitled.ts';
import { lazily } from './lazily.ts';
import { periodInForce } from './period.ts';
import type { Missing, Progress, Uncounted, Voiced } from './progress.ts';
import { ruleOf, type Rule } from './rung-of.ts';
import { objectionsMissing, wasHeard, wordOf, type Rung, type Weighed, type Word } from './rung.ts';
import { spokenOn, type Spoken } from './voices-on.ts';

export interface Moment {
  snapshot: Snapshot;
  record: RfcRecord;
  config: Config;
  now: Date;
}

/** All but the drift; the voices are many, and only looked at where somebody asks. */
export type Judgement = Omit<Progress, 'drift' | 'voices'> & { voices: () => Voiced[] };

const rungsByName: Readonly<Record<RungName, Rung>> = { delegate, consult, consent, consensus };

export function judge(moment: Moment): Judgement {
  const { snapshot, record } = moment;
  const period = periodInForce(record);
  if (period === null) return beforePeriod(moment);
  const rung = rungsByName[period.rung];
  const spoken = lazily(() => spokenOn(snapshot, record));
  const hosts = hostsOf(snapshot, record);
  const entitled = askedIn(period, { snapshot, record });
  const weighed: Weighed = { period, ends: endsOf(period, { snapshot, record }), now: clockOf(snapshot, moment.now), entitled, spoken, objections: bindingIn(record), changedAt: changedAt(record, moment.now) };
  const { closesAt, missing, silent } = withUnknown(rung.judge(weighed), weighed, snapshot);
  return {
    rung: period.rung,
    domain: period.domain,
    zone: period.zone,
    period,
    closesAt: closesAt === null ? null : instantOf(closesAt),
    voices: () => voicesIn({ entitled, hosts, spoken: spoken(), record }, (word) => rung.whyNot(word, weighed), weighed),
    missing,
    silent,
  };
}

/** On `consult` somebody may yet say who is meant by a name that nobody knows: until the period is over, that is waited for. */
function withUnknown(judged: ReturnType<Rung['judge']>, { period, ends, now }: Weighed, snapshot: Snapshot): ReturnType<Rung['judge']> {
  if (period.rung !== 'consult' || now >= ends.last) return judged;
  const unknown = namesMissing(unknownConsulted(snapshot));
  return unknown.length === 0 ? judged : { ...judged, closesAt: ends.last, missing: [...unknown, ...judged.missing] };
}

function namesMissing(names: readonly string[]): Missing[] {
  return names.length === 0 ? [] : [{ what: 'person-unknown', names }];
}

/** Those of a period whose voices are asked for still, under their logins of today: who is the owner by now decides anyway. */
export function askedIn(period: Period, { snapshot, record }: Pick<Moment, 'snapshot' | 'record'>): Account[] {
  const hosts = hostsOf(snapshot, record);
  return period.entitled.filter(({ id }) => !hosts.has(id)).map((person) => accountOf(person, snapshot));
}

/** The rules of now, none of which is promised to anybody yet. */
function beforePeriod({ snapshot, record, config, now }: Moment): Judgement {
  const rule = ruleOf(snapshot, config);
  const found = entitledOn(rule, { snapshot, record, config });
  const words = { changedAt: changedAt(record, now), spoken: lazily(() => spokenOn(snapshot, record)) };
  const hosts = hostsOf(snapshot, record);
  const silence = rule.rung === 'delegate' ? null : 'silent';
  return {
    ...rule,
    period: null,
    closesAt: null,
    voices: () => voicesIn({ entitled: found.people, hosts, spoken: words.spoken(), record }, ({ said }) => (said === null ? silence : null), words),
    missing: missingBefore(rule, found, { words, record }),
    silent: [],
  };
}

/** Where nobody has to be asked any more there is no period: on `delegate`, and on `consult` once everybody was heard. */
function missingBefore({ rung }: Rule, { people, unknownTeams, unknownNames }: Entitled, { words, record }: { words: Words; record: RfcRecord }): Missing[] {
  if (rung === 'delegate') return [];
  const unknown = namesMissing(unknownNames);
  if (rung === 'consult') return unknown.length + unknownTeams.length === 0 && people.every((person) => wasHeard(person, words)) ? [] : [{ what: 'not-begun' }, ...unknown];
  const objections = objectionsMissing(bindingIn(record));
  const teams: Missing[] = unknownTeams.length === 0 ? [] : [{ what: 'team-unknown', teams: unknownTeams }];
  // Silence is consent, and whoever may object is told when a period begins; agreement needs somebody who agrees.
  const isNobody = rung === 'consensus' && people.length + teams.length === 0;
  return [{ what: isNobody ? 'nobody-entitled' : 'not-begun' }, ...teams, ...unknown, ...objections];
}

type Words = Pick<Weighed, 'changedAt' | 'spoken'>;

interface Heads {
  entitled: readonly Account[];
  /** The author and the Decision Owners, whose word is known. */
  hosts: ReadonlySet<number>;
  spoken: ReadonlyMap<number, Spoken>;
  record: RfcRecord;
}

/** An objection that binds counts, whoever raised it. */
function voicesIn({ entitled, hosts, spoken, record }: Heads, whyNot: (word: Word) => Uncounted | null, words: Words): Voiced[] {
  const ids = new Set(entitled.map(({ id }) => id));
  const binding = new Set(bindingIn(record).map(({ by }) => by.id));
  const others = [...spoken.values()].map(({ person }) => person).filter(({ id }) => !ids.has(id) && !hosts.has(id));
  return [...entitled, ...others].map((person) => {
    const word = wordOf(spoken.get(person.id), words);
    const isHeard = ids.has(person.id) || (word.standing === 'objects' && binding.has(person.id));
    return { person, ...word, uncounted: isHeard ? whyNot(word) : 'not-entitled' };
  });
}

function bindingIn({ objections }: RfcRecord): Objection[] {
  return objections.filter((objection) => objection.isBinding && isOpen(objection));
}

function hostsOf(snapshot: Snapshot, record: RfcRecord): Set<number> {
  return new Set([snapshot.rfc.author, ...ownersOf(snapshot, record)].map(({ id }) => id));
}
