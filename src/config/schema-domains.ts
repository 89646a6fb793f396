/** Who decides what, by which rule of the ladder, and under which principles. */
import * as z from 'zod/mini';
import { CalendarDateText, dictionary, globs, key, list, oneOrMore, section, slug, text } from './schema-parts.ts';
import { Handles } from './schema-people.ts';

/** The decision ladder, from the fewest people to the most. */
export const rungs = ['delegate', 'consult', 'consent', 'consensus'] as const;
export type Rung = (typeof rungs)[number];

/** How far a decision's effect reaches. */
export const zones = ['local', 'principle-check', 'centre-aware'] as const;
export type Zone = (typeof zones)[number];

const When = section(
  {
    field: key(oneOrMore(text('a value of the field *Domain*'), "a value of the field *Domain*, or a list of them"), [], "What a document's field *Domain* may say to mean this one, besides the domain's name: one text or several."),
    labels: key(oneOrMore(text('the name of a label'), 'the name of a label, or a list of them'), [], 'Labels that put an RFC into this domain: one or several.'),
    paths: key(globs(), [], 'Globs; an RFC that changes such a file belongs to this domain.'),
  },
  'How an RFC comes to belong here: the field is looked at first, then labels, then paths.',
);

const Domain = z.strictObject({
  about: key(z.string('a sentence'), '', 'What kind of decision this is, in a sentence.'),
  when: When,
  owners: key(Handles, [], 'Who may own decisions here; empty: anybody.'),
  rung: key(z.enum(rungs), 'consult', 'The least rung of the decision ladder: `delegate`, `consult`, `consent` or `consensus`.'),
  zone: key(z.enum(zones), 'local', "How far a decision's effect reaches: `local`, `principle-check` or `centre-aware`."),
  consult: key(Handles, [], 'Whose thoughts are asked for.'),
  escalation: key(Handles, [], 'The escalation path here; empty: `escalation.path`.'),
  topics: key(list(text('the name of a topic'), 'a list of topics'), [], "What the field *Topic* may say here, in any case; empty: anything."),
});

export const Domains = key(
  dictionary(slug('the name of a domain in lower case, words joined by hyphens, such as `developer-experience`'), Domain, 'a map from names of domains to what holds there'),
  {},
  'The kinds of decision a team makes: a map from a name in lower case (`api`, `developer-experience`) to what holds there.',
);

const Value = z.strictObject({
  id: slug('a short name in lower case, words joined by hyphens, such as `own-your-data`').check(z.describe('The short name by which principles refer to it.')),
  text: text('the value in a sentence').check(z.describe('The value itself, in a sentence.')),
});

export const Values = key(list(Value, 'a list of values, each with `id` and `text`'), [], 'What the team protects, each with `id` and `text`; principles are derived from them.');

const Principle = z.strictObject({
  id: slug('a short name in lower case, words joined by hyphens, such as `data-stays-local`').check(z.describe('The short name by which documents and commands cite it.')),
  text: text('the principle in a sentence').check(z.describe('The principle itself, in a sentence.')),
  value: key(z.nullable(slug('the `id` of one of the values')), null, 'The `id` of the value that it is derived from.'),
  example: key(z.string('a sentence or two'), '', 'A decision that it has led to, so that newcomers see what it means.'),
  since: key(z.nullable(CalendarDateText), null, 'Since when it holds: `2026-01-31`.'),
});

export const Principles = key(list(Principle, 'a list of principles, each with `id` and `text`'), [], 'The short rules a decision can be made under, each with `id` and `text`; advice, and never a reason to block.');
