/** One RFC on a GitHub without a network: people act, the clock is turned, looks are made, and each may be cut off. */
import type { Config } from '../../src/config/schema.ts';
import type { Act } from '../../src/decision/acts.ts';
import { isCall } from '../../src/decision/call-events.ts';
import { listedOnce } from '../../src/decision/listed-once.ts';
import { statusComments } from '../../src/decision/markers.ts';
import type { Plan } from '../../src/decision/plan.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import { observeRecord, type Record, type Seal } from '../../src/decision/record.ts';
import type { Account, OwnComment, Snapshot } from '../../src/decision/snapshot.ts';
import type { Write } from '../../src/decision/write.ts';
import { wordPlan } from '../../src/render/word-plan.ts';
import { carryOut, stepsOf } from './pure-github.ts';

export interface PureRfc {
  /** Turns the clock. In milliseconds. */
  pass: (milliseconds: number) => void;
  now: () => Date;
  /** The clock of whoever looks goes wrong by so much, from now on; GitHub's own does not. In milliseconds. */
  skew: (milliseconds: number) => void;
  snapshot: () => Snapshot;
  /** Whatever GitHub shows changes. */
  change: (change: (snapshot: Snapshot) => Snapshot) => void;
  act: (act: Act) => void;
  /** The config becomes another one. */
  configure: (config: Config) => void;
  config: () => Config;
  /** One look. `upTo` requests of it are made, and then it is cut off. Answers with the plan. */
  look: (upTo?: number) => Plan;
  /** Looks until nothing more is written at this moment. */
  settle: () => Plan;
  /** How many requests the last look made. */
  requests: () => number;
  record: () => Record | null;
  /** The calls that were made, the oldest first. */
  calls: () => OwnComment[];
  /** What was reacted to, and how, the oldest first. GitHub keeps the same one once. */
  reactions: () => readonly Reaction[];
  /** The database forgets. */
  forget: () => void;
}

export type Reaction = Pick<Extract<Write, { kind: 'react' }>, 'to' | 'content'>;

const bot: Account = { id: 900, login: 'unpause[bot]', isBot: true };

export interface Beginning {
  snapshot: Snapshot;
  at: Date;
  config: Config;
  seal: Seal;
}

export function openPureRfc({ seal, ...start }: Beginning): PureRfc {
  let { config } = start;
  let [snapshot, now, copy, requests, skewed]: [Snapshot, Date, Record | null, number, number] = [start.snapshot, start.at, null, 0, 0];
  const reactions = new Map<string, Reaction>();

  const withRecord = (): Snapshot => {
    const [status] = statusComments(snapshot.comments);
    return { ...snapshot, record: status === undefined ? { kind: 'none', copy } : observeRecord(status.body, { seal, copy }) };
  };

  function look(upTo = Infinity): Plan {
    const seen = listedOnce(withRecord());
    const plan = reconcile(seen, config, new Date(now.getTime() + skewed));
    const steps = stepsOf(wordPlan(plan, seen, { config, seal }));
    requests = Math.min(steps.length, upTo);
    for (const step of steps.slice(0, upTo)) {
      snapshot = dated(snapshot, carryOut(snapshot, step), now);
      if (step.kind === 'react') reactions.set(JSON.stringify(step), { to: step.to, content: step.content });
    }
    if (upTo >= steps.length) copy = plan.record;
    return plan;
  }

  function settle(): Plan {
    for (let looks = 0; looks < 10; looks += 1) {
      const plan = look();
      if (requests === 0) return plan;
    }
    throw new Error('ten looks in a row changed something');
  }

  return {
    pass: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    now: () => now,
    skew: (milliseconds) => {
      skewed = milliseconds;
    },
    snapshot: () => snapshot,
    change: (change) => {
      snapshot = change(snapshot);
    },
    act: (act) => {
      snapshot = { ...snapshot, acts: [...snapshot.acts, act], rfc: { ...snapshot.rfc, updatedAt: act.at, lastHumanActivityAt: act.by.isBot ? snapshot.rfc.lastHumanActivityAt : act.at } };
    },
    config: () => config,
    configure: (changed) => {
      config = changed;
    },
    look,
    settle,
    requests: () => requests,
    record: () => {
      const { record } = withRecord();
      return record.kind === 'sound' ? record.record : null;
    },
    calls: () => snapshot.comments.filter(isCall),
    reactions: () => [...reactions.values()],
    forget: () => {
      copy = null;
    },
  };
}

/** New comments are of now, and what Unpause assigns stands in the timeline. */
function dated(before: Snapshot, after: Snapshot, now: Date): Snapshot {
  const at = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const known = new Set(before.comments.map(({ id }) => id));
  const comments = after.comments.map((comment) => (known.has(comment.id) ? comment : { ...comment, createdAt: at }));
  const assigned = after.assignees.filter((each) => !before.assignees.includes(each)).map((of): Act => ({ kind: 'assigned', at, by: bot, isOwn: true, of }));
  const unassigned = before.assignees.filter((each) => !after.assignees.includes(each)).map((of): Act => ({ kind: 'unassigned', at, by: bot, isOwn: true, of }));
  return { ...after, comments, acts: [...after.acts, ...assigned, ...unassigned] };
}
