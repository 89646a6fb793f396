import { describe, expect, it } from '@jest/globals';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import type { Rung } from '../../src/config/schema-domains.ts';
import { readEvent } from '../../src/decision/markers.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { alice, bob, carol, dan, erin } from '../support/a-command-context.ts';
import { aDocument } from '../support/a-snapshot.ts';
import { played } from '../support/ladder-cases.ts';
import { on, pushed, wrote } from '../support/some-acts.ts';

/** Carol, Dan and Erin said something on the first Tuesday. */
function spoken(rung: Rung): PureRfc {
  const rfc = played(rung, { events: [] }, '03-03T10:00');
  for (const by of [carol, dan, erin]) say(rfc, by, '03-03T10:00', 'It could work.');
  rfc.settle();
  return rfc;
}

function passTo(rfc: PureRfc, moment: string): void {
  rfc.pass(Date.parse(on(moment)) - rfc.now().getTime());
}

function say(rfc: PureRfc, by: Account, moment: string, body: string): void {
  passTo(rfc, moment);
  rfc.act(wrote(by, moment, body, Date.parse(on(moment)) / 60_000 + by.id));
}

/** Each text is pushed as a commit of its own. */
function reword(rfc: PureRfc, moment: string, text: string): void {
  passTo(rfc, moment);
  const sha = moment.replace(/\D/g, '').padStart(40, 'd');
  rfc.act(pushed(bob, moment, sha));
  rfc.change((seen) => ({ ...seen, rfc: { ...seen.rfc, head: { sha, fork: null } }, documents: [{ ...aDocument({ text }), blob: sha }] }));
  rfc.settle();
}

/** The looks of a week, whenever the last one asked for the next. */
function live(rfc: PureRfc, until: string): void {
  for (;;) {
    const next = rfc.settle().wakeAt;
    if (next === null || next > on(until)) break;
    rfc.pass(Math.max(0, Date.parse(next) - rfc.now().getTime()));
  }
  passTo(rfc, until);
  rfc.settle();
}

function asked(rfc: PureRfc): [string, string[]][] {
  return rfc.calls().filter((call) => readEvent(call)?.startsWith('reworded.')).map(({ body, createdAt }) => [createdAt.slice(5, 16), Array.from(body.matchAll(/(?<=^|\s)@([a-z]+)/gm), ([, login = '']) => login)]);
}

const text = '# Rotate keys\n\n**Decision Owner**: @alice\n**Decide by**: 2026-04-01\n\nEvery week.\n';

describe('a text that changes in a period', () => {
  it.each<[Rung, [string, string[]][]]>([
    ['delegate', []],
    ['consult', [['03-04T12:00', ['carol', 'dan']]]],
    ['consent', [['03-04T12:00', ['carol', 'dan', 'erin']]]],
    ['consensus', [['03-04T12:00', ['carol', 'dan', 'erin']]]],
  ])('on %s asks those who spoke before, once, when it has rested for a working day', (rung, expected) => {
    const rfc = spoken(rung);
    reword(rfc, '03-03T12:00', text);
    live(rfc, '03-07T10:00');
    expect(asked(rfc)).toEqual(expected);
  });

  it.each<[string, (rfc: PureRfc) => void, [string, string[]][]]>([
    ['asks nobody where only white space changed', (rfc) => { reword(rfc, '03-03T12:00', '# Rotate keys\n\n\n**Decision Owner**:  @alice\n**Decide by**: 2026-04-01\n\nEvery\nyear.\n'); }, []],
    ['asks nobody where the owner says that it means the same', (rfc) => { reword(rfc, '03-03T12:00', text); say(rfc, alice, '03-03T13:00', '/editorial A typo.'); }, []],
    ['asks nobody who has spoken since', (rfc) => { reword(rfc, '03-03T12:00', text); say(rfc, carol, '03-03T13:00', 'Fine, too.'); }, [['03-04T12:00', ['dan', 'erin']]]],
    ['waits until it rests', (rfc) => { reword(rfc, '03-03T12:00', text); reword(rfc, '03-04T11:00', `${text}\nReally.`); }, [['03-05T11:00', ['carol', 'dan', 'erin']]]],
    ['waits for working hours', (rfc) => { reword(rfc, '03-03T20:00', text); }, [['03-05T09:00', ['carol', 'dan', 'erin']]]],
    ['asks again after another change', (rfc) => { reword(rfc, '03-03T12:00', text); live(rfc, '03-04T13:00'); reword(rfc, '03-04T14:00', `${text}\nReally.`); }, [['03-04T12:00', ['carol', 'dan', 'erin']], ['03-05T14:00', ['carol', 'dan', 'erin']]]],
    ['asks nobody once it is decided', (rfc) => { reword(rfc, '03-03T12:00', text); say(rfc, alice, '03-03T13:00', '/decide anyway accept It is urgent.'); }, []],
  ])('%s', (_, happens, expected) => {
    const rfc = spoken('consensus');
    happens(rfc);
    live(rfc, '03-07T10:00');
    expect(asked(rfc)).toEqual(expected);
  });

  it.each<[string, Rung, (rfc: PureRfc) => void, [string, string[]][]]>([
    ['asks who objected before on consent', 'consent', () => undefined, [['03-04T12:00', ['carol', 'dan', 'erin']]]],
    ['asks who objected before on consensus', 'consensus', () => undefined, [['03-04T12:00', ['carol', 'dan', 'erin']]]],
    ['asks no objector who has spoken since', 'consent', (rfc) => { say(rfc, carol, '03-03T13:00', 'It is still too often.'); }, [['03-04T12:00', ['dan', 'erin']]]],
    ['asks no objector who has withdrawn since', 'consent', (rfc) => { say(rfc, carol, '03-03T13:00', '/withdraw'); }, [['03-04T12:00', ['dan', 'erin']]]],
    ['asks no objector on consult who was heard on the new text', 'consult', (rfc) => { say(rfc, carol, '03-03T13:00', 'It is still too often.'); }, [['03-04T12:00', ['dan']]]],
  ])('%s', (_, rung, happens, expected) => {
    const rfc = spoken(rung);
    say(rfc, carol, '03-03T11:00', '/object Every hour is too often.');
    rfc.settle();
    reword(rfc, '03-03T12:00', text);
    happens(rfc);
    live(rfc, '03-05T10:00');
    expect(asked(rfc)).toEqual(expected);
    expect(rfc.calls().some(({ body }) => body.includes('`/withdraw` takes an objection back'))).toBe(expected[0]?.[1].includes('carol') === true);
  });

  it('leaves an objection open, whatever becomes of the text', () => {
    const rfc = spoken('consent');
    say(rfc, carol, '03-03T11:00', '/object Every hour is too often.');
    reword(rfc, '03-03T12:00', text);
    live(rfc, '03-20T10:00');
    say(rfc, alice, '03-20T11:00', '/decide accept Good.');
    rfc.settle();
    expect(rfc.record()?.decisions).toEqual([]);
  });

  it('gives a period more time, unless it means the same', () => {
    const rfc = spoken('consent');
    reword(rfc, '03-06T12:00', text);
    expect(rfc.record()?.period?.extensions).toEqual([{ because: 'changed', at: on('03-06T12:00'), until: on('03-10T12:00') }]);
    say(rfc, alice, '03-06T13:00', '/editorial A typo.');
    rfc.settle();
    expect(rfc.record()?.period?.extensions).toEqual([]);
  });
});
