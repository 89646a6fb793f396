/** `/cite PRINCIPLE`: a principle that this decision follows. Advice for those who decide and for those who read it later. */
import { compileCitations } from '../../lint/read-citations.ts';
import { defineCommand, type CommandContext, type Outcome, type ReadArgs } from './define-command.ts';
import { firstLine } from './first-line.ts';
import { firstWordOf, principlesExpected, readPrinciple } from './read-principle.ts';
import { speakerOf } from './speaker.ts';

interface Cited {
  /** The id of a principle that the config knows, or somebody's own words. */
  principle: string;
  isKnown: boolean;
}

const example = '/cite data-stays-local';

export const cite = defineCommand<readonly Cited[]>({
  name: 'cite',
  permission: 'cite',
  usage: '/cite PRINCIPLE',
  help: 'Name a principle that this decision follows: its short name, or its words in quotation marks; several are parted by commas.',
  example,
  // What a decision rested on may be written down when it is made already.
  whenClosed: true,
  read: readCitations,
  run: citeAll,
});

/** Short names parted by commas; else one principle, after which words for people may stand. */
function readCitations(rest: string, { config }: CommandContext): ReadArgs<readonly Cited[]> {
  const line = firstLine(rest);
  if (line === '') return { ok: false, refusal: { why: 'missing', expected: 'a principle', example } };
  const { known, unknown } = compileCitations(config.principles)(line);
  if (known.length > 0 && unknown.length === 0) return { ok: true, args: known.map((principle) => ({ principle, isKnown: true })) };
  const found = known.length === 0 ? readPrinciple(line, config) : null;
  if (found !== null) return { ok: true, args: [{ principle: found.principle, isKnown: found.isKnown }] };
  return { ok: false, refusal: { why: 'not-understood', part: firstWordOf(known.length === 0 ? line : (unknown[0] ?? line)), expected: principlesExpected(config), example } };
}

/** What is cited already is not cited twice, whoever says so. */
function citeAll(cited: readonly Cited[], context: CommandContext): Outcome {
  const { record, speech, source, config } = context;
  const isNew = ({ principle }: Cited) => !record.citations.some((citation) => citation.principle.toLowerCase() === principle.toLowerCase());
  const added = cited.filter(isNew).map(({ principle }) => ({ principle, by: speakerOf(context), at: speech.at, source }));
  const unknown = config.principles.length === 0 ? [] : cited.filter(({ isKnown }) => !isKnown);
  return {
    ok: true,
    record: added.length === 0 ? record : { ...record, citations: [...record.citations, ...added] },
    remarks: unknown.map(({ principle }) => ({ what: 'principle-unknown', principle, known: config.principles.map(({ id }) => id) })),
  };
}
