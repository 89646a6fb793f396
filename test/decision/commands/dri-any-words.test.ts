import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mostCommands, runCommands } from '../../../src/decision/commands/run-commands.ts';
import { commands } from '../../../src/decision/commands/registry.ts';
import { defaultConfig } from '../../../src/config/schema.ts';
import { decodeRecord, encodeRecord } from '../../../src/decision/record.ts';
import { aCommandContext, aComment, alice, aRecord, bob, carol, dan, everybody } from '../../support/a-command-context.ts';
import { aSnapshot } from '../../support/a-snapshot.ts';
import { runs, seed } from '../../support/property-runs.ts';

const words = fc.oneof(
  fc.constantFrom('/dri', '/dri take', '/dri assign @bob', '/dri hand @carol', '/dri pass', '/dri done', '/dri release', '/dri extend', '/dri away until', '/support', '/object', "\nI'll take temporary DRI.", '\n', '\n\n', 'for', 'until', 'friday', '2d', 'P99999M', '9999-12-31', '@bob', '-->', '\u0000', '`', '> '),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const bodies = fc.array(words, { maxLength: 20 }).map((list) => list.join(' ').replaceAll('/', '\n/'));

describe('a comment of any words', () => {
  it('leaves one active term at most, and a record that can be written and read again', () => {
    const speeches = fc.array(fc.tuple(bodies, fc.constantFrom(alice, bob, carol, dan)), { maxLength: 4 });
    fc.assert(
      fc.property(speeches, (list) => {
        const snapshot = aSnapshot({ people: everybody });
        const end = list.reduce((record, [body, by], index) => {
          const ran = runCommands(aComment({ body, by, id: index + 1 }), { snapshot, config: defaultConfig, record, step: 'drifting' });
          expect(ran.answers.length).toBeLessThanOrEqual(mostCommands + 1);
          expect(ran.record.terms.filter(({ ended }) => ended === null).length).toBeLessThanOrEqual(1);
          return ran.record;
        }, aRecord());
        expect(decodeRecord(encodeRecord(end))).toEqual(end);
      }),
      { numRuns: runs({ desk: 150, ci: 500, long: 5000 }), seed },
    );
  });

  it.each([
    ['blanks', ' \t'],
    ['full stops', '.'],
    ['commas', ', '],
    ['pleas', ' please'],
    ['steps', 'for until '],
    ['letters', 'x'],
    ['mentions', '@bob '],
  ])('is read in linear time after a command: 65,536 characters of %s', (_, part) => {
    const rest = ` ${part.repeat(Math.ceil(65_536 / part.length))}x`;
    const outcomes = commands.map((command) => command.carryOut(rest, aCommandContext()).ok);
    expect(outcomes).toHaveLength(commands.length);
  });
});
