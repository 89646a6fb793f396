/**
 * Everything Unpause knows of one RFC's way to a decision: versioned data, kept in the status comment's last line.
 * Reading never throws and never guesses: a line that is not ours, or not whole, is `unsound`.
 */
import * as z from 'zod/mini';

export const Record = z.strictObject({
  version: z.literal(1),
  /** When Unpause first looked at this RFC, ISO 8601 in UTC. */
  firstSeenAt: z.iso.datetime(),
  /** When the record last had to be rebuilt, and why; null where it never was. */
  rebuilt: z.nullable(z.strictObject({ at: z.iso.datetime(), reason: z.enum(['unreadable', 'altered']) })),
});

export type Record = z.infer<typeof Record>;

/**
 * What stands in the status comment's last line: a sound record, or why there is none. `unreadable` is no record that
 * the schema knows, `altered` one that Unpause did not sign; `copy` is the database's, where there is one.
 */
export type ObservedRecord = { kind: 'sound'; record: Record } | { kind: 'none' | 'unreadable' | 'altered'; copy: Record | null };

/** Signs a text for one repository and one RFC; the key stays in the shell. */
export type Seal = (text: string) => string;

const opening = '<!-- unpause:record ';
const closing = ' -->';
/** `<`, `>` and `--` could end the comment; in JSON all three can be written otherwise. */
const dangerous = /[<>]|-(?=-)/g;
/** Longer than any record may become: not worth parsing. */
const longest = 60_000;

const Line = z.strictObject({ record: Record, seal: z.string() });

/** The status comment's last line. The seal covers the record's JSON as `sealedText` writes it. */
export function renderRecordLine(record: Record, seal: Seal): string {
  const json = JSON.stringify({ record, seal: seal(sealedText(record)) });
  return opening + json.replace(dangerous, unicodeEscape) + closing;
}

/** Reads the record of a comment that is known to be Unpause's own. `copy` is what the database remembers. */
export function observeRecord(body: string, { seal, copy }: { seal: Seal; copy: Record | null }): ObservedRecord {
  const line = body.slice(body.lastIndexOf('\n') + 1).trimEnd();
  if (!line.startsWith(opening) || !line.endsWith(closing) || line.length > longest) return { kind: 'unreadable', copy };
  const read = Line.safeParse(parseJson(line.slice(opening.length, -closing.length)));
  if (!read.success) return { kind: 'unreadable', copy };
  const { record, seal: found } = read.data;
  return seal(sealedText(record)) === found ? { kind: 'sound', record } : { kind: 'altered', copy };
}

function sealedText(record: Record): string {
  return JSON.stringify(record);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The data, or undefined where the text is no JSON: the schema refuses both alike. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
