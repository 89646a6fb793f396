/**
 * Exactly one person is the Decision Owner.
 *
 * Many people can help to decide, but two owners are two people who each wait for the other. Name one; the others are
 * consulted, and nothing of what they say is lost. Two fields of one document that name different people are reported
 * as well: only one of them can be right.
 *
 * Where several deciders are usual (presets `madr`, `kep` and `daci`) this is a warning.
 */
import { excerptNames } from '../lint/excerpt.ts';
import { peopleSpan, type OwnerField } from '../lint/facts.ts';
import type { Person } from '../lint/people.ts';
import { defineRule } from './define-rule.ts';

function identity({ login, text }: Person): string {
  return (login ?? text).replace(/^@/, '').toLowerCase();
}

function names(people: readonly Person[]): string {
  return excerptNames(people.map((person) => person.text));
}

function disagrees(first: OwnerField, other: OwnerField): boolean {
  const known = new Set(first.people.map(identity));
  return first.people.length > 0 && other.people.some((person) => !known.has(identity(person)));
}

export const decisionOwnerSingle = defineRule({
  id: 'decision-owner-single',
  summary: 'Exactly one person is the Decision Owner.',
  severity: 'error',
  fixable: false,
  online: false,
  options: null,
  check({ document, facts, report }) {
    const [first, ...others] = facts.owners;
    if (first === undefined) return;
    if (first.people.length > 1) {
      const message = `Unexpected ${first.people.length} people in ${first.match.label} (${names(first.people)}), expected one: name who makes the final call and list the others as consulted`;
      report({ message, ...peopleSpan(first.people) });
    }
    for (const other of others.filter((field) => disagrees(first, field))) {
      const { line } = document.lines.point(first.match.start);
      const message = `Unexpected ${names(other.people)} in ${other.match.label}, expected ${names(first.people)} as on line ${line}: keep the one field that is right`;
      report({ message, ...peopleSpan(other.people) });
    }
  },
});
