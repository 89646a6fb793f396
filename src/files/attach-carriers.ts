import { posix } from 'node:path';

/** A file of a commit, as git names it. */
interface CommittedFile {
  path: string;
  blob: string;
}

/** One document to lint. */
export interface DocumentFile {
  path: string;
  /** Its bytes, as git names them; null: whatever the checkout holds. */
  blob: string | null;
  /** The document beside it that holds its fields, where there is one. */
  carriedBy?: string;
}

/** Adds the files that hold the fields of documents beside them (`kep.yaml`), and says so in the documents. */
export function attachCarriers(documents: readonly CommittedFile[], tree: readonly CommittedFile[], metadataFile: string | null): DocumentFile[] {
  if (metadataFile === null) return [...documents];
  const blobs = new Map(tree.map(({ path, blob }) => [path, blob]));
  const attached = new Map<string, DocumentFile>();
  for (const { path, blob } of documents) {
    const carrier = posix.join(posix.dirname(path), metadataFile);
    const carrierBlob = blobs.get(carrier);
    attached.set(path, carrierBlob === undefined ? { path, blob } : { path, blob, carriedBy: carrier });
    if (carrierBlob !== undefined) attached.set(carrier, { path: carrier, blob: carrierBlob });
  }
  return [...attached.values()];
}

/** A document and the file that holds its fields are one thing: a change of either is a change of both. */
export function changedTogether(documents: readonly DocumentFile[], changed: ReadonlySet<string>): DocumentFile[] {
  const touched = documents.filter(({ path, carriedBy = path }) => changed.has(path) || changed.has(carriedBy));
  const wanted = new Set(touched.flatMap(({ path, carriedBy = path }) => [path, carriedBy]));
  return documents.filter(({ path }) => wanted.has(path));
}
