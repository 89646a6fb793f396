import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { abstain } from '../../../src/decision/commands/abstain.ts';
import { decideConfirm } from '../../../src/decision/commands/decide-confirm.ts';
import { decide } from '../../../src/decision/commands/decide.ts';
import type { Command } from '../../../src/decision/commands/define-command.ts';
import { escalate } from '../../../src/decision/commands/escalate.ts';
import { hold } from '../../../src/decision/commands/hold.ts';
import { object } from '../../../src/decision/commands/object.ts';
import { owner } from '../../../src/decision/commands/owner.ts';
import { reopen } from '../../../src/decision/commands/reopen.ts';
import { support } from '../../../src/decision/commands/support.ts';
import { tension } from '../../../src/decision/commands/tension.ts';
import { wait } from '../../../src/decision/commands/wait.ts';
import { withdraw } from '../../../src/decision/commands/withdraw.ts';
import { decodeRecord, encodeRecord } from '../../../src/decision/record.ts';
import { aCommandContext, alice, bob, dan } from '../../support/a-command-context.ts';

const commands: readonly Command[] = [abstain, decide, decideConfirm, escalate, hold, object, owner, reopen, support, tension, wait, withdraw];

const words = fc.oneof(
  fc.constantFrom('to', '@bob', '@acme/infra', 'accept', 'reject', 'until', '2026-03-04', 'friday', '3 working days', 'P2D', 'P99999M', '9999-12-31', '"', '“x”', '-->', '<!-- unpause:record', '/decide', '\u0000', '\u202e', '`'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const rests = fc.array(words, { maxLength: 12 }).map((list) => list.join(' '));
const speakers = fc.constantFrom(alice, bob, dan);

describe('whatever stands after a command', () => {
  it('leaves a record that can be written and read again, or changes nothing', () => {
    const saying = fc.tuple(fc.constantFrom(...commands), rests, speakers);
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 6 }), (sayings) => {
        const start = aCommandContext();
        const end = sayings.reduce((record, [command, rest, by], index) => {
          const context = { ...aCommandContext({ by, id: index + 1 }), snapshot: start.snapshot, record };
          const outcome = command.carryOut(rest, context);
          return outcome.ok ? outcome.record : record;
        }, start.record);
        expect(decodeRecord(encodeRecord(end))).toEqual(end);
      }),
    );
  });

  it.each([
    ['blanks', ' \t\n'],
    ['quotation marks', '"'],
    ['mentions', '@bob '],
    ['digits', '1'],
    ['letters', 'until '],
    ['stars', '*'],
  ])('is read, be it 65,536 characters of %s', (_, part) => {
    const rest = ` ${part.repeat(Math.ceil(65_536 / part.length))}`;
    const outcomes = commands.map((command) => command.carryOut(rest, aCommandContext()).ok);
    expect(outcomes).toHaveLength(commands.length);
  });
});
