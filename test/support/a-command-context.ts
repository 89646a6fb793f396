/** Builds what a command finds: an RFC of Alice's that names her as its owner, people around it, and a record. */
import type { Config } from '../../src/config/schema.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import type { Comment } from '../../src/decision/acts.ts';
import type { Command, CommandContext, Outcome } from '../../src/decision/commands/define-command.ts';
import type { Permission } from '../../src/decision/people.ts';
import { newRecord } from '../../src/decision/record.ts';
import type { Record, Source } from '../../src/decision/record-schema.ts';
import type { Account, Snapshot } from '../../src/decision/snapshot.ts';
import { aSnapshot, headSha, type SnapshotParts } from './a-snapshot.ts';

export const alice: Account = { id: 11, login: 'alice', isBot: false };
export const bob: Account = { id: 12, login: 'Bob', isBot: false };
export const carol: Account = { id: 13, login: 'carol', isBot: false };
export const dan: Account = { id: 14, login: 'dan', isBot: false };
export const erin: Account = { id: 15, login: 'erin', isBot: false };
export const robot: Account = { id: 99, login: 'helper', isBot: true };

const rights: readonly [Account, Permission][] = [[alice, 'read'], [bob, 'write'], [carol, 'triage'], [dan, 'read'], [erin, 'maintain'], [robot, 'write']];

/** A Monday morning. */
export const writtenAt = '2026-03-02T10:00:00Z';

export const everybody: Snapshot['people'] = rights.map(([account, permission]) => ({ account, permission, isAssignable: true }));

/** The head was seen before anybody spoke. */
const known: Partial<Record> = { heads: [{ sha: headSha, at: '2026-03-01T10:00:00Z' }] };

export function aRecord(parts: Partial<Record> = {}): Record {
  return { ...newRecord('2026-03-01T10:00:00Z'), ...known, ...parts };
}

export interface ContextParts {
  by?: Account;
  at?: string;
  config?: Partial<Config>;
  record?: Partial<Record>;
  snapshot?: SnapshotParts;
  /** The comment's id. */
  id?: number;
}

/** Somebody comments; the comment is 100, unless another is said. */
export function aCommandContext({ by = alice, at = writtenAt, config, record, snapshot, id = 100 }: ContextParts = {}): CommandContext {
  return {
    snapshot: aSnapshot({ people: everybody, ...snapshot }),
    config: { ...defaultConfig, ...config },
    record: aRecord(record),
    speech: aComment({ by, at, id }),
    source: aSource(by, id),
    step: 'drifting',
  };
}

export function aComment({ by = alice, at = writtenAt, id = 100, body = '' }: { by?: Account; at?: string; id?: number; body?: string } = {}): Comment {
  return { kind: 'comment', id, by, at, body, hash: 'e3b0c44298fc1c14', isEdited: false, isOwn: false, url: `https://github.com/acme/rfcs/pull/7#issuecomment-${id}` };
}

export function aSource(by: Account, id = 100): Source {
  return { in: 'comment', id, by: by.id, hash: 'e3b0c44298fc1c14' };
}

/** As the record names somebody. */
export function named({ id, login }: Account): { id: number; login: string } {
  return { id, login };
}

/** What the command changes in the record, and what it remarks; or why it does nothing. */
export function outcomeOf(command: Command, rest: string, parts: ContextParts = {}): unknown {
  const context = aCommandContext(parts);
  return changesOf(command.carryOut(rest, context), context.record);
}

function changesOf(outcome: Outcome, before: Record): unknown {
  if (!outcome.ok) return outcome.refusal;
  const changed = Object.entries(outcome.record).filter(([key, value]) => value !== before[key as keyof Record]);
  const remarks = outcome.remarks ?? [];
  return { ...Object.fromEntries(changed), ...(remarks.length === 0 ? {} : { remarks }) };
}
