/** Figures and what they are of, in words. */
import { pauseKinds, type PauseKind } from '../../config/schema-pause.ts';
import type { Group, Measure, Trend, Unit } from '../../decision/vitality/figure.ts';
import type { Because } from '../../decision/vitality/worth-talking.ts';
import { countOf } from '../count-of.ts';
import { nextSteps } from '../next-steps.ts';

/** What is not known, or not shown as there are too few. */
export const unknownValue = '–';

/** `3.5 days`, `75 %`, `12`. */
export function valueWords(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return unknownValue;
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  if (unit === 'count') return String(value);
  const days = Math.round(value * 10) / 10;
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

const trends: Readonly<Record<Exclude<Trend, 'unknown'>, string>> = { rising: 'is higher than before', falling: 'is lower than before', steady: 'is about as before' };

/** Which way a measure goes, in a sentence. Higher and lower are directions: whether either is good, people know. */
export function trendWords(trend: Trend, { name }: Pick<Measure, 'name'>): string {
  if (trend === 'unknown') return `Too little is known yet to tell which way “${name}” goes.`;
  return `In the last period that is over, “${name}” ${trends[trend]}.`;
}

export const groupHeadings: Readonly<Record<Group['by'], string>> = { domain: 'Domain', rung: 'Rung', pause: 'It waited for', principle: 'Principle' };

/** `api`, `no domain`, `the author's answer to the review`. */
export function groupName({ by, name }: Group): string {
  if (by === 'pause') {
    const kind = pauseKinds.find((each) => each === name);
    return kind === undefined ? unknownValue : awaits(kind);
  }
  return name ?? 'no domain';
}

function awaits(kind: PauseKind): string {
  return nextSteps[kind].awaits;
}

const reasons: Readonly<Record<Exclude<Because['why'], 'set-aside' | 'tension' | 'long'>, string>> = {
  reversed: 'it was reversed when its owner looked back at it',
  changed: 'it was changed when its owner looked back at it',
  'merged-without-decision': 'it was merged, and nobody wrote down who decided, and why',
  anyway: 'it went on before its rung was satisfied',
  'by-another': 'somebody other than its named owner decided',
  reopened: 'it was opened again',
};

/** Why a decision may be worth talking about, as part of a sentence that begins with the decision. */
export function becauseWords(because: Because): string {
  switch (because.why) {
    case 'set-aside':
      return because.objections === 1 ? 'an objection was set aside' : `${because.objections} objections were set aside`;
    case 'tension':
      return because.principles === 1 ? 'a principle did not fit' : `${because.principles} principles did not fit`;
    case 'long':
      return `it took ${countOf(Math.round(because.days), 'working day')}, longer than nine in ten`;
    default:
      return reasons[because.why];
  }
}
