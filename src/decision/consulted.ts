/** Whom the documents name as consulted. */
import type { Config } from '../config/schema.ts';
import { foldLabel } from '../lint/label.ts';
import { readPeople } from '../lint/people.ts';
import type { Run } from '../lint/value.ts';
import type { Addressee } from './acts.ts';
import { addresseeOf } from './asked-by-name.ts';
import type { Snapshot } from './snapshot.ts';

const teamHandle = /@([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9][\w.-]*)/;

/**
 * The people and teams in the documents' Consulted fields, in their order, each as often as it is named. `logins` says
 * who is meant by a name without a handle. Who is not known to the snapshot is left out; a team stays, also where its
 * members are not shown.
 */
export function consultedIn(snapshot: Snapshot, logins: Config['people']): Addressee[] {
  const book = { logins: new Map(Object.entries(logins).map(([name, login]) => [foldLabel(name), login])), templateTexts: new Set<string>() };
  return snapshot.documents.flatMap(({ result }) => {
    const text = result?.fields.consulted?.text ?? '';
    if (text === '') return [];
    const run: Run = { text, start: 0, end: text.length, strong: false, struck: false, code: false, url: null };
    const { people } = readPeople([{ runs: [run], whole: false }], book, text);
    return people.flatMap((person): Addressee[] => {
      const team = teamHandle.exec(person.text)?.[1];
      if (person.login !== null) return addresseeOf(person.login, snapshot);
      return team === undefined ? [] : [addresseeOf(team, snapshot)[0] ?? { team }];
    });
  });
}
