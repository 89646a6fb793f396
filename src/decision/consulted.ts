/** Whom the documents name as consulted. */
import type { Config } from '../config/schema.ts';
import { foldLabel } from '../lint/label.ts';
import { readPeople } from '../lint/people.ts';
import type { Run } from '../lint/value.ts';
import type { Addressee } from './acts.ts';
import { addresseeOf } from './asked-by-name.ts';
import type { Snapshot } from './snapshot.ts';

const teamHandle = /@([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9][\w.-]*)/;

/** One name in a field *Consulted*. */
export interface Consultee {
  text: string;
  /** Null where the words are no handle, and the config maps them to none. */
  login: string | null;
  /** `acme/infra`; null for everybody else. */
  team: string | null;
}

/** Whom the documents' Consulted fields name, in their order. `logins` says who is meant by a name without a handle. */
export function readConsulted({ documents }: Pick<Snapshot, 'documents'>, logins: Config['people']): Consultee[] {
  const book = { logins: new Map(Object.entries(logins).map(([name, login]) => [foldLabel(name), login.replace(/^@/, '')])), templateTexts: new Set<string>() };
  return documents.flatMap(({ result }) => {
    const text = result?.fields.consulted?.text ?? '';
    if (text === '') return [];
    const run: Run = { text, start: 0, end: text.length, strong: false, struck: false, code: false, url: null };
    const { people } = readPeople([{ runs: [run], whole: false }], book, text);
    return people.map((person) => ({ text: person.text, login: person.login, team: teamHandle.exec(person.text)?.[1] ?? null }));
  });
}

/** The logins among them, so that it can be looked up who that is. */
export function loginsConsulted(documents: Pick<Snapshot, 'documents'>, logins: Config['people']): string[] {
  return readConsulted(documents, logins).flatMap(({ login }) => login ?? []);
}

/** The people and teams in the documents' Consulted fields, in their order, each as often as it is named. */
export function consultedIn(snapshot: Snapshot, logins: Config['people']): Addressee[] {
  return knownAmong(readConsulted(snapshot, logins), snapshot);
}

/** A team stays, also where its members are not shown; who else is not known to the snapshot, `unknownAmong` tells. */
export function knownAmong(consultees: readonly Consultee[], snapshot: Snapshot): Addressee[] {
  return consultees.flatMap(({ login, team }): Addressee[] => {
    if (login !== null) return addresseeOf(login, snapshot);
    return team === null ? [] : [addresseeOf(team, snapshot)[0] ?? { team }];
  });
}

/** Those in these fields of whom nobody knows who that is. */
export function unknownConsulted(snapshot: Snapshot, logins: Config['people']): string[] {
  return unknownAmong(readConsulted(snapshot, logins), snapshot);
}

/** Words that are no handle, and handles that GitHub does not show. Each once. */
export function unknownAmong(consultees: readonly Consultee[], snapshot: Snapshot): string[] {
  const unknown = consultees.filter(({ login, team }) => (login === null ? team === null : addresseeOf(login, snapshot).length === 0));
  return [...new Map(unknown.map(({ text }) => [foldLabel(text), text])).values()];
}
