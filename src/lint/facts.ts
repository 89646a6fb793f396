/** What a document says about its decision: the owner fields with their people, and the other fields. */
import type { Document } from './document.ts';
import type { FieldMatch } from './field-match.ts';
import { findBodyFields } from './find-fields.ts';
import { findMetadataFields } from './metadata-fields.ts';
import { readPeople, type People, type PeopleBook, type Person } from './people.ts';
import type { FieldKey } from './presets.ts';
import type { Consultee, Decision, FieldText, Owner } from './report.ts';
import type { Terms } from './terms.ts';
import { textOf } from './value.ts';

export interface OwnerField extends People {
  match: FieldMatch;
}

export interface Facts {
  /** Every field that names who decides, in document order: the first is the decision. */
  owners: readonly OwnerField[];
  /** The first field of every other kind. */
  fields: ReadonlyMap<FieldKey, FieldMatch>;
}

/** Reads the fields of a document; each piece that may hold one is parsed, and nothing else. */
export function readFacts(document: Document, terms: Terms, book: PeopleBook): Facts {
  const matches = [...findMetadataFields(document, terms), ...findBodyFields(document, terms)];
  const fields = new Map<FieldKey, FieldMatch>();
  for (const match of matches) if (match.key !== 'owner' && !fields.has(match.key)) fields.set(match.key, match);
  const owners = matches.filter((match) => match.key === 'owner');
  return { owners: owners.map((match) => ({ match, ...readPeople(match.segments, book, document.text) })), fields };
}

/** The text of a field's value, as rendered, its lines and items joined by commas. */
export function valueText(match: FieldMatch): string {
  const shown = match.segments.map((segment) => textOf(segment.runs.filter((run) => !run.struck)).trim());
  return shown.filter((text) => text !== '').join(', ');
}

/** Where a field's value was written; the label where it has none. */
export function valueSpan(match: FieldMatch): { start: number; end: number } {
  const runs = match.segments.flatMap((segment) => segment.runs).filter((run) => run.text.trim() !== '');
  return { start: runs[0]?.start ?? match.start, end: runs.at(-1)?.end ?? match.end };
}

/** Where the people of a field were written, from the first to the last. */
export function peopleSpan(people: readonly Person[]): { start: number; end: number } {
  const starts = people.map((person) => person.start);
  const ends = people.map((person) => person.end);
  return { start: Math.min(...starts), end: Math.max(...ends) };
}

function owner(person: Person, document: Document): Owner {
  const { text, login, team, start } = person;
  return { text, login, team, ...document.lines.point(start) };
}

/** The decision as the report has it. */
export function toDecision({ owners }: Facts, document: Document): Decision {
  const [first] = owners;
  if (first === undefined) return { present: false, field: null, form: null, line: null, placeholder: false, owners: [] };
  const { match, people } = first;
  return {
    present: true,
    field: match.label,
    form: match.form,
    line: document.lines.point(match.start).line,
    placeholder: people.length === 0,
    owners: people.map((person) => owner(person, document)),
  };
}

const teamHandle = /@([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9][\w.-]*)/;

/** The people whom the field *Consulted* names. */
export function consultedIn({ fields }: Facts, document: Document, book: PeopleBook): Person[] {
  const field = fields.get('consulted');
  return field === undefined ? [] : readPeople(field.segments, book, document.text).people;
}

/** Them as the report has them. */
export function toConsulted(facts: Facts, document: Document, book: PeopleBook): Consultee[] {
  return consultedIn(facts, document, book).map(({ text, login }) => ({ text, login, team: teamHandle.exec(text)?.[1] ?? null }));
}

/** The other fields as the report has them, in document order. */
export function toFields({ fields }: Facts, document: Document): Record<string, FieldText> {
  const inOrder = [...fields].sort(([, a], [, b]) => a.start - b.start);
  return Object.fromEntries(
    inOrder.map(([key, match]) => [key, { text: valueText(match), line: document.lines.point(match.start).line }]),
  );
}
