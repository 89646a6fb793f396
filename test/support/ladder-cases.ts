/**
 * Bob's RFC, which Alice decides, on every rung in every situation. Carol is to be consulted, and so is Dan by his team;
 * on the higher rungs Erin is asked as well, as an owner of the domain. It begins on a Monday, and Alice, or whoever owns
 * the decision by then, decides on the Tuesday of the week after.
 */
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import type { Rung } from '../../src/config/schema-domains.ts';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { alice, bob, carol, dan, erin, everybody } from './a-command-context.ts';
import { aDocument, aSnapshot, headSha, workdays } from './a-snapshot.ts';
import { aPureRfc } from './pure-rfc.ts';
import { did, on, pushed, wrote } from './some-acts.ts';

/** What happens, and when: `03-04T10:00`. */
export type Event = readonly [moment: string, happens: (rfc: PureRfc) => void];

export interface Situation {
  events: readonly Event[];
  /** Who decides. */
  decider?: Account;
  holidays?: readonly string[];
}

const team = 'acme/infra';
export const teamOfDan = { team, members: [dan] };

/** A config in which the domain `api` is on a rung. */
export function onRung(rung: Rung, consult: readonly string[] = ['carol', team]): Config {
  const when = { field: [], labels: ['api'], paths: [] };
  const api = { about: '', when, owners: ['alice', 'erin'], rung, zone: 'local' as const, consult: [...consult], escalation: [], topics: [] };
  return { ...defaultConfig, domains: { api } };
}

export function says(by: Account, moment: string, body: string): Event {
  return [moment, (rfc) => { rfc.act(wrote(by, moment, body)); }];
}

export function all(moment: (index: number) => string, body: string): Event[] {
  return [carol, dan, erin].map((by, index) => says(by, moment(index), body));
}

const onWednesday = (index: number) => `03-04T10:0${index}`;
const text = '# Rotate keys\n\n**Decision Owner**: @alice\n**Decide by**: 2026-04-01\n\nEvery year.\n';
const changedText = text.replace('year', 'month');
const changedSha = 'c'.repeat(40);

const objected = [says(carol, '03-04T10:00', '/object It is too risky.'), says(dan, '03-04T10:01', '/support'), says(erin, '03-04T10:02', '/support')];
const answered = [...objected, says(alice, '03-05T10:00', '/answer @carol The rollback takes an hour.')];

export function pushes(moment: string): Event {
  return [moment, (rfc) => {
    rfc.act(pushed(bob, moment, changedSha));
    rfc.change((seen) => ({ ...seen, rfc: { ...seen.rfc, head: { sha: changedSha, fork: null } }, documents: [{ ...aDocument({ text: changedText }), blob: 'c'.repeat(40) }] }));
  }];
}

/** By name, in the order in which they are told. */
export const situations: Readonly<Record<string, Situation>> = {
  silence: { events: [] },
  support: { events: all(onWednesday, '/support') },
  abstention: { events: all(onWednesday, '/abstain') },
  'objection raised': { events: objected },
  'objection answered': { events: answered },
  'objection withdrawn': { events: [...answered, says(carol, '03-06T10:00', '/withdraw\n/support')] },
  'objection set aside': { events: [...answered, says(alice, '03-06T10:00', '/set-aside @carol We know the risk.')] },
  'objection late': { events: [...all(onWednesday, '/support'), says(carol, '03-10T09:15', '/object It is too risky.')] },
  'person leaves the team': { events: [says(carol, '03-04T10:00', '/support'), says(erin, '03-04T10:02', '/support'), ['03-05T10:00', (rfc) => { rfc.change((seen) => ({ ...seen, teams: [{ team, members: [] }] })); }]] },
  'document changes': { events: [...all(onWednesday, '/support'), pushes('03-05T10:00'), ['03-06T10:00', () => undefined], says(dan, '03-06T11:00', '/support')] },
  'config changes': { events: [...all(onWednesday, '/support'), ['03-05T10:00', (rfc) => { rfc.configure(onRung(rfc.config().domains.api?.rung === 'delegate' ? 'consent' : 'delegate', ['carol'])); }]] },
  'owner changes': { events: [says(carol, '03-04T10:00', '/support'), says(dan, '03-04T10:01', '/support'), says(carol, '03-05T10:00', '/owner @erin Alice is on leave.')], decider: erin },
  'period ends on a holiday': { events: [], holidays: ['2026-03-03', '2026-03-09'] },
};

/** The RFC after all of it, by default just before it is decided; a look was made whenever something happened. */
export function played(rung: Rung, { events, holidays = [] }: Situation, until = '03-10T09:20'): PureRfc {
  const opening = on('03-02T10:00');
  const snapshot = aSnapshot({
    rfc: { author: bob, createdAt: opening, lastHumanActivityAt: opening, head: { sha: headSha, fork: null }, labels: ['RFC', 'api'] },
    documents: [aDocument({ text })],
    people: everybody,
    teams: [teamOfDan],
    acts: [did('opened', bob, '03-02T10:00'), pushed(bob, '03-02T10:00')],
    calendar: { ...workdays, holidays },
  });
  const rfc = aPureRfc(snapshot, onRung(rung), new Date(opening));
  rfc.settle();
  for (const [moment, happens] of events) {
    rfc.pass(Date.parse(on(moment)) - rfc.now().getTime());
    happens(rfc);
    rfc.settle();
  }
  rfc.pass(Math.max(0, Date.parse(on(until)) - rfc.now().getTime()));
  rfc.settle();
  return rfc;
}

/** The plan for the decision. */
export function decided(rfc: PureRfc, { decider = alice }: Situation): ReturnType<PureRfc['look']> {
  rfc.pass(Date.parse(on('03-10T09:30')) - rfc.now().getTime());
  rfc.act(wrote(decider, '03-10T09:30', '/decide accept It is good enough.'));
  return rfc.look();
}
