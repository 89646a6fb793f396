/**
 * One entry of the decision log: what was decided, by whom, by which rule and why, as the record of its RFC has it.
 * Derived, so that a sweep can make it anew; each entry links the comments it rests on and keeps their hashes.
 */
import type { Rung, Zone } from '../../config/schema-domains.ts';
import type { Person } from '../people.ts';
import type { Outcome, OutcomeReview, Reasoned, Source, Under } from '../record-schema.ts';

export type LogResult = 'accepted' | 'rejected' | 'deferred' | 'superseded' | 'merged-without-decision';

/** Where somebody said what an entry rests on. */
export interface LogSource {
  /** What it is the source of. */
  of: 'decision' | 'confirmation' | 'reopening' | 'objection' | 'answer' | 'set-aside' | 'voice' | 'citation' | 'tension' | 'outcome' | 'owner' | 'amendment' | 'editorial';
  source: Source;
  url: string;
}

export interface LogVoice {
  person: Person;
  stance: 'support' | 'abstain' | 'heard' | 'silent' | 'objects';
  /** Where they said so; null for silence, and where it is not there any more. */
  url: string | null;
}

export interface LogObjection {
  by: Person;
  why: string;
  at: string;
  /** What the author or the owner said to it, the last time. */
  answered: Reasoned | null;
  withdrawnAt: string | null;
  setAside: Reasoned | null;
}

/** What the log keeps of an objection, its keys always in the same order: two logs are compared as text. */
export function logObjection({ by, why, at, answered, withdrawnAt, setAside }: LogObjection): LogObjection {
  return { by, why, at, answered, withdrawnAt, setAside };
}

export interface LogEntry {
  repository: { id: number; owner: string; name: string; isPrivate: boolean; url: string };
  kind: 'pull-request' | 'issue';
  number: number;
  /** Which decision about this RFC, from 1; 0: merged without one. */
  n: number;
  url: string;
  /** The question: the RFC's title. */
  question: string;
  /** The context: what the RFC begins with, as plain text, up to 500 characters. */
  context: string;
  documents: readonly { path: string; url: string | null }[];
  result: LogResult;
  /** What was decided, also where a later decision took its place; null where it was merged without one. */
  outcome: Outcome | null;
  /** Who decided; null where it was merged without a decision. */
  by: Person | null;
  /** Whose decision it was to make. */
  owner: Person | null;
  why: string | null;
  /** When the RFC was opened, and when it was decided or merged: ISO 8601 in UTC. */
  openedAt: string;
  at: string;
  rung: Rung | null;
  domain: string | null;
  zone: Zone;
  topic: string | null;
  /** False: made `anyway`, before its rung was satisfied. */
  isSatisfied: boolean;
  /** What the rung still asked for, where it was not satisfied. */
  missing: Under['missing'];
  /** The ids of the principles cited, in the document or by command. */
  principles: readonly string[];
  tensions: readonly { principle: string; why: string; by: Person; at: string }[];
  voices: readonly LogVoice[];
  objections: readonly LogObjection[];
  /** Confirmed after the text or the owner had changed, the last time. */
  confirmedAt: string | null;
  reopened: Reasoned | null;
  /** When a later decision, or a merge, came in its place. */
  supersededAt: string | null;
  /** On which day the owner looks back at the decision in force, `2026-12-01`; null where nobody said. */
  reviewOn: string | null;
  /** How it turned out. */
  review: OutcomeReview | null;
  sources: readonly LogSource[];
}

/** What tells an entry from all others. */
export interface LogKey {
  repositoryId: number;
  number: number;
  n: number;
}

export function keyOfEntry({ repository, number, n }: LogEntry): LogKey {
  return { repositoryId: repository.id, number, n };
}

/** The key as text. */
export function renderKey({ repositoryId, number, n }: LogKey): string {
  return `${repositoryId} ${number} ${n}`;
}

/** How somebody is called whom nothing names any more; nobody on GitHub has the id 0. */
export const formerParticipant: Person = { id: 0, login: 'former-participant' };
