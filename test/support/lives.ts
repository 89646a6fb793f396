/**
 * The lives of one RFC: the same history looked after well and badly, and what holds after every look of either. Each law
 * by its name, so that one comparison tells which was broken.
 */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import type { Config } from '../../src/config/schema.ts';
import { isSpeech } from '../../src/decision/acts.ts';
import { withAway } from '../../src/decision/commands/aways-in.ts';
import { linesFor } from '../../src/decision/commands/run-commands.ts';
import { decisionInForce } from '../../src/decision/decided.ts';
import { listedOnce } from '../../src/decision/listed-once.ts';
import { statusComments } from '../../src/decision/markers.ts';
import type { Plan } from '../../src/decision/plan.ts';
import type { Account, Snapshot } from '../../src/decision/snapshot.ts';
import { alice, robot } from './a-command-context.ts';
import { unfairAsks } from './asked-fairly.ts';
import { play, type HistoryStep } from './histories.ts';
import { brokenOnTheLadder, type FrozenSoFar } from './laws-of-the-ladder.ts';
import { aPureRfc } from './pure-rfc.ts';

const hour = 3_600_000;

/** Where an RFC lives. */
export interface World {
  opened: Snapshot;
  config: Config;
  /** Everybody who may be asked. */
  pool: readonly Account[];
}

/** An RFC, and what was promised about it so far. */
interface Life extends World {
  rfc: PureRfc;
  frozen: FrozenSoFar;
}

function begin(world: World): Life {
  return { ...world, rfc: aPureRfc(world.opened, world.config, new Date(world.opened.rfc.createdAt)), frozen: new Map() };
}

/** One look, cut off after some requests: whom it asks, and whom it hears to be away, are seen to. */
function look({ rfc, config, pool }: Life, upTo?: number): Plan {
  const snapshot = listedOnce(rfc.snapshot());
  const plan = rfc.look(upTo);
  expectNone(unfairAsks({ snapshot, plan, config, owner: alice, pool, at: rfc.now() }));
  if (plan.aways.length > 0) rfc.change((seen) => ({ ...seen, load: { ...seen.load, absences: plan.aways.reduce(withAway, seen.load.absences) } }));
  return plan;
}

/** Jest's own way takes a tenth of the time of all looks, as each expectation notes where it stands. */
function expectNone(broken: readonly unknown[]): void {
  if (broken.length > 0) expect(broken).toEqual([]);
}

/** Looks until nothing more is written. */
function settle(life: Life): Plan {
  for (let looks = 0; looks < 10; looks += 1) {
    const plan = look(life);
    if (life.rfc.requests() === 0) return plan;
  }
  throw new Error('ten looks in a row changed something');
}

/** One look after every step. */
export function lived(world: World, steps: readonly HistoryStep[]): PureRfc {
  const life = begin(world);
  settle(life);
  steps.forEach((step, index) => {
    play(life.rfc, step, 1000 + index);
    expectLaws(life, settle(life));
  });
  return life.rfc;
}

/**
 * Whether there is a look after a step at all, after how many requests it is cut off, whether the database forgets,
 * how the list of what was done is shown from then on, and by how many hours the clock of the look is wrong.
 */
export interface Harm {
  looks: boolean;
  upTo: number;
  forgets: boolean;
  listed: 'as it is' | 'twice' | 'swapped';
  hours: number;
}

export const anyHarm: fc.Arbitrary<Harm> = fc.record({
  looks: fc.boolean(),
  upTo: fc.integer({ min: 0, max: 6 }),
  forgets: fc.boolean(),
  listed: fc.constantFrom('as it is', 'twice', 'swapped'),
  hours: fc.constantFrom(0, 0, -1),
});

/** The same history, badly looked after; and at the end one look that nobody disturbs. */
export function harmed(world: World, steps: readonly (readonly [HistoryStep, Harm])[]): PureRfc {
  const life = begin(world);
  const { rfc } = life;
  steps.forEach(([step, { looks, upTo, forgets, listed, hours }], index) => {
    play(rfc, step, 1000 + index);
    if (listed !== 'as it is') rfc.change(({ acts, comments, ...rest }) => ({ ...rest, acts: lists[listed](acts), comments: lists[listed](comments) }));
    rfc.skew(hours * hour);
    if (looks) look(life, upTo);
    rfc.skew(0);
    if (forgets) rfc.forget();
  });
  expectLaws(life, settle(life));
  return rfc;
}

/** A list that changed while it was read, page by page. */
const lists = {
  twice: <Item>(items: readonly Item[]): Item[] => [...items, ...items.slice(-1)],
  swapped: <Item>(items: readonly Item[]): Item[] => [...items.slice(0, -2), ...items.slice(-2).reverse()],
};

/** What holds after every look. */
function expectLaws({ rfc, frozen }: Life, plan: Plan): void {
  const { record, effects, wakeAt } = plan;
  const { comments } = listedOnce(rfc.snapshot());
  const events = comments.map(({ body }) => body.split('\n', 1)[0]);
  const terms = record?.terms ?? [];
  const passes = terms.filter(({ ended }) => ended?.how === 'passed');
  const broken = {
    'nothing is called for once more': effects.some(({ kind }) => kind === 'call'),
    'one term is active': terms.filter(({ ended }) => ended === null).length > 1,
    'there is a next look, or an end that can be seen': wakeAt === null && !isVisiblyOver(rfc, plan),
    'no bot is called': rfc.calls().some(({ body }) => body.includes(`@${robot.login}`)),
    'every event is there once': new Set(events).size < events.length,
    'whoever writes commands gets one reaction': !isAnsweredOnce(rfc),
    'who passed is not asked again by Unpause itself': terms.some(
      ({ how, holder, startedAt }) => how === 'asked' && passes.some((pass) => pass.holder.id === holder.id && (pass.ended?.at ?? '') < startedAt),
    ),
    ...brokenOnTheLadder(rfc, { plan, frozen }),
  };
  expectNone(Object.entries(broken).flatMap(([law, isBroken]) => (isBroken ? [law] : [])));
}

/** Whoever opens the RFC sees why nothing more comes by itself. */
function isVisiblyOver(rfc: PureRfc, { record, explanation }: Plan): boolean {
  const { rfc: facts, comments } = rfc.snapshot();
  const [status] = statusComments(comments);
  if (explanation.includes('rest')) return status?.body.includes('**Needs a steward:**') === true;
  const isDecided = record !== null && decisionInForce(record) !== null && status?.body.includes('**Decision:**') === true;
  return !facts.isOpen || facts.isDraft || isDecided;
}

/**
 * Every comment and review in which a person wrote what is meant for Unpause has one reaction, and no other has any. On
 * the ladder a verdict hangs on the config, the text and the teams: where a look was cut off after its reaction, and one of
 * these changed before the next, that look's verdict counts, and both can be seen.
 */
function isAnsweredOnce(rfc: PureRfc): boolean {
  const { acts, comments, rfc: facts } = listedOnce(rfc.snapshot());
  const written = acts.flatMap((act) => (isSpeech(act) && !act.by.isBot && holdsCommands(act.body) ? [`${act.kind} ${act.id}`] : []));
  const reactions = rfc.reactions().map(({ to, content }) => ({ speech: `${to.in} ${to.id}`, content }));
  const isOnLadder = Object.keys(rfc.config().domains).length > 0;
  const told = new Set(reactions.map(({ speech, content }) => (isOnLadder ? `${speech} ${content}` : speech)));
  const answered = new Set(reactions.map(({ speech }) => speech));
  // What was closed before Unpause wrote anything is nobody's question any more.
  const isUnwatched = !facts.isOpen && comments.length === 0;
  return told.size === reactions.length && [...answered].every((id) => written.includes(id)) && (isUnwatched || answered.size === written.length);
}

/** What was said of the few texts that histories are made of: parsing them again takes most of the time. */
const known = new Map<string, boolean>();

function holdsCommands(body: string): boolean {
  const holds = known.get(body) ?? linesFor(body).length > 0;
  known.set(body, holds);
  return holds;
}
