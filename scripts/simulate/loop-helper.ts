/**
 * Unpause in a simulation, all of it but the network: each look is the whole `reconcile` on what GitHub would show, its
 * plan is put into words, and what would be written is there at the next look. Looks are made until nothing is left to
 * write, before anything is looked at elsewhere.
 */
import { instantOf } from '../../src/decision/activity.ts';
import { eventMarker } from '../../src/decision/markers.ts';
import type { Call } from '../../src/decision/calls.ts';
import type { Plan } from '../../src/decision/plan.ts';
import type { Record as RfcRecord } from '../../src/decision/record-schema.ts';
import type { OwnComment } from '../../src/decision/snapshot.ts';
import { activeTerm } from '../../src/decision/term.ts';
import { aboutOf } from './calls-about.ts';
import { actOf } from './deeds.ts';
import type { CallKind, Deed, Helper, MadeCall, Post } from './helper.ts';
import { openLedger } from './ledger.ts';
import { mentionsIn } from './mentions.ts';
import { openPureRfc, type PureRfc } from './pure-rfc.ts';
import type { Rfc } from './rfc.ts';
import type { Staff } from './staff.ts';
import { accountOf, config, loginStart, openOffice } from './what-github-says.ts';

interface Case {
  gitHub: PureRfc;
  record: RfcRecord | null;
  /** Logins of those whom GitHub tells of every new comment: who takes part, was asked or was mentioned. */
  subscribers: Set<string>;
  /** The id of the last thing that somebody wrote. */
  lastId: number;
}

/** Above those of Unpause's own comments. */
const firstId = 1_000_000;
const mostLooks = 10;

export function openLoop(staff: Staff): Helper {
  const office = openOffice(staff);
  const ledger = openLedger(staff);
  const cases = new Map<number, Case>();
  const posts: Post[] = [];

  function caseOf(rfc: Rfc): Case {
    const known = cases.get(rfc.n) ?? {
      gitHub: openPureRfc({ snapshot: office.opened(rfc, ledger.loadFor(rfc.n, rfc.openedAt)), config, at: new Date(rfc.openedAt), seal: (text) => `sealed ${text.length}` }),
      record: null,
      subscribers: new Set([rfc.author, ...rfc.reviewers].map(loginOf)),
      lastId: firstId,
    };
    cases.set(rfc.n, known);
    return known;
  }

  /** One look: the calls it makes. */
  function lookOnce(rfc: Rfc, at: number): { calls: readonly Call[]; plan: Plan; isDone: boolean } {
    const known = caseOf(rfc);
    const { gitHub } = known;
    gitHub.change((snapshot) => ({ ...snapshot, load: ledger.loadFor(rfc.n, at) }));
    const before = gitHub.snapshot().comments;
    const plan = gitHub.look();
    known.record = plan.record;
    if (plan.record !== null) ledger.keep(rfc.n, plan.record);
    const calls = plan.effects.flatMap((effect) => (effect.kind === 'call' && effect.call.kind !== 'reply' ? [effect.call] : []));
    for (const comment of gitHub.snapshot().comments) notePost(rfc, { comment, before, calls, at });
    for (const { login } of gitHub.snapshot().assignees) known.subscribers.add(login);
    calls.forEach(() => {
      ledger.noteCall(at);
    });
    return { calls, plan, isDone: gitHub.requests() === 0 };
  }

  function notePost(rfc: Rfc, { comment, before, calls, at }: { comment: OwnComment; before: readonly OwnComment[]; calls: readonly Call[]; at: number }): void {
    const known = before.find(({ id }) => id === comment.id);
    if (known?.body === comment.body) return;
    const { subscribers } = caseOf(rfc);
    const asked = calls.filter(({ event }) => comment.body.startsWith(eventMarker(event))).flatMap((call) => call.asked.map(({ login }) => login));
    // There is nobody else whom GitHub could tell; most texts name nobody, and reading Markdown takes time.
    const mentioned = comment.body.includes(`@${loginStart}`) ? mentionsIn(comment.body) : [];
    for (const login of mentioned) subscribers.add(login);
    const copies = known === undefined ? [...subscribers].filter((login) => !asked.includes(login)).length : 0;
    posts.push({ rfc: rfc.n, at, strangers: mentioned.filter((login) => !asked.includes(login)).length, copies });
  }

  function look(rfc: Rfc, at: number): ReturnType<Helper['look']> {
    const { gitHub } = caseOf(rfc);
    gitHub.pass(at - gitHub.now().getTime());
    const made: Call[] = [];
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const { calls, plan, isDone } = lookOnce(rfc, at);
      made.push(...calls);
      if (!isDone) continue;
      return { call: onlyCall(rfc, made, at), wakeAt: plan.wakeAt === null ? null : Date.parse(plan.wakeAt) };
    }
    throw new Error(`Unexpected writes in RFC ${rfc.n} after ${mostLooks} looks in a row, expected that they come to an end`);
  }

  return {
    look,
    acted(rfc, deed, at) {
      carryOut(rfc, caseOf(rfc), deed, at);
    },
    driOf: (rfc) => activeTerm(caseOf(rfc).record ?? { terms: [] })?.holder.id ?? null,
    terms: ledger.terms,
    posts: () => posts,
  };
}

/** Somebody does something, and GitHub shows it. */
function carryOut(rfc: Rfc, known: Case, deed: Deed, at: number): void {
  const { gitHub, subscribers } = known;
  known.lastId += 1;
  subscribers.add(loginOf(deed.person));
  gitHub.act(actOf(rfc, deed, { at: instantOf(at), id: known.lastId }));
  const isReview = deed.does === 'approves' || deed.does === 'asks-for-changes';
  if (isReview) gitHub.change((snapshot) => ({ ...snapshot, reviewers: snapshot.reviewers.filter((reviewer) => !('id' in reviewer) || reviewer.id !== deed.person) }));
}

const kinds: Partial<Record<Call['kind'], CallKind>> = { nudge: 'nudge', dri: 'dri', escalation: 'escalation', steward: 'steward' };

/** Nobody's silence asks for two things at once, and nothing here asks anybody to confirm or hand over anything. */
function onlyCall(rfc: Rfc, calls: readonly Call[], at: number): MadeCall | null {
  const [call, ...others] = calls;
  if (call === undefined) return null;
  const kind = kinds[call.kind];
  if (kind === undefined || others.length > 0) throw new Error(`Unexpected calls in RFC ${rfc.n}: ${calls.map(({ event }) => event).join(', ')}; expected one that helps`);
  const asked = call.asked.map(({ id }) => id).sort((one, other) => one - other);
  return { rfc: rfc.n, at, kind, asked, about: aboutOf(kind, asked, rfc) };
}

function loginOf(person: number): string {
  return accountOf(person).login;
}
