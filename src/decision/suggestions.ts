import type { Effect } from './plan.ts';
import type { Standing } from './standing.ts';
import type { Snapshot } from './snapshot.ts';

/** What the button for missing sections asks for. A click on a state that is past asks for nothing: the text has changed since. */
export function suggestions({ rfc, documents, clicks }: Snapshot, standing: Standing): Effect[] {
  if (standing !== 'rfc' || !rfc.isOpen) return [];
  const current = clicks.filter(({ kind, sha }) => kind === 'insert-missing' && sha === rfc.head?.sha);
  return current.flatMap((click) =>
    documents.flatMap((document): Effect[] =>
      document.texts === null || document.texts.now === document.texts.mended ? [] : [{ kind: 'suggest', suggestion: { click, document, texts: document.texts } }],
    ),
  );
}
