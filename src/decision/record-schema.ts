/**
 * The shape of the record, version 3. Every entry with authority names the words it comes from, so that it can be
 * checked against them. What is open is never dropped; what is over may be folded into a count. In the comment, people
 * and sources are short strings, and what is null, empty or true is left out: hundreds of open objections have to fit in.
 */
import * as z from 'zod/mini';
import { rungs, zones } from '../config/schema-domains.ts';
import { pauseKinds } from '../config/schema-pause.ts';

/** ISO 8601 in UTC. */
const Instant = z.iso.datetime();
/** `2026-12-01`. */
const Day = z.iso.date();
/** GitHub's ids, and what is counted from 1 within an RFC. */
const Count = z.int().check(z.nonnegative());

/** `583231 octocat`. */
const Person = z.codec(z.string().check(z.regex(/^\d+ \S+$/)), z.strictObject({ id: Count, login: z.string() }), {
  decode: (text) => ({ id: Number(text.slice(0, text.indexOf(' '))), login: text.slice(text.indexOf(' ') + 1) }),
  encode: ({ id, login }) => `${id} ${login}`,
});

/** Where somebody said so: the comment or review, who wrote it (by id) and the hash of its body. `c12.583231.0f1e2d3c4b5a6978`. */
const Source = z.codec(
  z.string().check(z.regex(/^[cr]\d+\.\d+\.[0-9a-f]*$/)),
  z.strictObject({ in: z.enum(['comment', 'review']), id: Count, by: Count, hash: z.string() }),
  {
    decode: (text) => {
      const [id = '', by = '', hash = ''] = text.slice(1).split('.');
      return { in: text.startsWith('c') ? ('comment' as const) : ('review' as const), id: Number(id), by: Number(by), hash };
    },
    encode: ({ in: place, id, by, hash }) => `${place === 'comment' ? 'c' : 'r'}${id}.${by}.${hash}`,
  },
);

/** Left out where it is null, or empty. */
const orNull = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null);
const listOf = <T extends z.ZodMiniType>(schema: T) => z._default(z.array(schema), []);

/** Users' own words, cut to a length that leaves room for others. */
export const longestQuote = 280;
const Quote = z.string().check(z.maxLength(longestQuote));

export const termEndings = ['done', 'released', 'passed', 'handed', 'moved-on', 'time', 'replaced'] as const;

const Term = z.strictObject({
  /** Counted from 1 within the RFC. */
  n: Count,
  holder: Person,
  /** The next step: what the RFC waited for. */
  step: z.enum(pauseKinds),
  /** The step in somebody's own words, where they gave any. */
  scope: orNull(Quote),
  /** `taken` is volunteered; the others are assigned, `asked` by Unpause. */
  how: z.enum(['asked', 'assigned', 'handed', 'taken']),
  startedAt: Instant,
  dueAt: Instant,
  /** The holder's last act within it; null while there was none. */
  activeAt: orNull(Instant),
  /** Null where Unpause asked: the call itself tells of it. */
  source: orNull(Source),
  ended: orNull(z.strictObject({ at: Instant, how: z.enum(termEndings), note: orNull(Quote), source: orNull(Source) })),
});

/** A call that was made about a pause; the pause is known by its kind and its start. */
const PauseCall = z.strictObject({ stage: z.enum(['nudge', 'steward']), kind: z.enum(pauseKinds), since: Instant, at: Instant });

export const escalationEndings = ['acknowledged', 'withdrawn', 'unanswered'] as const;

const Escalation = z.strictObject({
  n: Count,
  /** Null where Unpause itself asks, as a term went unanswered. */
  by: orNull(Person),
  why: orNull(Quote),
  source: orNull(Source),
  openedAt: Instant,
  /** Whom the request itself names, to be asked first. */
  to: orNull(Person),
  /** Who was asked so far, in order. */
  asked: listOf(z.strictObject({ person: Person, at: Instant })),
  ended: orNull(z.strictObject({ at: Instant, how: z.enum(escalationEndings) })),
});

/** Somebody's words about something, with the reason. */
const Reasoned = z.strictObject({ by: Person, why: Quote, at: Instant, source: Source });

const Objection = z.strictObject({
  by: Person,
  why: Quote,
  isBinding: z._default(z.boolean(), true),
  at: Instant,
  source: Source,
  /** The last answer by the author or the owner; it stays open until it is withdrawn or set aside. */
  answered: orNull(Reasoned),
  withdrawnAt: orNull(Instant),
  /** The owner went on without it, and said why. */
  setAside: orNull(Reasoned),
});

/**
 * The decision period: rung, people and times as they were when it began. It is read back from the call that told
 * everybody of it, and stays as it is whatever becomes of the config and the teams; only `extensions` are added.
 */
const Period = z.strictObject({
  n: Count,
  rung: z.enum(rungs),
  domain: orNull(z.string()),
  zone: z._default(z.enum(zones), 'local'),
  /** Whose voices are counted; teams as their members were. */
  entitled: listOf(Person),
  /** Teams to be consulted whose members GitHub does not show: who there was heard, nobody can tell. */
  teams: listOf(z.string()),
  from: Instant,
  /** When it ends at the earliest, as it was announced. */
  until: Instant,
  /** When it ends at the latest, whatever moves its end. */
  last: Instant,
  /** How much time is left at least when something is to be considered anew: an amount and a unit, `2 working-days`. */
  more: z.string(),
  /** How many have to support; 0 where the rung asks for no number. */
  quorum: z._default(Count, 0),
  /** What moved its end, and to when. */
  extensions: listOf(z.strictObject({ because: z.enum(['withdrawn', 'set-aside', 'changed']), at: Instant, until: Instant })),
});

/** A wording of the documents, white space aside, and when it was first seen. */
const Wording = z.strictObject({
  hash: z.string(),
  at: Instant,
  /** The owner says that it means the same as the one before. */
  editorial: orNull(Reasoned),
});

export const outcomeJudgements = ['kept', 'changed', 'reversed'] as const;

const Voice = z.strictObject({ by: Person, stance: z.enum(['support', 'abstain']), at: Instant, source: Source });

/** `wait` stops the clock for the whole RFC; `hold` is "wait for me". */
const Wait = z.strictObject({ kind: z.enum(['wait', 'hold']), by: Person, from: Instant, until: Instant, why: Quote, source: Source });

/** What a rung may still ask for. */
export const missingKinds = ['not-begun', 'period', 'voices', 'objections', 'quorum', 'nobody-entitled', 'team-unknown', 'person-unknown'] as const;

export const outcomes = ['accept', 'reject', 'defer'] as const;

const Decision = z.strictObject({
  n: Count,
  outcome: z.enum(outcomes),
  by: Person,
  /** Whose decision it was to make. */
  owner: orNull(Person),
  why: Quote,
  at: Instant,
  source: Source,
  /** The documents' blob ids, or the hash of the body, that were decided on. */
  texts: listOf(z.string()),
  /** The last time the owner confirmed it, after the text or the owner had changed. */
  confirmed: orNull(z.strictObject({ at: Instant, source: Source, owner: orNull(Person), texts: listOf(z.string()) })),
  reopened: orNull(z.strictObject({ at: Instant, by: Person, why: Quote, source: Source })),
  /** By which rule it was made; null where it was made before there were periods. */
  under: orNull(
    z.strictObject({
      rung: z.enum(rungs),
      domain: orNull(z.string()),
      zone: z._default(z.enum(zones), 'local'),
      /** False: made `anyway`, before the rung was satisfied. */
      isSatisfied: z._default(z.boolean(), true),
      /** Of a decision made `anyway`: what the rung still asked for. */
      missing: listOf(z.enum(missingKinds)),
      /** Whose silence was taken as consent, or noted on `consult`. */
      silent: listOf(Person),
    }),
  ),
  /** How it turned out, by its owner's word. */
  reviewed: orNull(z.strictObject({ outcome: z.enum(outcomeJudgements), by: Person, why: Quote, at: Instant, source: Source })),
});

/** `/owner`: stands until the document names somebody other than it did then. */
const NamedOwner = z.strictObject({ person: Person, by: Person, why: Quote, at: Instant, source: Source, instead: listOf(z.string()) });

const Citation = z.strictObject({ principle: Quote, by: Person, at: Instant, source: Source });

const Tension = z.strictObject({ principle: Quote, why: Quote, by: Person, at: Instant, source: Source });

/**
 * Which words were read for commands: all that were written up to a moment, and of later ones those whose ids are
 * listed (`c12` a comment, `r34` a review). A high-water id would not do: a review has its id from when it was begun.
 */
const Read = z.strictObject({ until: Instant, ids: listOf(z.string()) });

const Folded = z._default(Count, 0);

export const Record = z.strictObject({
  version: z.literal(3),
  /** When Unpause first looked at this RFC. */
  firstSeenAt: Instant,
  /** When the record last had to be rebuilt, and why; null where it never was. */
  rebuilt: orNull(z.strictObject({ at: Instant, reason: z.enum(['unreadable', 'altered', 'missing']) })),
  /** Null where nothing was read yet. */
  read: orNull(Read),
  heads: listOf(z.strictObject({ sha: z.string(), at: Instant })),
  /** The Decision Owners that the documents named last, as they wrote them. */
  owners: listOf(z.string()),
  /** Whom these were when they were first looked up: who registers a login later inherits nothing. */
  ownerIds: listOf(Person),
  /** When it was first seen that these were others than before; null where they never were. */
  ownersAt: orNull(Instant),
  /** Whom the documents named before that: the first three. */
  ownersBefore: listOf(z.string()),
  namedOwner: orNull(NamedOwner),
  terms: listOf(Term),
  calls: listOf(PauseCall),
  escalations: listOf(Escalation),
  objections: listOf(Objection),
  voices: listOf(Voice),
  waits: listOf(Wait),
  decisions: listOf(Decision),
  tensions: listOf(Tension),
  /** Principles that somebody cited with a command. */
  citations: listOf(Citation),
  /** Null while no period has begun, and on `delegate`, which has none. */
  period: orNull(Period),
  /** The last `/amend` by the owner: the next period is frozen anew. */
  amended: orNull(Reasoned),
  /** On which day the outcome of the decision in force is looked back at, `2026-12-01`; null where nobody said. */
  reviewOn: orNull(Day),
  /** The documents' wordings since Unpause looked first, the last ones. */
  wordings: listOf(Wording),
  /** The ids of those who passed: they are not asked again about this RFC. */
  passed: listOf(Count),
  /** How many entries that are over were dropped, oldest first, for want of room. */
  folded: z.prefault(
    z.strictObject({ terms: Folded, calls: Folded, escalations: Folded, objections: Folded, waits: Folded, decisions: Folded, tensions: Folded, citations: Folded }),
    {},
  ),
});

export type Record = z.infer<typeof Record>;
export type Source = z.infer<typeof Source>;
export type Term = z.infer<typeof Term>;
export type PauseCall = z.infer<typeof PauseCall>;
export type Escalation = z.infer<typeof Escalation>;
export type Objection = z.infer<typeof Objection>;
export type Voice = z.infer<typeof Voice>;
export type Wait = z.infer<typeof Wait>;
export type Decision = z.infer<typeof Decision>;
export type Outcome = (typeof outcomes)[number];
export type Period = z.infer<typeof Period>;
export type Wording = z.infer<typeof Wording>;
export type Reasoned = z.infer<typeof Reasoned>;
export type Citation = z.infer<typeof Citation>;
export type Under = NonNullable<Decision['under']>;
export type OutcomeReview = NonNullable<Decision['reviewed']>;
