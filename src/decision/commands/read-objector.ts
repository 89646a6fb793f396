/** Reads whose objections a command is about, and the words that follow. */
import type { Account } from '../snapshot.ts';
import { openObjections } from '../open-objections.ts';
import type { Objection } from '../record-schema.ts';
import type { CommandContext, ReadArgs } from './define-command.ts';
import { readPerson } from './read-person.ts';
import { readWhy } from './read-why.ts';

export interface AboutObjections {
  /** All that are open of one person, each the object that is in the record. */
  objections: readonly Objection[];
  words: string;
}

/** Whoever objected is known by that, also where GitHub does not find them any more. */
export function readObjector(rest: string, { snapshot, record }: CommandContext, asked: { expected: string; example: string }): ReadArgs<AboutObjections> {
  const objectors = record.objections.map(({ by }) => ({ account: { ...by, isBot: false }, permission: null, isAssignable: null }));
  const person = readPerson(rest, { snapshot: { people: [...snapshot.people, ...objectors] }, example: asked.example });
  if (!person.ok) return person;
  const words = readWhy(person.args.rest, asked);
  return words.ok ? openOf(person.args.account, { record, words: words.args }) : words;
}

function openOf({ id, login }: Account, { record, words }: Pick<CommandContext, 'record'> & { words: string }): ReadArgs<AboutObjections> {
  const objections = openObjections(record).filter(({ by }) => by.id === id);
  if (objections.length === 0) return { ok: false, refusal: { why: 'no-objection-by', person: { id, login } } };
  return { ok: true, args: { objections, words } };
}
