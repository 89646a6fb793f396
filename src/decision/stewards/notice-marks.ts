/**
 * The marks of what Unpause writes about a repository. A mark holds all that is needed to know a notice again, so that
 * nothing has to be remembered elsewhere: what it is about, whom it asked, and what became of it.
 */
import { eventMarker, readEvent } from '../markers.ts';
import type { Person } from '../people.ts';
import { stableHash } from '../stable-hash.ts';
import type { OwnIssue } from './facts.ts';

export const reviewEndings = ['changed', 'removed', 'kept'] as const;
/** How it was answered: the principle reads otherwise since, or is gone, or people closed the question and kept it as it was. */
export type ReviewEnding = (typeof reviewEndings)[number];

export type IssueMark =
  | { kind: 'principle'; principle: string; /** Counted from 1 for each principle. */ n: number; wording: string; asked: Person | null; ending: ReviewEnding | null }
  | { kind: 'retrospective'; period: string; asked: Person | null };

export type PrincipleMark = Extract<IssueMark, { kind: 'principle' }>;

/** `principle.data-stays-local.1.1x2y3z.583231.octocat`, or `….-.-` where nobody was asked; once it is over, `….changed`. */
export function principleEvent({ principle, n, wording, asked, ending }: Omit<PrincipleMark, 'kind'>): string {
  return [`principle.${principle}.${n}.${wording}`, personPart(asked), ...(ending === null ? [] : [ending])].join('.');
}

/** `retrospective.2026-Q4.583231.octocat` */
export function retrospectiveEvent(period: string, asked: Person | null): string {
  return `retrospective.${period}.${personPart(asked)}`;
}

/** `digest.2026-W48` */
export function digestEvent(week: string): string {
  return `digest.${week}`;
}

/** The one note on an issue that the config has answered. */
export const settledEvent = 'principle-settled';

function personPart(person: Person | null): string {
  return person === null ? '-.-' : `${person.id}.${person.login}`;
}

/** What an issue of Unpause's own is about; null where its mark says nothing that is known here. */
export function readIssueMark({ body }: Pick<OwnIssue, 'body'>): IssueMark | null {
  const [kind, ...parts] = readEvent({ body })?.split('.') ?? [];
  if (kind === 'retrospective') {
    const [period = '', id = '', login = ''] = parts;
    return { kind, period, asked: readPerson(id, login) };
  }
  return kind === 'principle' ? readPrincipleMark(parts) : null;
}

function readPrincipleMark([principle = '', n = '', wording = '', id = '', login = '', ending]: readonly string[]): PrincipleMark | null {
  if (!isCount(n) || wording === '') return null;
  return { kind: 'principle', principle, n: Number(n), wording, asked: readPerson(id, login), ending: reviewEndings.find((each) => each === ending) ?? null };
}

function readPerson(id: string, login: string): Person | null {
  return isCount(id) ? { id: Number(id), login } : null;
}

function isCount(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}

/** The body with how it ended in its mark, or that it is open again; everything else stays as people left it. */
export function withEnding(body: string, mark: PrincipleMark, ending: ReviewEnding | null): string {
  return body.replace(/^[^\n]*/, () => eventMarker(principleEvent({ ...mark, ending })));
}

/** Tells one wording of a principle from another, white space aside. */
export function wordingOf(text: string): string {
  return stableHash(text.normalize('NFC').replace(/\s+/gu, ' ').trim()).toString(36);
}
