/** What a rung still asked for when a decision was made anyway, in words. */
import type { Under } from '../decision/record-schema.ts';
import { inWords } from './names.ts';

const words: Readonly<Record<Under['missing'][number], string>> = {
  'not-begun': 'a decision period',
  period: 'the end of the period',
  voices: 'the word of everybody who is asked',
  objections: 'an end to the open objections',
  quorum: 'support from enough people',
  'nobody-entitled': 'somebody who could agree',
  'team-unknown': 'knowing who is in a team',
  'person-unknown': 'knowing who is meant by a name',
};

/** `the end of the period and an end to the open objections`; empty where it is not known. */
export function missingKindsInWords(missing: Under['missing']): string {
  return inWords(missing.map((kind) => words[kind]));
}
