/** What no single value can show to be wrong: values that disagree with each other, or with the world's names. */
import { approximateHours, renderDuration } from './duration.ts';
import { holidayPlaces } from './holiday-places.ts';
import { type DataMistake, type Path, renderPath, renderSeen } from './mistake.ts';
import { nearestWord } from './nearest-word.ts';
import type { Config } from './schema.ts';
import { pauseKinds } from './schema-pause.ts';

/** One check. It is left out where one of the paths it `reads` holds a mistake already. */
export interface CrossCheck {
  reads: readonly Path[];
  /** `given` says whether the file itself has a path, so that no default is blamed. */
  find(config: Config, given: (path: Path) => boolean): DataMistake[];
}

const maxTermHoldsATerm: CrossCheck = {
  reads: [['pause', 'term'], ['pause', 'max-term']],
  find({ pause }, given) {
    const short = pauseKinds.filter((kind) => approximateHours(pause['max-term'][kind]) < approximateHours(pause.term[kind]));
    return short.map((kind) => {
      const [term, most] = [renderDuration(pause.term[kind]), renderDuration(pause['max-term'][kind])];
      return given(['pause', 'max-term'])
        ? { path: ['pause', 'max-term', kind], at: 'value', seen: most, expected: `at least the term of ${term}` }
        : { path: ['pause', 'term', kind], at: 'value', seen: term, expected: `at most the max-term of ${most}` };
    });
  },
};

const periodsHoldTheirLeast: CrossCheck = {
  reads: [['decision', 'periods']],
  find({ decision: { periods } }, given) {
    const short = (['consult', 'consent', 'consensus'] as const).filter((rung) => approximateHours(periods[rung].max) < approximateHours(periods[rung].min));
    return short.map((rung) => {
      const path = ['decision', 'periods', rung];
      const [min, max] = [renderDuration(periods[rung].min), renderDuration(periods[rung].max)];
      return given([...path, 'max']) ? { path: [...path, 'max'], at: 'value', seen: max, expected: `at least the min of ${min}` } : { path: [...path, 'min'], at: 'value', seen: min, expected: `at most the max of ${max}` };
    });
  },
};

const timezoneIsKnown: CrossCheck = {
  reads: [['calendar', 'timezone']],
  find({ calendar: { timezone } }) {
    if (isTimezone(timezone)) return [];
    const near = nearestWord(timezone, Intl.supportedValuesOf('timeZone'));
    return [{ path: ['calendar', 'timezone'], at: 'value', seen: renderSeen(timezone), expected: 'an IANA time zone such as `Europe/Berlin`', near }];
  },
};

/** `Intl` tells a zone it does not know only by throwing; offsets such as `+02:00` it takes, but they know no summer time. */
function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  // The default, and what asking `Intl` for costs more than all the rest of a config does.
  if (name === 'UTC') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A country without known holidays would look like one without any, so it is a mistake. */
const countryIsKnown: CrossCheck = {
  reads: [['calendar', 'country']],
  find({ calendar: { country } }) {
    const places = country === null ? [] : holidayPlaces();
    if (country === null || places.includes(country)) return [];
    const near = places.filter((place) => place.startsWith(country.slice(0, 2)));
    const expected = near.length > 0 ? `one of ${near.join(', ')}` : 'a country whose holidays are known, such as `DE` or `US-CA`, or none and the free days in calendar.holidays';
    return [{ path: ['calendar', 'country'], at: 'value', seen: renderSeen(country), expected }];
  },
};

const someDayIsWorkedOn: CrossCheck = {
  reads: [['calendar', 'weekend']],
  find: ({ calendar }) =>
    new Set(calendar.weekend).size < 7 ? [] : [{ path: ['calendar', 'weekend'], at: 'value', seen: 'all seven days', expected: 'at least one day left to work on' }],
};

const principleIdsAreUnique: CrossCheck = {
  reads: [['principles']],
  find: ({ principles }) => repeats(principles.map(({ id }, index) => ({ name: id, path: ['principles', index, 'id'] })), 'an id of its own'),
};

const valueIdsAreUnique: CrossCheck = {
  reads: [['values']],
  find: ({ values }) => repeats(values.map(({ id }, index) => ({ name: id, path: ['values', index, 'id'] })), 'an id of its own'),
};

const principlesComeFromValues: CrossCheck = {
  reads: [['values'], ['principles']],
  find({ values, principles }) {
    const ids = values.map(({ id }) => id);
    return principles.flatMap(({ value }, index): DataMistake[] => {
      if (value === null || ids.includes(value)) return [];
      return [{ path: ['principles', index, 'value'], at: 'value', seen: renderSeen(value), expected: 'the `id` of one of the values', near: nearestWord(value, ids) }];
    });
  },
};

/** Documents write names in any case, so two that differ only in case cannot be told apart. */
const peopleAreDistinct: CrossCheck = {
  reads: [['people']],
  find: ({ people }) => repeats(Object.keys(people).map((name) => ({ name, path: ['people', name] })), 'each name once, whatever its case', 'key'),
};

const aliasesNameOneField: CrossCheck = {
  reads: [['lint', 'owner'], ['lint', 'terms']],
  find({ lint }) {
    const fields: [Path, readonly string[]][] = [[['lint', 'owner', 'aliases'], lint.owner.aliases]];
    for (const [field, names] of Object.entries(lint.terms)) fields.push([['lint', 'terms', field], names]);
    const aliases = fields.flatMap(([field, names]) => names.map((name, index) => ({ name, path: [...field, index], field })));
    return repeats(aliases, 'a name for one field only');
  },
};

const domainsCanBeToldApart: CrossCheck = {
  reads: [['domains']],
  find({ domains }) {
    const conditions = Object.entries(domains).map(([id, { when }]) => ({ id, lists: [when.field, when.labels, when.paths] }));
    const entries = conditions.filter(({ lists }) => lists.some((list) => list.length > 0)).map(({ id, lists }) => ({
      name: JSON.stringify(lists.map((list) => [...list].sort())),
      seen: 'conditions',
      path: ['domains', id, 'when'],
    }));
    return repeats(entries, 'conditions that tell the domains apart');
  },
};

interface Entry {
  name: string;
  path: Path;
  /** In place of the name, where that is not as written. */
  seen?: string;
  /** Entries of one field may repeat each other: that does no harm. */
  field?: Path;
}

/** One mistake for each entry whose name stands in an earlier one. */
function repeats(entries: readonly Entry[], expected: string, at: 'key' | 'value' = 'value'): DataMistake[] {
  const first = new Map<string, Entry>();
  const mistakes: DataMistake[] = [];
  for (const entry of entries) {
    const earlier = first.get(fold(entry.name));
    if (!earlier) first.set(fold(entry.name), entry);
    else if (!entry.field || entry.field !== earlier.field) {
      const seen = entry.seen ?? renderSeen(entry.name);
      mistakes.push({ path: entry.path, at, seen, expected: `${expected}; ${renderPath(earlier.path)} is the same` });
    }
  }
  return mistakes;
}

/** As labels are compared: NFKC, without case, white space collapsed. */
function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

export const crossChecks: readonly CrossCheck[] = [
  maxTermHoldsATerm,
  periodsHoldTheirLeast,
  timezoneIsKnown,
  countryIsKnown,
  someDayIsWorkedOn,
  principleIdsAreUnique,
  valueIdsAreUnique,
  principlesComeFromValues,
  peopleAreDistinct,
  aliasesNameOneField,
  domainsCanBeToldApart,
];
