/** Whom the documents name as consulted. */
import { foldLabel } from '../lint/label.ts';
import type { Consultee } from '../lint/report.ts';
import type { Addressee } from './acts.ts';
import { addresseeOf } from './asked-by-name.ts';
import type { Snapshot } from './snapshot.ts';

/** Whom the documents' Consulted fields name, in their order. */
export function consulteesOf({ documents }: Pick<Snapshot, 'documents'>): Consultee[] {
  return documents.flatMap(({ result }) => result?.consulted ?? []);
}

/** The logins among them, so that it can be looked up who that is. */
export function loginsConsulted(documents: Pick<Snapshot, 'documents'>): string[] {
  return consulteesOf(documents).flatMap(({ login }) => login ?? []);
}

/** The people and teams among them, each as often as it is named. A team stays, also where its members are not shown. */
export function consultedIn(snapshot: Snapshot): Addressee[] {
  return consulteesOf(snapshot).flatMap(({ login, team }): Addressee[] => {
    if (login !== null) return addresseeOf(login, snapshot);
    return team === null ? [] : [addresseeOf(team, snapshot)[0] ?? { team }];
  });
}

/** Those of whom nobody knows who that is: words that are no handle, and handles that GitHub does not show. Each once. */
export function unknownConsulted(snapshot: Snapshot): string[] {
  const unknown = consulteesOf(snapshot).filter(({ login, team }) => (login === null ? team === null : addresseeOf(login, snapshot).length === 0));
  return [...new Map(unknown.map(({ text }) => [foldLabel(text), text])).values()];
}
