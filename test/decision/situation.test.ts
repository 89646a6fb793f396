import { describe, expect, it } from '@jest/globals';
import type { Act } from '../../src/decision/acts.ts';
import type { Record } from '../../src/decision/record-schema.ts';
import { situationOf } from '../../src/decision/situation.ts';
import { startTerm } from '../../src/decision/term.ts';
import { alice, aRecord, aSource, bob, carol, dan, erin, named, robot } from '../support/a-command-context.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { on, reviewed, wrote } from '../support/some-acts.ts';

const nothingHeard = { asked: [], answered: [], open: [] };

/** Whose words are worth reading, and from when. */
function voices(acts: Act[], record: Partial<Record> = {}): string[] {
  const { voices: found } = situationOf({ snapshot: aSnapshot({ acts }), record: aRecord(record), pause: null, heard: nothingHeard });
  return found.map(({ by, at }) => `${by.login} ${at.slice(11, 16)}`);
}

describe('what is worth reading for somebody who comes to help', () => {
  it.each<[string, Act[], string[]]>([
    ['the newest first', [wrote(bob, '03-02T09:00'), reviewed(carol, '03-02T10:00')], ['carol 10:00', 'Bob 09:00']],
    ['the last words of each', [wrote(bob, '03-02T09:00'), wrote(carol, '03-02T10:00'), wrote(bob, '03-02T11:00')], ['Bob 11:00', 'carol 10:00']],
    ['no commands', [wrote(bob, '03-02T09:00'), wrote(bob, '03-02T10:00', '/dri take\n\n  /support')], ['Bob 09:00']],
    ['words beside a command', [wrote(bob, '03-02T09:00', 'The overlap is too long.\n\n/object It is too long.')], ['Bob 09:00']],
    ['a review without words', [{ ...reviewed(carol, '03-02T10:00'), body: '' } as Act], ['carol 10:00']],
    ['nothing by bots', [wrote(robot, '03-02T09:00')], []],
    ['five at most', [alice, bob, carol, dan, erin, { id: 77, login: 'frank', isBot: false }].map((by, hour) => wrote(by, `03-02T1${hour}:00`)), ['frank 15:00', 'erin 14:00', 'dan 13:00', 'carol 12:00', 'Bob 11:00']],
  ])('is %s', (_, acts, expected) => {
    expect(voices(acts)).toEqual(expected);
  });

  it('is not how somebody took the role', () => {
    const taken = wrote(bob, '03-02T09:00', "I'll take temporary DRI on this.", 5);
    const { terms } = startTerm(aRecord(), { holder: named(bob), step: 'drifting', scope: null, how: 'taken', startedAt: on('03-02T09:00'), dueAt: on('03-05T09:00'), source: aSource(bob, 5) });
    expect(voices([taken])).toEqual(['Bob 09:00']);
    expect(voices([taken], { terms })).toEqual([]);
  });
});
