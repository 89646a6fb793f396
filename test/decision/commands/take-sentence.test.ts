import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { takesTemporaryDri } from '../../../src/decision/commands/take-sentence.ts';
import { runs, seed } from '../../support/property-runs.ts';

const said = [
  "I'll take temporary DRI on this",
  "I'll take temporary DRI on this.",
  'I’ll take temporary DRI on this until we close the loop.',
  "I'll take temporary DRI.",
  "i'll take temp DRI on this",
  "I'LL TAKE TEMPORARY DRI ON THIS!",
  'I will take temporary DRI on this one.',
  'I will gladly take temporary DRI here',
  'I can take the temporary DRI role here',
  'I can be temporary DRI for this',
  'I can take on the temporary DRI role for the API part',
  "I'll be the temporary DRI for this",
  "I'll be temporary DRI until Friday",
  "I'll happily be temporary DRI",
  "I'll step in as temporary DRI",
  "I'll act as temporary DRI on this",
  "I'm happy to be temporary DRI for this",
  'I am glad to take temporary DRI',
  "I'd be happy to take the temporary DRI role",
  'Happy to be temporary DRI for this',
  'happy to take temporary DRI on this until we close the loop',
  "I'm going to take temporary DRI on this",
  'Let me take temporary DRI on this.',
  'Taking temporary DRI on this until we close the loop',
  "I'm taking temporary DRI on this",
  'Taking on the temporary DRI role',
  "OK, I'll take temporary DRI on this",
  "Thanks all! I'll take temporary DRI on this.",
  "Thanks everyone, I'll take temporary DRI on this.",
  "Hi all – I'll take temporary DRI on this",
  "Sure, happy to be temporary DRI for this",
  "@alice I'll take temporary DRI on this",
  "So, to keep this moving, I'll take temporary DRI on this.",
  "This looks stuck. I'll take temporary DRI on this, and talk to both teams.",
  "What is missing? I'll take temporary DRI and find out.",
  "I'll take\ntemporary DRI on this",
  "I'll volunteer as temporary DRI",
];

const notSaid = [
  'who could take temporary DRI?',
  'Who will take temporary DRI on this?',
  "I'll take temporary DRI?",
  "Shall I take temporary DRI on this?",
  'Can I take temporary DRI?',
  "I won't take temporary DRI on this",
  "I can't take temporary DRI",
  'I cannot take temporary DRI on this',
  'I can not take temporary DRI on this',
  "I will not take temporary DRI",
  "I'll never take temporary DRI",
  "I'm not taking temporary DRI on this",
  "I'm not happy to be temporary DRI",
  'Not taking temporary DRI on this',
  'if nobody minds I could maybe take temporary DRI?',
  'If nobody minds, I could take temporary DRI',
  'I could take temporary DRI on this',
  'I might take temporary DRI',
  'Maybe I can take temporary DRI',
  "I'll take temporary DRI if nobody else does",
  "I'll take temporary DRI on this unless somebody minds",
  "I'll take temporary DRI, or should Bob?",
  "I'll take temporary DRI, but not today",
  "Bob said I'll take temporary DRI",
  'Bob said "I\'ll take temporary DRI on this"',
  'Bob said: “I’ll take temporary DRI on this.”',
  "“I'll take temporary DRI on this until we close the loop.” That is all it takes.",
  "'I'll take temporary DRI on this' is what she wrote",
  'She wrote: "It is stuck. I\'ll take temporary DRI on this." Good.',
  'She wrote: “It is stuck. I’ll take temporary DRI on this.” Good.',
  '„I will take temporary DRI“',
  "Anyone can say I'll take temporary DRI on this",
  "You can take temporary DRI",
  'Bob will take temporary DRI on this',
  "@bob can take temporary DRI on this",
  "We'll take temporary DRI on this",
  "I'll ask Bob to take temporary DRI",
  "I'll take the temporary driver seat",
  "I'll take a look at the temporary DRI role",
  "I'll take DRI on this",
  'temporary DRI',
  'I took temporary DRI on this last week',
  'I would take temporary DRI on this',
  "\uFFFC I'll take temporary DRI",
  '',
];

describe('takesTemporaryDri', () => {
  it.each(said)('is said by: %j', (text) => {
    expect(takesTemporaryDri(text)).not.toBeNull();
  });

  it.each(notSaid)('is not said by: %j', (text) => {
    expect(takesTemporaryDri(text)).toBeNull();
  });

  it('gives the sentence as it was written', () => {
    expect(takesTemporaryDri('Thanks. I’ll take temporary DRI on v1.2 of this! Bye.')).toBe('I’ll take temporary DRI on v1.2 of this!');
  });

  it('does not hear a promise in a question, whatever it is about', () => {
    const texts = fc.constantFrom(...said).map((text) => `${text.replace(/[.!?\s]+$/, '')}?`);
    fc.assert(
      fc.property(texts, (text) => {
        expect(takesTemporaryDri(text) ?? '').not.toMatch(/\?$/);
      }),
      { numRuns: runs({ desk: 50, ci: 200, long: 2000 }), seed },
    );
  });
});
