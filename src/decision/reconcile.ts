/**
 * The story of one look, top to bottom: what is this, what happened since the last look, whom does it wait for and what
 * help is due, what do its checks say, which labels and which status does it need, and when is it worth another look.
 * Pure: the same snapshot gives the same plan.
 */
import type { Config } from '../config/schema.ts';
import { answerEffects } from './answers.ts';
import { assignmentEffects } from './assignment.ts';
import { checkReports } from './check-reports.ts';
import { withAway } from './commands/aways-in.ts';
import { dueCalls, noCalls, type DueCalls } from './due-calls.ts';
import { fitRecord } from './fit-record.ts';
import { foldAnew } from './fold-anew.ts';
import { foldActs, type Folded } from './fold.ts';
import { hasStory, knownRecord } from './known-record.ts';
import { lazily } from './ladder/lazily.ts';
import { progressOf } from './ladder/progress-of.ts';
import { labelEffects } from './labels.ts';
import { learningOf } from './learning.ts';
import { momentumOf } from './momentum.ts';
import { withReviewDay } from './outcome-review.ts';
import type { Effect, Plan } from './plan.ts';
import { predecessorOf, withItsCalls, withoutItsWords } from './predecessor.ts';
import { withPressed } from './pressed.ts';
import { statusEffects, type Story } from './show-status.ts';
import { standingOf, type Standing } from './standing.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { suggestions } from './suggestions.ts';
import { wakeAt } from './wake-at.ts';

/** Computes what should happen; nothing here happens. */
export function reconcile(observed: Snapshot, config: Config, clock: Date): Plan {
  const snapshot = withPressed(observed);
  const now = lookedAt(snapshot, clock);
  const standing = standingOf(snapshot, config);
  if (snapshot.record.kind === 'newer') return leaveToNewer(snapshot, { config, standing, version: snapshot.record.version });
  if (standing !== 'rfc') return planFor({ snapshot, config, standing, now, story: null });
  const known = knownRecord(snapshot, snapshot.record, now);
  const predecessor = predecessorOf(snapshot, known);
  const seen = predecessor === null ? snapshot : withItsCalls(snapshot, predecessor);
  const folded = isOverUnwatched(snapshot, known) ? { record: known, spoken: [], aways: [] } : foldKnown(known, seen, config, now);
  const record = fitRecord(withReviewDay(folded.record, seen, config));
  const momentum = momentumOf({ snapshot: withAways(seen, folded.aways), record, config, now });
  const learning = learningOf({ snapshot: seen, record, config });
  const told = { ...folded, record, spoken: withoutItsWords(folded.spoken, predecessor) };
  const progress = lazily(() => progressOf({ snapshot: seen, record, config, now }));
  return planFor({ snapshot: seen, config, standing, now, story: { known, folded: told, momentum, learning, progress, predecessor } });
}

function foldKnown(known: Record, snapshot: Snapshot, config: Config, now: Date): Folded {
  const { record } = snapshot;
  return record.kind === 'unsealed' ? foldAnew({ known, found: record.record }, snapshot, config, now) : foldActs(known, snapshot, config, now);
}

/** A clock that is behind GitHub's, or was set back, is no reason to take what was done for what is to come. */
function lookedAt({ acts }: Snapshot, clock: Date): Date {
  return new Date(Math.max(clock.getTime(), ...acts.slice(-1).map(({ at }) => Date.parse(at))));
}

/** Who has just said that they leave is not asked by the look that reads it. */
function withAways({ load, ...rest }: Snapshot, aways: Plan['aways']): Snapshot {
  return { ...rest, load: { ...load, absences: aways.reduce(withAway, load.absences) } };
}

/** What was closed before Unpause had anything to do with it is nobody's question any more. */
function isOverUnwatched({ rfc, comments }: Snapshot, known: Record): boolean {
  return !rfc.isOpen && comments.length === 0 && !hasStory(known);
}

interface Look {
  snapshot: Snapshot;
  config: Config;
  standing: Standing;
  now: Date;
  /** Null for what is no RFC. */
  story: Story | null;
}

function planFor(look: Look): Plan {
  const { snapshot, config, standing, now, story } = look;
  const [record, momentum] = story === null ? [null, null] : [story.folded.record, story.momentum];
  const checks = checkReports(snapshot, config, { standing, known: story === null ? null : { record: story.folded.record, progress: story.progress } }).map((report): Effect => ({ kind: 'report-check', report }));
  const due = story === null ? noCalls : dueCalls({ ...story, snapshot, record: story.folded.record, config, now });
  const shown = shownEffects(look, due);
  const wake = { snapshot, standing, now, momentum, record, callFrom: due.from };
  const explanation = [standing, snapshot.rfc.isOpen ? 'open' : 'closed', ...explain(story)];
  if (snapshot.rules.isConfigured && !config['dry-run']) {
    const aways = story === null ? [] : story.folded.aways;
    return { effects: [...checks, ...shown], withheld: [], record, wakeAt: wakeAt({ ...wake, isCalling: due.effects.length > 0 }), aways, explanation };
  }
  // What nobody was told of has not happened: without consent, no command was run.
  const known = story === null ? null : story.known;
  return { effects: checks, withheld: shown, record: known, wakeAt: wakeAt({ ...wake, isCalling: false }), aways: [], explanation: [...explanation, 'shows checks alone'] };
}

/** In this order: what was answered and called is on GitHub before the record says so. */
function shownEffects({ snapshot, config, standing, now, story }: Look, due: DueCalls): Effect[] {
  const moved = story === null ? [] : [...answerEffects(story.folded.spoken), ...due.effects, ...assignmentEffects(snapshot, story.folded.record)];
  const status = statusEffects(snapshot, { config, now, story, isCalling: due.effects.length > 0 });
  return [...labelEffects(snapshot, config, standing), ...moved, ...status, ...suggestions(snapshot, standing)];
}

function explain(story: Story | null): string[] {
  if (story === null) return [];
  const { pause, help } = story.momentum;
  return pause === null ? ['no pause'] : [pause.kind, help.kind];
}

/**
 * What a later version wrote, this one would take for broken; it leaves the RFC alone until it is updated. What the
 * documents' check says hangs on no record, and a required check must come.
 */
function leaveToNewer(snapshot: Snapshot, { config, standing, version }: { config: Config; standing: Standing; version: number }): Plan {
  const checks = checkReports(snapshot, { ...config, 'require-decision': false }, { standing, known: null });
  const explanation = [`the record is of version ${version}, which this Unpause does not know`];
  return { effects: checks.map((report): Effect => ({ kind: 'report-check', report })), withheld: [], record: null, wakeAt: null, aways: [], explanation };
}
