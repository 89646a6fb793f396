import { describe, expect, it } from '@jest/globals';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import { aSnapshot, headSha } from '../support/a-snapshot.ts';
import { alice, bob, carol, dan, erin, everybody } from '../support/a-command-context.ts';
import { aPureRfc } from '../support/pure-rfc.ts';
import { did, pushed, requested, wrote } from '../support/some-acts.ts';

const hour = 3_600_000;
const config = {
  ...defaultConfig,
  dri: { ...defaultConfig.dri, pool: ['carol', 'dan'] },
  escalation: { ...defaultConfig.escalation, path: ['erin'] },
};

/** Bob proposes something on a Monday morning, and Alice is to decide. */
function anRfc(changes: Partial<typeof config> = {}): PureRfc {
  const at = '2026-03-02T10:00:00Z';
  const acts = [did('opened', bob, '03-02T10:00'), pushed(bob, '03-02T10:00')];
  const rfc = { author: bob, createdAt: at, lastHumanActivityAt: at, head: { sha: headSha, fork: null } };
  return aPureRfc(aSnapshot({ rfc, people: everybody, acts }), { ...config, ...changes }, new Date(at));
}

/** Looks every hour up to a moment, and says which calls were made when. */
function callsUntil(rfc: PureRfc, moment: string): string[] {
  const before = rfc.calls().length;
  rfc.settle();
  while (rfc.now() < new Date(`2026-${moment}:00Z`)) {
    rfc.pass(hour);
    rfc.settle();
  }
  return rfc.calls().slice(before).map(({ createdAt, body }) => `${createdAt.slice(5, 16)} ${/event ([a-z]+)/.exec(body)?.[1] ?? ''}`);
}

/** Of the last call, whom it mentions. */
function asked(rfc: PureRfc): string[] {
  return [...(rfc.calls().at(-1)?.body.matchAll(/@([a-zA-Z]+)/g) ?? [])].flatMap(([, login]) => login ?? []).filter((login) => login !== 'user');
}

describe('an RFC in which nobody does anything', () => {
  it('gets a nudge, a temporary DRI, a request for help, a call for a steward, and then silence', () => {
    const rfc = anRfc();
    expect(callsUntil(rfc, '03-31T00:00')).toEqual(['03-05T10:00 nudge', '03-09T10:00 dri', '03-12T10:00 escalation', '03-16T10:00 steward']);
    expect(rfc.record()?.terms.map(({ how, step, ended }) => [how, step, ended?.how])).toEqual([['asked', 'drifting', 'time']]);
    expect(rfc.record()?.escalations.map(({ asked: whom, ended }) => [whom.map(({ person }) => person.login), ended?.how])).toEqual([[['erin'], 'unanswered']]);
  });

  it('is asked for a steward at once where there is nobody to ask', () => {
    const rfc = anRfc({ dri: { ...config.dri, pool: [] }, escalation: { ...config.escalation, path: [] } });
    expect(callsUntil(rfc, '03-31T00:00')).toEqual(['03-05T10:00 nudge', '03-09T10:00 steward']);
  });

  it('mentions ten of those who are waited for, however many a text names', () => {
    const rfc = anRfc();
    for (let id = 1; id <= 50; id += 1) rfc.act(requested({ id: 1000 + id, login: `person-${id}`, isBot: false }, '03-02T10:05', bob));
    expect(callsUntil(rfc, '03-05T12:00')).toHaveLength(1);
    expect(rfc.calls()[0]?.body.match(/@[a-z]/g)).toHaveLength(10);
  });

  it('hears nothing more than so many calls in a day', () => {
    const rfc = anRfc({ limits: { 'actions-per-day': 1 } });
    rfc.change((snapshot) => ({ ...snapshot, load: { ...snapshot.load, callsToday: 1 } }));
    expect(callsUntil(rfc, '03-31T00:00')).toEqual([]);
  });
});

describe('a temporary DRI', () => {
  it('is assigned, keeps the role by being active, and is taken off when the step is done', () => {
    const rfc = anRfc();
    callsUntil(rfc, '03-09T10:00');
    const holder = asked(rfc)[0] === 'carol' ? carol : dan;
    expect(rfc.snapshot().assignees).toEqual([holder]);
    rfc.pass(24 * hour);
    rfc.act(wrote(holder, '03-10T10:00', 'I am asking around.'));
    rfc.settle();
    expect(rfc.record()?.terms[0]?.dueAt).toBe('2026-03-13T10:00:00.000Z');
    rfc.pass(hour);
    rfc.act(wrote(holder, '03-10T11:00', '/dri done Everybody is fine with it.'));
    rfc.settle();
    expect(rfc.record()?.terms[0]?.ended).toMatchObject({ how: 'done', note: 'Everybody is fine with it.' });
    expect(rfc.snapshot().assignees).toEqual([]);
  });

  it('passes, and somebody else is asked, who did not pass', () => {
    const rfc = anRfc();
    callsUntil(rfc, '03-09T10:00');
    const [first, second] = asked(rfc)[0] === 'carol' ? [carol, dan] : [dan, carol];
    rfc.pass(hour);
    rfc.act(wrote(first, '03-09T11:00', '/dri pass'));
    rfc.settle();
    expect(asked(rfc)[0]).toBe(second.login);
    expect(rfc.record()?.passed).toEqual([first.id]);
  });

  it('hands over with a note, which the next person gets', () => {
    const rfc = anRfc();
    callsUntil(rfc, '03-09T10:00');
    const holder = asked(rfc)[0] === 'carol' ? carol : dan;
    rfc.pass(hour);
    rfc.act(wrote(holder, '03-09T11:00', '/dri hand @erin The survey is done, the text is not.'));
    rfc.settle();
    expect(asked(rfc)[0]).toBe('erin');
    expect(rfc.calls().at(-1)?.body).toContain('The survey is done, the text is not.');
    expect(rfc.snapshot().assignees).toEqual([erin]);
  });

  it('is assigned by the login that is theirs now, which may be somebody else’s of before', () => {
    const rfc = anRfc();
    callsUntil(rfc, '03-09T09:00');
    rfc.pass(hour);
    rfc.look();
    const [login = ''] = asked(rfc);
    const holder = login === 'carol' ? carol : dan;
    const [renamed, stranger] = [{ ...holder, login: 'renamed' }, { ...holder, id: 77 }];
    const others = everybody.filter(({ account }) => account !== holder);
    rfc.change((snapshot) => ({ ...snapshot, people: [{ account: stranger, permission: 'write', isAssignable: true }, { account: renamed, permission: 'write', isAssignable: true }, ...others] }));
    rfc.settle();
    expect(rfc.snapshot().assignees).toEqual([renamed]);
  });

  it('is left alone where a person took the assignment off', () => {
    const rfc = anRfc();
    callsUntil(rfc, '03-09T10:00');
    const [holder] = rfc.snapshot().assignees;
    if (holder === undefined) throw new Error('a holder');
    rfc.act({ kind: 'unassigned', at: '2026-03-09T11:00:00Z', by: bob, isOwn: false, of: holder });
    rfc.change((snapshot) => ({ ...snapshot, assignees: [] }));
    rfc.pass(2 * hour);
    rfc.settle();
    expect(rfc.snapshot().assignees).toEqual([]);
    expect(rfc.record()?.terms[0]?.ended).toBeNull();
  });
});

describe('motion', () => {
  it('ends a term whose step is over', () => {
    const rfc = anRfc();
    rfc.act(requested(carol, '03-02T10:05', bob));
    rfc.pass(2 * hour);
    rfc.act(wrote(dan, '03-02T12:00', "I'll take temporary DRI on this"));
    rfc.settle();
    expect(rfc.record()?.terms[0]).toMatchObject({ step: 'awaiting-review', how: 'taken', ended: null });
    rfc.pass(hour);
    rfc.act(wrote(carol, '03-02T13:00', 'Looks right to me.'));
    rfc.settle();
    expect(rfc.record()?.terms[0]?.ended).toMatchObject({ how: 'moved-on', at: '2026-03-02T13:00:00Z' });
  });

  it('ends a term in the very second in which it began', () => {
    const rfc = anRfc();
    rfc.pass(hour);
    rfc.act(wrote(dan, '03-02T11:00', "I'll take temporary DRI on this", 1));
    rfc.settle();
    rfc.act(wrote(alice, '03-02T11:00', '/decide accept It is good enough.', 2));
    rfc.settle();
    expect(rfc.record()?.terms[0]?.ended).toMatchObject({ how: 'moved-on', at: '2026-03-02T11:00:00Z' });
    expect(rfc.snapshot().assignees).toEqual([]);
  });

  it('withdraws a request for help in the very second in which it was made', () => {
    const rfc = anRfc();
    rfc.pass(hour);
    rfc.act(wrote(carol, '03-02T11:00', '/escalate We need a word by Friday.', 1));
    rfc.act(wrote(alice, '03-02T11:00', '/decide accept It is good enough.', 2));
    rfc.settle();
    expect(rfc.record()?.escalations[0]?.ended?.how).toBe('withdrawn');
  });

  it('is what an act brought about, and nothing that came later', () => {
    const rfc = anRfc();
    rfc.act(requested(carol, '03-02T10:05', bob));
    rfc.act(wrote(carol, '03-02T10:06', 'A thought.'));
    rfc.pass(14 * hour);
    rfc.act(wrote(alice, '03-03T00:00', '/escalate to @erin You know this best.'));
    rfc.settle();
    rfc.act(wrote(dan, '03-03T00:01', '/support'));
    rfc.settle();
    // The day by which it was to be decided passes, and so an objection moves nothing.
    rfc.pass(30 * 24 * hour + hour);
    rfc.act(wrote(carol, '04-02T01:00', '/object The keys are too short.'));
    rfc.settle();
    rfc.pass(1000);
    rfc.settle();
    expect(rfc.record()?.escalations[0]?.ended).toBeNull();
  });

  it('withdraws a request for help', () => {
    const rfc = anRfc();
    rfc.pass(hour);
    rfc.act(wrote(carol, '03-02T11:00', '/escalate We need a word by Friday.'));
    expect(callsUntil(rfc, '03-02T12:00')).toEqual(['03-02T11:00 escalation']);
    rfc.act(wrote(alice, '03-02T12:30', '/decide accept It is good enough.'));
    rfc.pass(hour);
    rfc.settle();
    expect(rfc.record()?.escalations[0]?.ended?.how).toBe('withdrawn');
    expect(callsUntil(rfc, '03-31T00:00')).toEqual([]);
  });
});

describe('a decision', () => {
  it('is to be confirmed when the text changes, and asked about once', () => {
    const rfc = anRfc();
    rfc.pass(hour);
    rfc.act(wrote(alice, '03-02T11:00', '/decide accept It is good enough.'));
    rfc.settle();
    rfc.pass(hour);
    rfc.act(pushed(bob, '03-02T12:00', 'c'.repeat(40)));
    rfc.change((snapshot) => ({ ...snapshot, rfc: { ...snapshot.rfc, head: { sha: 'c'.repeat(40), fork: null } }, documents: snapshot.documents.map((document) => ({ ...document, blob: 'd'.repeat(40) })) }));
    expect(callsUntil(rfc, '03-02T13:00')).toEqual(['03-02T12:00 confirm']);
    rfc.act(wrote(alice, '03-02T13:30', '/decide confirm'));
    rfc.pass(hour);
    expect(callsUntil(rfc, '03-20T00:00')).toEqual([]);
    expect(rfc.record()?.decisions[0]).toMatchObject({ outcome: 'accept', confirmed: { texts: ['d'.repeat(40)] } });
  });

  it('is nobody’s where an RFC is merged without one: its owner is asked', () => {
    const rfc = anRfc();
    rfc.settle();
    rfc.pass(hour);
    rfc.act(did('merged', bob, '03-02T11:00'));
    rfc.change((snapshot) => ({ ...snapshot, rfc: { ...snapshot.rfc, isOpen: false, isMerged: true } }));
    expect(callsUntil(rfc, '03-20T00:00')).toEqual(['03-02T11:00 confirm']);
    expect(asked(rfc)).toEqual(['alice']);
    expect(rfc.record()?.decisions).toEqual([]);
  });

  it.each([
    ['accept', []],
    ['reject', ['03-02T13:00 confirm']],
    ['defer', ['03-02T13:00 confirm']],
  ])('to %s is asked about where a merge says otherwise', (outcome, calls) => {
    const rfc = anRfc();
    rfc.pass(hour);
    rfc.act(wrote(alice, '03-02T11:00', `/decide ${outcome} We tried it.`));
    rfc.settle();
    rfc.pass(hour);
    rfc.act(did('merged', bob, '03-02T12:00'));
    rfc.change((snapshot) => ({ ...snapshot, rfc: { ...snapshot.rfc, isOpen: false, isMerged: true } }));
    rfc.pass(hour);
    expect(callsUntil(rfc, '03-04T00:00')).toEqual(calls);
    rfc.act(wrote(alice, '03-04T00:00', '/decide confirm'));
    rfc.pass(hour);
    expect(callsUntil(rfc, '03-20T00:00')).toEqual([]);
  });

  it('is asked for after every close without one', () => {
    const rfc = anRfc();
    rfc.settle();
    const turn = (kind: 'closed' | 'reopened', moment: string) => {
      rfc.pass(hour);
      rfc.act(did(kind, bob, moment));
      rfc.change((snapshot) => ({ ...snapshot, rfc: { ...snapshot.rfc, isOpen: kind === 'reopened' } }));
      rfc.settle();
    };
    turn('closed', '03-02T11:00');
    turn('reopened', '03-02T12:00');
    turn('closed', '03-02T13:00');
    expect(callsUntil(rfc, '03-20T00:00')).toEqual([]);
    expect(rfc.calls().map(({ createdAt }) => createdAt.slice(5, 16))).toEqual(['03-02T11:00', '03-02T13:00']);
  });
});

describe('a status comment that somebody deleted', () => {
  it('is written again, and says so', () => {
    const rfc = anRfc();
    rfc.pass(hour);
    rfc.act(wrote(carol, '03-02T11:00', '/object The keys are too short.'));
    rfc.settle();
    rfc.change((snapshot) => ({ ...snapshot, comments: [] }));
    rfc.settle();
    expect(rfc.record()).toMatchObject({ rebuilt: { reason: 'missing' }, objections: [{ why: 'The keys are too short.' }] });
    expect(rfc.snapshot().comments[0]?.body).toContain('This comment was gone, so Unpause wrote it again on 2026-03-02');
  });
});
