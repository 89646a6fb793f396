import type { ObservedDocument } from '../decision/snapshot.ts';
import type { BlobUrl } from './finding-item.ts';

/** Where the documents, and lines of them, can be read. `plain=1` shows the source, where Markdown has lines. */
export function documentUrls(documents: readonly ObservedDocument[]): BlobUrl {
  const found = new Map(documents.map((document) => [document.path, document]));
  return (path, line) => {
    const document = found.get(path);
    const url = document?.url ?? null;
    // The body of an issue has no lines to link to.
    return url === null || line === null || document?.blob == null ? url : `${url}?plain=1#L${line}`;
  };
}
