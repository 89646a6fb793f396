/** One of Unpause's own comments without a person: its words, its mark, and the record in its last line. */
import type { Person } from '../people.ts';
import { decodeRecord, encodeRecord, observeRecord, recordOpening, renderRecordLine, type Seal } from '../record.ts';
import { forgetIn, forgetInText, onePerson, withNamesIn } from './forget.ts';

/** The body as it should read; the same where it does not name them. Null: its record is not one that this seal made, and this version can read. */
export function forgetInComment(body: string, person: Person, seal: Seal): string | null {
  const last = body.lastIndexOf('\n') + 1;
  if (!body.startsWith(recordOpening, last)) return forgetInText(body, onePerson(person));
  const known = observeRecord(body, { seal, copy: null });
  // What somebody made of it is not signed as ours.
  if (known.kind !== 'sound' && known.kind !== 'unsealed') return null;
  const data = encodeRecord(known.record);
  const nameless = withNamesIn(data, onePerson(person));
  const record = decodeRecord(forgetIn(data, nameless));
  if (record === null) return null;
  const words = forgetInText(body.slice(0, last), nameless);
  const isSame = JSON.stringify(encodeRecord(record)) === JSON.stringify(data);
  return words + (isSame ? body.slice(last) : renderRecordLine(record, seal));
}
