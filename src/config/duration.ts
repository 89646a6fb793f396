/**
 * Durations as people write them, in the config and in comments: `P2D`, `PT36H`, `36h`, `2d`, `3 working days`, `1 week`.
 * This file turns words into data and back; what a working day is, and what `now` is, other files know.
 */

export const durationUnits = ['minutes', 'hours', 'days', 'working-days', 'weeks', 'months'] as const;
type DurationUnit = (typeof durationUnits)[number];

/** A stretch of time: a whole number, at least 1, of one unit. `days` are calendar days, as in `P2D`. */
export interface Duration {
  amount: number;
  unit: DurationUnit;
}

export type DurationResult = { ok: true; duration: Duration } | { ok: false; expected: string };

/** What may stand where a duration belongs, in words. */
export const durationExpected = 'a duration such as `3 working days`, `2d`, `36h`, `1 week` or `P2D`';

/**
 * What any duration looks like, for editors that check while somebody types. It lets through a few texts that
 * `parseDuration` refuses (an unknown unit), never the other way round.
 */
export const durationShape = /^\s*(?:[Pp][Tt]?[0-9][0-9A-Za-z]*\s*|(?:[0-9]+|[Aa]n?|[Oo]ne)[\s-]*[A-Za-z][A-Za-z\s-]*)$/;

/** Far beyond every use, and small enough that no date arithmetic overflows. */
const maxAmount = 100_000;

const unitWords: Record<DurationUnit, readonly string[]> = {
  minutes: ['min', 'mins', 'minute', 'minutes'],
  hours: ['h', 'hr', 'hrs', 'hour', 'hours'],
  days: ['d', 'day', 'days', 'calendar day', 'calendar days'],
  'working-days': ['wd', 'working day', 'working days', 'work day', 'work days', 'workday', 'workdays', 'business day', 'business days'],
  weeks: ['w', 'week', 'weeks'],
  months: ['month', 'months'],
};

const unitByWord: ReadonlyMap<string, DurationUnit> = new Map(
  durationUnits.flatMap((unit) => unitWords[unit].map((word) => [word, unit] as const)),
);

/** `P1Y2M`, `P1W`, `P2DT12H`: years, months, weeks, days, hours, minutes. */
const isoDuration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** `3 working days`, `36h`, `a week`. */
const humanDuration = /^(\d+|an?|one) ?([a-z][a-z ]*)$/;

/**
 * Reads a duration; case and white space do not matter.
 * A text that is none comes back with what was expected in words: nothing, a fraction, a number without a unit,
 * and months mixed with days (whose length nobody can say) are none.
 */
export function parseDuration(text: string): DurationResult {
  const words = text.trim().toLowerCase().replace(/[\s-]+/g, ' ');
  const iso = isoDuration.exec(text.trim().toUpperCase());
  return iso ? parseIsoParts(iso) : parseHumanWords(words);
}

function parseHumanWords(words: string): DurationResult {
  const match = humanDuration.exec(words);
  const unit = unitByWord.get(match?.[2] ?? '');
  if (!match || !unit) return { ok: false, expected: durationExpected };
  const amount = /^\d/.test(match[1] ?? '') ? Number(match[1]) : 1;
  return withinBounds({ amount, unit });
}

/** What each letter of an ISO duration counts in, and how many of the smallest of its kind (months, or minutes) it holds. */
const isoParts: readonly { unit: DurationUnit; size: number }[] = [
  { unit: 'months', size: 12 },
  { unit: 'months', size: 1 },
  { unit: 'weeks', size: 10_080 },
  { unit: 'days', size: 1440 },
  { unit: 'hours', size: 60 },
  { unit: 'minutes', size: 1 },
];

/** A sum of parts counts in the smallest of them: `P1DT12H` is 36 hours. */
function parseIsoParts(match: RegExpExecArray): DurationResult {
  const given = isoParts.map((part, index) => ({ ...part, count: Number(match[index + 1] ?? 0) })).filter(({ count }) => count > 0);
  const unit = given.at(-1)?.unit ?? 'days';
  if (unit !== 'months' && given.some((part) => part.unit === 'months')) {
    return { ok: false, expected: 'a duration in months, or one in weeks, days and hours, not both' };
  }
  const sum = given.reduce((total, { count, size }) => total + count * size, 0);
  const size = isoParts.findLast((part) => part.unit === unit)?.size ?? 1;
  return withinBounds({ amount: sum / size, unit });
}

function withinBounds(duration: Duration): DurationResult {
  if (duration.amount < 1) return { ok: false, expected: 'a duration longer than nothing' };
  if (duration.amount > maxAmount) return { ok: false, expected: `a duration of at most ${maxAmount} ${unitName(duration.unit)}` };
  return { ok: true, duration };
}

/** The duration in words that `parseDuration` reads back: `3 working days`, `1 week`. */
export function renderDuration({ amount, unit }: Duration): string {
  const plural = unitName(unit);
  return `${amount} ${amount === 1 ? plural.replace(/s$/, '') : plural}`;
}

function unitName(unit: DurationUnit): string {
  return unit.replace('-', ' ');
}

/** A working day stands for 7/5 of a day, so that five of them are one week. */
const hoursPerUnit: Record<DurationUnit, number> = { minutes: 1 / 60, hours: 1, days: 24, 'working-days': 33.6, weeks: 168, months: 730.5 };

/** The usual length in hours, for comparing two durations; never for setting a date. */
export function approximateHours({ amount, unit }: Duration): number {
  return amount * hoursPerUnit[unit];
}
