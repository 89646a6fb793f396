/**
 * Whether the RFC is decided, and whether the decision still stands: it is about a text, under somebody's ownership,
 * and when either changes the owner is asked to confirm it. Nothing here makes a decision out of a merge or a close.
 */
import type { Config } from '../config/schema.ts';
import type { Speech } from './acts.ts';
import { accountsNamed, isTeamShown } from './handles.ts';
import { formerParticipant } from './log/entry.ts';
import { ownersOf } from './owner.ts';
import { reaches } from './people.ts';
import type { Decision, Record } from './record-schema.ts';
import type { ObservedDocument, Snapshot } from './snapshot.ts';

/** `stale-…`: decided, and waiting for the owner to confirm, as the text or the owner is another one now. */
export type DecisionState = 'open' | 'decided' | 'stale-text' | 'stale-owner';

/** The decision in force: the last one, unless it was reopened. Reopening does not bring an earlier one back. */
export function decisionInForce({ decisions }: Pick<Record, 'decisions'>): Decision | null {
  const last = decisions.at(-1);
  return last?.reopened === null ? last : null;
}

/** Whether it rests on what people said of its text: accepted, and its rung was satisfied. What was decided anyway waits for nobody. */
export function restsOnVoices({ outcome, under }: Pick<Decision, 'outcome' | 'under'>): boolean {
  return outcome === 'accept' && under?.isSatisfied === true;
}

/** Whether nobody is waited for any more: it is closed, or decided. */
export function isSettled({ rfc }: Pick<Snapshot, 'rfc'>, record: Pick<Record, 'decisions'>): boolean {
  return !rfc.isOpen || decisionInForce(record) !== null;
}

/**
 * Where the decision stands. A deferral is one too: the owner has spoken, and nobody is being waited for. A document
 * that could not be read says nothing about the owner, so it makes nothing stale.
 */
export function decisionState(record: Record, snapshot: Snapshot): DecisionState {
  const decision = decisionInForce(record);
  if (decision === null) return 'open';
  const { owner, texts } = decision.confirmed ?? decision;
  const owners = ownersOf(snapshot, record);
  // Who was forgotten cannot be compared: the decision stands.
  const isKnown = owner?.id !== formerParticipant.id;
  if (isKnown && owners.length > 0 && !owners.some(({ id }) => id === owner?.id)) return 'stale-owner';
  return isSameList(texts, textsOf(snapshot)) ? 'decided' : 'stale-text';
}

/** What the check run says: a deferral leaves it open, and so does the word of somebody who does not count for it. */
export function decisionConclusion(record: Record, snapshot: Snapshot, config: Config): 'success' | 'failure' | 'action_required' {
  const decision = decisionInForce(record);
  if (decision === null || decision.outcome === 'defer') return 'action_required';
  if (decisionState(record, snapshot) !== 'decided' || countsForCheck(decision, snapshot, config) !== true) return 'action_required';
  return decision.outcome === 'accept' ? 'success' : 'failure';
}

/**
 * Whether the word of whoever decided, or last confirmed, counts for the check run: write access, or named by the
 * default branch's config. A pull request cannot name its own judge. Null: GitHub did not say.
 */
export function countsForCheck(decision: Decision, snapshot: Snapshot, config: Config): boolean | null {
  const decider = decision.confirmed?.source.by ?? decision.by.id;
  const handles = [...config.decision.owners, ...Object.values(config.domains).flatMap(({ owners }) => owners)];
  const permission = snapshot.people.find(({ account }) => account.id === decider)?.permission ?? null;
  if (reaches(permission, 'write') || accountsNamed(handles, snapshot).some(({ id }) => id === decider)) return true;
  const isTeamUnknown = handles.some((handle) => handle.includes('/') && !isTeamShown(handle, snapshot));
  return permission === null || isTeamUnknown ? null : false;
}

/** More documents than this would fill the record. */
const mostTexts = 10;

/**
 * What is being decided on: the documents' blob ids, or `body:` and the hash of the body; sorted, so that a renamed
 * document is the same. For very many documents it is the commit, so that any push asks for a confirmation.
 */
export function textsOf({ documents, rfc }: Pick<Snapshot, 'documents' | 'rfc'>): string[] {
  const body = `body:${rfc.bodyHash}`;
  const texts = documents.length === 0 ? [body] : documents.map(({ blob }: ObservedDocument) => blob ?? body);
  const sorted = [...new Set(texts)].sort();
  return sorted.length > mostTexts && rfc.head !== null ? [`head:${rfc.head.sha}`] : sorted;
}

/**
 * The texts that somebody could see who wrote at that moment; none where that is not known, which asks for a
 * confirmation. A head counts from when it was first seen: a push that slips in before the look is not decided on.
 */
export function textsSeenIn(speech: Speech, snapshot: Snapshot, record: Record): string[] {
  const texts = textsOf(snapshot);
  const { head } = snapshot.rfc;
  if (head === null || texts.every((text) => text.startsWith('body:'))) return texts;
  if (speech.kind === 'review') return speech.sha === head.sha ? texts : [];
  const seen = [...record.heads, ...snapshot.acts.filter((act) => act.kind === 'pushed')].filter(({ sha }) => sha === head.sha);
  return seen.some(({ at }) => Date.parse(at) <= Date.parse(speech.at)) ? texts : [];
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
