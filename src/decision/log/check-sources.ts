/** Compares what an entry rests on with what GitHub shows now: what was edited or deleted since, and what never said so. */
import { isSpeech, keyOfWords, type Act, type Speech } from '../acts.ts';
import { linesFor } from '../commands/run-commands.ts';
import { keyOfEntry, type LogEntry, type LogKey, type LogSource } from './entry.ts';

/** `edited`: it reads differently; `deleted`: it is not there; `another-author`; `unsaid`: it holds no such command. */
export type SourceFault = 'edited' | 'deleted' | 'another-author' | 'unsaid';

export interface FaultySource extends LogKey {
  of: LogSource['of'];
  fault: SourceFault;
  url: string;
}

/** Every source that is not what the entry says; each once. */
export function checkSources(entries: readonly LogEntry[], acts: readonly Act[]): FaultySource[] {
  const speeches = new Map(acts.filter(isSpeech).map((speech) => [keyOfWords({ in: speech.kind, id: speech.id }), speech]));
  return entries.flatMap((entry) =>
    entry.sources.flatMap((source) => {
      const fault = faultOf(source, speeches.get(keyOfWords(source.source)));
      return fault === null ? [] : [{ ...keyOfEntry(entry), of: source.of, fault, url: source.url }];
    }),
  );
}

function faultOf({ of, source }: LogSource, speech: Speech | undefined): SourceFault | null {
  if (speech === undefined) return 'deleted';
  if (speech.hash !== source.hash) return 'edited';
  // Who was forgotten is known by no id any more.
  if (source.by !== 0 && speech.by.id !== source.by) return 'another-author';
  return says(speech, of) ? null : 'unsaid';
}

/** Which commands say so; what is said in other ways is taken as it is. */
const commandsOf: Readonly<Record<LogSource['of'], readonly string[]>> = {
  decision: ['decide', 'decide confirm', 'decide anyway'],
  confirmation: ['decide confirm'],
  reopening: ['reopen'],
  objection: ['object'],
  answer: ['answer'],
  'set-aside': ['set-aside'],
  voice: ['support', 'abstain'],
  citation: ['cite'],
  tension: ['tension'],
  outcome: ['outcome'],
  owner: ['owner'],
  amendment: ['amend'],
  editorial: ['editorial'],
};

function says({ body }: Speech, of: LogSource['of']): boolean {
  return linesFor(body).some(({ meaning }) => meaning.kind === 'command' && commandsOf[of].includes(meaning.command.name));
}
