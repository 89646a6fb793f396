/** What the check runs on a pull request's head conclude. */
import type { Config } from '../config/schema.ts';
import { decisionConclusion, decisionInForce, decisionState } from './decided.ts';
import type { Progress } from './ladder/progress.ts';
import { ownersOf } from './owner.ts';
import type { CheckReason, CheckReport } from './plan.ts';
import type { Record } from './record-schema.ts';
import { ownershipOf, type Standing } from './standing.ts';
import type { ClickRequest, Head, ObservedDocument, RoleButton, Snapshot } from './snapshot.ts';
import type { Conclusion } from './write.ts';

/** What is known of an RFC's way to its decision. */
interface Known {
  record: Record;
  /** Reckoned where somebody asks. */
  progress: () => Progress;
}

/** The reports that should be on the head commit; none for an issue, and none where nobody asked for Unpause. */
export function checkReports(snapshot: Snapshot, config: Config, { standing, known }: { standing: Standing; known: Known | null }): CheckReport[] {
  const { head, isOpen } = snapshot.rfc;
  if (head === null || !isOpen || standing === 'ignored') return [];
  const rerun = snapshot.clicks.findLast(({ kind, sha }) => kind === 'rerun' && sha === head.sha) ?? null;
  const decides = snapshot.rules.isConfigured && config['require-decision'];
  // Where no check waits for the decision, the one that is always there tells how far it is.
  const progress = decides || standing !== 'rfc' ? null : progressToTell(snapshot, config, known);
  const reports = [documentReport(snapshot, standing, { head, rerun, config, progress })];
  if (decides) reports.push(decisionReport(snapshot, known, { head, rerun, config }));
  return reports;
}

interface Run {
  head: Head;
  rerun: ClickRequest | null;
}

/** Null where it is decided, and where nobody is told of anything. */
function progressToTell({ rules }: Snapshot, config: Config, known: Known | null): Progress | null {
  return known === null || !rules.isConfigured || config['dry-run'] || decisionInForce(known.record) !== null ? null : known.progress();
}

function documentReport(snapshot: Snapshot, standing: Standing, { config, progress, ...run }: Run & { config: Config; progress: Progress | null }): CheckReport {
  const { documents, rules } = snapshot;
  const judged = standing === 'rfc' ? documents : [];
  const { conclusion, reason } = judgeDocuments(judged, rules.proposed?.mistakes.length ?? 0);
  const offersInsert = rules.isConfigured && judged.some(({ blob, result }) => blob !== null && result?.findings.some(({ fix }) => fix !== null));
  return { name: 'document', ...run, conclusion, reason, documents: judged, offersInsert, offersRoles: standing === 'rfc' ? roleButtons(snapshot, config) : [], progress };
}

/** The same whoever holds a role by then: a check run is made anew when its buttons change. */
function roleButtons({ rules, rfc, documents }: Snapshot, config: Config): RoleButton[] {
  if (!rules.isConfigured || config['dry-run'] || rfc.isDraft) return [];
  const isOffered = (command: 'dri-take' | 'owner') => config.commands[command].some((who) => who !== 'nobody');
  const own: RoleButton[] = ownershipOf(documents) === 'missing' && isOffered('owner') ? ['own-decision'] : [];
  return isOffered('dri-take') ? [...own, 'take-dri'] : own;
}

/** What cannot be read does not pass; a config that would be refused once merged does not either. */
function judgeDocuments(documents: readonly ObservedDocument[], mistakes: number): { conclusion: Conclusion; reason: CheckReason } {
  if (mistakes > 0) return { conclusion: 'failure', reason: 'config-mistakes' };
  if (documents.length === 0) return { conclusion: 'neutral', reason: 'no-rfc' };
  return { conclusion: worstOf(documents.map(conclusionOf)), reason: 'findings' };
}

/** What one document contributes; a merge group asks the same of each pull request in it. */
export function conclusionOf({ result }: ObservedDocument): Conclusion {
  return result === null || result.findings.some(({ severity }) => severity === 'error') ? 'failure' : 'success';
}

const fromWorst: readonly Conclusion[] = ['failure', 'action_required', 'success', 'neutral'];

/** The worst of several conclusions; `neutral` of none. */
export function worstOf(conclusions: readonly Conclusion[]): Conclusion {
  return fromWorst.find((conclusion) => conclusions.includes(conclusion)) ?? 'neutral';
}

/** Waits until the owner has decided on this very text; the word of somebody who may not judge here stands, but does not count. */
function decisionReport(snapshot: Snapshot, known: Known | null, { config, ...run }: Run & { config: Config }): CheckReport {
  const { documents } = snapshot;
  const base = { name: 'decision', ...run, documents, offersInsert: false, offersRoles: [], progress: null } as const;
  if (known === null) return { ...base, documents: [], conclusion: 'neutral', reason: 'no-rfc' };
  const { record, progress } = known;
  const conclusion = decisionConclusion(record, snapshot, config);
  const reason = decisionReason(conclusion, record, snapshot);
  return { ...base, conclusion, reason, progress: reason === 'awaits-decision' ? progress() : null };
}

function decisionReason(conclusion: Conclusion, record: Record, snapshot: Snapshot): CheckReason {
  if (conclusion === 'success' || conclusion === 'failure') return madeReason(conclusion, record);
  const state = decisionState(record, snapshot);
  if (state === 'stale-owner' || state === 'stale-text') return 'awaits-confirmation';
  if (state === 'decided') return decisionInForce(record)?.outcome === 'defer' ? 'deferred' : 'awaits-standing';
  return ownershipOf(snapshot.documents) === 'missing' && ownersOf(snapshot, record).length === 0 ? 'awaits-owner' : 'awaits-decision';
}

function madeReason(conclusion: 'success' | 'failure', record: Record): CheckReason {
  const made = conclusion === 'success' ? 'accepted' : 'rejected';
  return decisionInForce(record)?.under?.isSatisfied === false ? `${made}-anyway` : made;
}
