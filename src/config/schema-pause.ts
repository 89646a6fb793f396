/** When a stretch of waiting is worth a word, in which calendar, and who is asked to help. */
import * as z from 'zod/mini';
import { type Duration, durationExpected, durationShape, parseDuration } from './duration.ts';
import { CalendarDateText, flag, key, list, named, section, wholeNumber } from './schema-parts.ts';
import { Handles } from './schema-people.ts';
import { parseWorkingHours, type WorkingHours, workingHoursExpected, workingHoursShape } from './working-hours.ts';

/** What an RFC may wait for; the first that fits is the kind of its pause. */
export const pauseKinds = ['ownerless', 'overdue', 'contested', 'awaiting-author', 'awaiting-review', 'awaiting-decision', 'drifting'] as const;
export type PauseKind = (typeof pauseKinds)[number];

/** Read to data; the text in the config is what `parseDuration` reads. */
export const DurationText = z.pipe(
  named(z.string(durationExpected).check(z.regex(durationShape, durationExpected)), 'duration'),
  z.transform((text, context): Duration => {
    const result = parseDuration(text);
    if (result.ok) return result.duration;
    context.issues.push({ code: 'custom', message: result.expected, input: text });
    return z.NEVER;
  }),
);

/** One value for all kinds of pause, or a map from kinds to values, in which a kind left out keeps the default. */
function perKind<T extends z.ZodMiniType>(value: T, fallback: z.output<T>, expected: string) {
  const optional = z.optional(value);
  const byKind = z.strictObject({
    ownerless: optional,
    overdue: optional,
    contested: optional,
    'awaiting-author': optional,
    'awaiting-review': optional,
    'awaiting-decision': optional,
    drifting: optional,
  });
  const forAll = z.pipe(value, z.transform((one: z.output<T>) => everyKind(() => one)));
  const forEach = z.pipe(byKind, z.transform((some) => everyKind((kind) => (some as Partial<Record<PauseKind, z.output<T>>>)[kind] ?? fallback)));
  return z.union([forAll, forEach], `${expected}, or a map of one for each kind of pause`);
}

function everyKind<V>(valueOf: (kind: PauseKind) => V): Record<PauseKind, V> {
  return Object.fromEntries(pauseKinds.map((kind) => [kind, valueOf(kind)])) as Record<PauseKind, V>;
}

function durationPerKind(days: number, meaning: string) {
  const fallback: Duration = { amount: days, unit: 'working-days' };
  return key(perKind(DurationText, fallback, durationExpected), `${days} working days`, meaning);
}

const terms = wholeNumber(1, 10);

export const Pause = section(
  {
    'nudge-after': durationPerKind(3, 'How long a pause lasts before the first, gentle notice.'),
    'dri-after': durationPerKind(2, 'How long after the nudge a temporary DRI is named.'),
    term: durationPerKind(3, "How long one person's term as temporary DRI is."),
    'max-term': durationPerKind(10, "How long a term can become in all, by its holder's own activity or by `/dri extend`."),
    'escalate-after': key(perKind(terms, 1, 'a whole number of terms from 1 to 10'), 1, 'After how many unanswered terms the escalation path is asked.'),
  },
  `When help is offered. Each key takes one value, or a map from kinds of pause (${pauseKinds.map((kind) => `\`${kind}\``).join(', ')}) to values; a kind left out keeps the default.`,
);

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const countryExpected = 'an ISO 3166 code such as `DE` or `US-CA`';
/** Read to data, in minutes after midnight. */
const WorkingHoursText = z.pipe(
  named(z.string(workingHoursExpected).check(z.regex(workingHoursShape, workingHoursExpected)), 'hours'),
  z.transform((text, context): WorkingHours => {
    const hours = parseWorkingHours(text);
    if (hours !== null) return hours;
    context.issues.push({ code: 'custom', message: workingHoursExpected, input: text });
    return z.NEVER;
  }),
);

export const Calendar = section(
  {
    timezone: key(named(z.string('the name of a time zone such as `Europe/Berlin`'), 'time zone'), 'UTC', 'The time zone of the working days: an IANA name such as `Europe/Berlin`.'),
    weekend: key(list(z.enum(weekdays), 'a list of weekdays'), ['saturday', 'sunday'], 'The days of the week on which nobody is expected to work.'),
    hours: key(WorkingHoursText, '09:00-17:00', 'When Unpause may speak to somebody on a working day, by the clocks of the time zone. A day as a deadline ends with these hours; how long a working day counts does not hang on them.'),
    country: key(
      z.nullable(named(z.string(countryExpected).check(z.regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, countryExpected)), 'country')),
      null,
      'The country, or the part of one, whose public holidays are free: `DE`, `US-CA`. Without it only `holidays` are.',
    ),
    holidays: key(
      list(CalendarDateText, 'a list of dates'),
      [],
      'More free days, as dates: `2026-12-24`.',
    ),
  },
  'What working time is.',
);

export const Dri = section(
  {
    pool: key(
      Handles,
      ['codeowners', 'reviewers', 'participants'],
      "Who may be asked to be temporary DRI: logins, teams, and the words `codeowners` (of the changed files), `reviewers` (who were asked) and `participants` (in the RFC's thread).",
    ),
    'exclude-author': key(flag(), true, "Whether the RFC's author is left out."),
    'max-active': key(wholeNumber(1, 100), 2, 'How many terms one person may hold at a time.'),
    'may-decide': key(flag(), false, "Whether the temporary DRI may decide in the Decision Owner's place."),
  },
  'The temporary DRI: who drives the next step.',
);

export const Escalation = section(
  {
    path: key(Handles, [], 'Whom to ask for help to decide, in this order: logins and teams.'),
    'next-after': key(DurationText, '2 working days', 'How long one on the path has to answer before the next one is asked.'),
  },
  'Escalation as a service. A domain may have a path of its own.',
);
