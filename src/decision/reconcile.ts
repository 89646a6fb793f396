/**
 * The story of one look, top to bottom: what is this, what do its checks say, which labels and which status does it
 * need, what was asked for by a click, and when is it worth another look. Pure: the same snapshot gives the same plan.
 */
import type { Config } from '../config/schema.ts';
import { checkReports } from './check-reports.ts';
import { statusComments } from './markers.ts';
import type { Effect, Plan, Status } from './plan.ts';
import type { Record } from './record.ts';
import { hasLabel, ownershipOf, standingOf, type Standing } from './standing.ts';
import type { Snapshot } from './snapshot.ts';

/** Computes what should happen; nothing here happens. */
export function reconcile(snapshot: Snapshot, config: Config, now: Date): Plan {
  const standing = standingOf(snapshot, config);
  const record = standing === 'rfc' ? recordOf(snapshot, now) : null;
  const checks = checkReports(snapshot, config, standing).map((report): Effect => ({ kind: 'report-check', report }));
  const shown = [...labelEffects(snapshot, config, standing), ...statusEffects(snapshot, record), ...suggestions(snapshot, standing)];
  const isAllowed = snapshot.rules.isConfigured && !config['dry-run'];
  return {
    effects: isAllowed ? [...checks, ...shown] : checks,
    withheld: isAllowed ? [] : shown,
    record,
    wakeAt: wakeAt(snapshot, standing, now),
    explanation: [standing, snapshot.rfc.isOpen ? 'open' : 'closed', ...(isAllowed ? [] : ['shows checks alone'])],
  };
}

function recordOf({ record }: Snapshot, now: Date): Record {
  if (record.kind === 'sound') return record.record;
  const known = record.copy ?? { version: 1, firstSeenAt: now.toISOString(), rebuilt: null };
  return record.kind === 'none' ? known : { ...known, rebuilt: { at: now.toISOString(), reason: record.kind } };
}

/** Labels notify nobody, so an old RFC gets them at once; a draft is left alone until it is ready. */
function labelEffects(snapshot: Snapshot, config: Config, standing: Standing): Effect[] {
  const { rfc } = snapshot;
  const isWatched = standing === 'rfc' && rfc.isOpen && !rfc.isDraft;
  const rfcLabel: Effect[] = isWatched && !hasLabel(rfc.labels, config.label) ? [{ kind: 'add-label', label: 'rfc', name: config.label }] : [];
  const ownerLabel = config.labels['needs-decision-owner'];
  return ownerLabel === false ? rfcLabel : [...rfcLabel, ...ownerLabelEffects(snapshot, ownerLabel, isWatched)];
}

/** What is not known changes nothing: neither is the label set, nor is it taken off. */
function ownerLabelEffects(snapshot: Snapshot, name: string, isWatched: boolean): Effect[] {
  const { rfc, documents } = snapshot;
  const isSet = hasLabel(rfc.labels, name);
  const ownership = ownershipOf(documents);
  if (isWatched && ownership === 'missing') return isSet ? [] : [{ kind: 'add-label', label: 'needs-decision-owner', name }];
  const isOver = isWatched ? ownership === 'named' : !rfc.isDraft && wasRfc(snapshot);
  return isOver && isSet ? [{ kind: 'remove-label', name }] : [];
}

/** Whoever sets the label on something that never was an RFC has reasons of their own. */
function wasRfc({ record, comments }: Snapshot): boolean {
  return record.kind === 'sound' || record.copy !== null || statusComments(comments).length > 0;
}

function statusEffects(snapshot: Snapshot, record: Record | null): Effect[] {
  const { rfc, documents } = snapshot;
  const hasBegun = statusComments(snapshot.comments).length > 0;
  if (record === null) return hasBegun ? [{ kind: 'remove-status' }] : [];
  if (!hasBegun && !mayBegin(snapshot)) return [];
  const phase: Status['phase'] = rfc.isOpen ? 'open' : rfc.isMerged ? 'merged' : 'closed';
  return [{ kind: 'show-status', status: { phase, documents, record } }];
}

/**
 * A first status comment notifies people: so none on a draft, none on what is closed, and none on an RFC in which
 * nobody did anything since Unpause was switched on. It comes with the next word of a person.
 */
function mayBegin({ rfc, rules }: Snapshot): boolean {
  if (!rfc.isOpen || rfc.isDraft) return false;
  return rules.configuredAt === null || Date.parse(rfc.lastHumanActivityAt) >= Date.parse(rules.configuredAt);
}

/** A click on a state that is past asks for nothing any more: the text has changed since. */
function suggestions({ rfc, documents, clicks }: Snapshot, standing: Standing): Effect[] {
  if (standing !== 'rfc' || !rfc.isOpen) return [];
  const current = clicks.filter(({ kind, sha }) => kind === 'insert-missing' && sha === rfc.head?.sha);
  return current.flatMap((click) =>
    documents.flatMap((document): Effect[] =>
      document.texts === null || document.texts.now === document.texts.mended ? [] : [{ kind: 'suggest', suggestion: { click, document, texts: document.texts } }],
    ),
  );
}

const minute = 60_000;
/** GitHub did not answer who somebody is: it will. */
const askAgainAfter = 30 * minute;
const day = 24 * 60 * minute;

/** A date that is too far away comes nearer by itself; nothing else changes without anybody doing something. */
function wakeAt({ rfc, documents }: Snapshot, standing: Standing, now: Date): string | null {
  if (standing !== 'rfc' || !rfc.isOpen) return null;
  const results = documents.flatMap(({ result }) => result ?? []);
  if (results.some(({ notChecked }) => notChecked.length > 0)) return new Date(now.getTime() + askAgainAfter).toISOString();
  const waitsForDate = results.some(({ fields, findings }) => fields.decideBy !== undefined && findings.some(({ rule }) => rule === 'decide-by'));
  return waitsForDate ? new Date(now.getTime() + day).toISOString() : null;
}
