/** What a sweep did, or would do, as text for a terminal or a log. */
import { countOf } from './count-of.ts';
import { plainText } from './plain-text.ts';

/** One RFC of a sweep. */
export interface SweptRfc {
  number: number;
  /** Empty where it could not be seen. */
  title: string;
  url: string;
  outcome: 'planned' | 'done' | 'stepped-back' | 'gone' | 'failed';
  /** Why nothing came of it; null where something did. */
  reason: string | null;
  /** The steps that led to the plan, in constant words. */
  explanation: readonly string[];
  /** What was done, or would be, in words; empty where everything is as it should be. */
  effects: readonly string[];
  /** What would be done too with a config file of the repository's own that does not say `dry-run`. */
  withheld: readonly string[];
  /** When time alone changes something next, ISO 8601 in UTC; null: not before something happens. */
  wakeAt: string | null;
}

/** The JSON report of a sweep, version 1. */
export interface SweepReport {
  version: 1;
  repository: string;
  /** As whom it was looked. */
  bot: string;
  dryRun: boolean;
  requests: number;
  rfcs: readonly SweptRfc[];
  /** What was done about the repository as a whole, or would be; null where it was not looked at. */
  stewards: { effects: readonly string[]; withheld: readonly string[] } | null;
  /** The numbers that were left for the next sweep. */
  left: readonly number[];
  /** What else there is to know, in sentences. */
  notes: readonly string[];
}

/** Lines of plain text; nothing in it speaks to a terminal or to a CI runner. */
export function renderSweep(report: SweepReport): string {
  const { repository, bot, dryRun, requests, rfcs, stewards, notes } = report;
  const head = `${repository}, as ${bot}${dryRun ? ': a dry run, nothing is written' : ''}`;
  const shown = [...rfcs.map((rfc) => renderRfc(rfc, dryRun)), ...renderStewards(stewards, dryRun)];
  const foot = `${countOf(rfcs.length, 'RFC')} looked at with ${countOf(requests, 'request')}.`;
  return `${[head, ...shown, [foot, ...notes].map(plainText).join('\n')].join('\n\n')}\n`;
}

/** Only where there is something to say: mostly there is not. */
function renderStewards(stewards: SweepReport['stewards'], isDryRun: boolean): string[] {
  const { effects, withheld } = stewards ?? { effects: [], withheld: [] };
  if (effects.length + withheld.length === 0) return [];
  return [['The repository as a whole', ...effectLines({ effects, withheld }, isDryRun)].join('\n')];
}

function effectLines({ effects, withheld }: Pick<SweptRfc, 'effects' | 'withheld'>, isDryRun: boolean): string[] {
  return [...effects.map((effect) => `  ${isDryRun ? 'would ' : 'did   '} ${effect}`), ...withheld.map((effect) => `  holds  ${effect}`)];
}

function renderRfc({ number, title, outcome, reason, explanation, effects, withheld, wakeAt }: SweptRfc, isDryRun: boolean): string {
  const lines = [`#${number} ${plainText(title)}`.trim()];
  if (explanation.length > 0) lines.push(`  why    ${explanation.join(', ')}`);
  if (reason !== null) lines.push(`  ${outcome === 'failed' ? 'failed' : 'left  '} ${plainText(reason)}`);
  lines.push(...effectLines({ effects, withheld }, isDryRun));
  if (reason === null && effects.length === 0) lines.push('  nothing to do');
  if (wakeAt !== null) lines.push(`  next   ${wakeAt}`);
  return lines.join('\n');
}
