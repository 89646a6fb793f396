import { describe, expect, it } from '@jest/globals';
import type { PureRfc } from '../../../scripts/simulate/pure-rfc.ts';
import type { Config } from '../../../src/config/schema.ts';
import { progressOf } from '../../../src/decision/ladder/progress-of.ts';
import { alice, bob, carol, erin } from '../../support/a-command-context.ts';
import { all, onRung, played, pushes, says, type Event } from '../../support/ladder-cases.ts';
import { did } from '../../support/some-acts.ts';

const onWednesday = (index: number) => `03-04T10:0${index}`;

function missingIn(rfc: PureRfc): string[] {
  const record = rfc.record();
  if (record === null) throw new Error('nobody looked');
  return progressOf({ snapshot: rfc.snapshot(), record, config: rfc.config(), now: rfc.now() }).missing.map(({ what }) => what);
}

function decisions(rfc: PureRfc): string[] {
  return (rfc.record()?.decisions ?? []).map(({ outcome, under, confirmed }) => `${outcome} on ${under?.rung}${under?.isSatisfied === true ? '' : ', anyway'}${confirmed === null ? '' : ', confirmed'}`);
}

/** Whose word on another text is asked for, once for each time. */
function askedAgain(rfc: PureRfc): number {
  return rfc.calls().filter(({ body }) => body.includes('<!-- unpause:event reworded.')).length;
}

describe('the time that a changed text gives', () => {
  it('stays where somebody objected in it, though the change was editorial', () => {
    const events = [pushes('03-06T12:00'), says(carol, '03-09T12:00', '/object It is too risky.'), says(alice, '03-09T13:00', '/editorial A typo.')];
    expect(missingIn(played('consent', { events }, '03-10T14:00'))).toEqual(['objections']);
  });

  it('is gone with an editorial change to which nobody objected', () => {
    const events = [pushes('03-06T12:00'), says(alice, '03-09T10:30', '/editorial A typo.')];
    expect(missingIn(played('consent', { events }, '03-09T11:00'))).toEqual([]);
  });

  it('takes nothing from what a withdrawal gave', () => {
    const objected = says(carol, '03-05T12:00', '/object It is too risky.');
    const events = [objected, pushes('03-20T12:00'), says(carol, '03-20T13:00', '/withdraw'), says(alice, '03-20T14:00', '/editorial A typo.')];
    expect(missingIn(played('consent', { events }, '03-20T15:00'))).toEqual(['period']);
    expect(missingIn(played('consent', { events }, '03-23T10:30'))).toEqual([]);
  });

  it.each(['consult', 'consent', 'consensus'] as const)('is there after the last moment of %s as well, and those are asked who spoke of another text', (rung) => {
    const events: Event[] = [...all(onWednesday, '/support'), pushes('03-25T12:00')];
    const rfc = played(rung, { events }, '03-26T16:00');
    expect(missingIn(rfc)).not.toEqual([]);
    expect(askedAgain(rfc)).toBe(1);
    expect(missingIn(played(rung, { events: [...events, ...all((index) => `03-26T10:0${index}`, '/support')] }, '03-27T16:00'))).toEqual([]);
  });

  it('is a whole period where the config says so', () => {
    const events = [configured((config) => ({ ...config, decision: { ...config.decision, reconsider: 'restart' } })), says(alice, '03-02T10:30', '/amend As it is now.'), says(carol, '03-04T12:00', '/object It is too risky.'), says(carol, '03-06T12:00', '/withdraw')];
    expect(missingIn(played('consent', { events }, '03-13T11:00'))).toEqual(['period']);
    expect(missingIn(played('consent', { events }, '03-13T12:30'))).toEqual([]);
  });
});

function configured(change: (config: Config) => Config): Event {
  return ['03-02T10:00', (rfc) => { rfc.configure(change(rfc.config())); }];
}

/** Alice is all whom the config names. */
function alone(config: Config): Config {
  const { api } = config.domains;
  return { ...config, domains: api === undefined ? {} : { api: { ...api, owners: ['alice'], consult: [] } } };
}

describe('a decision that is opened again after the merge', () => {
  it('gets a period of its own', () => {
    const merged: Event = ['03-10T10:00', (rfc) => { rfc.act(did('merged', bob, '03-10T10:00')); rfc.change((seen) => ({ ...seen, rfc: { ...seen.rfc, isOpen: false, isMerged: true } })); }];
    const events = [...all(onWednesday, '/support'), says(alice, '03-10T09:30', '/decide accept It is good enough.'), merged, says(alice, '03-11T10:00', '/reopen The numbers changed.')];
    expect(missingIn(played('consent', { events }, '03-11T12:00'))).toEqual(['period']);
    const again = [...events, says(alice, '03-19T10:00', '/decide reject It costs too much.')];
    expect(decisions(played('consent', { events: again }, '03-19T12:00'))).toEqual(['accept on consent', 'reject on consent']);
  });
});

describe('a decision that is opened again, out of working hours', () => {
  it('does not rest on the silence of the period before, also where it was decided anyway in between', () => {
    const reopened = [...all(onWednesday, '/support'), says(alice, '03-10T09:30', '/decide accept It is good enough.'), says(alice, '03-13T20:00', '/reopen The numbers changed.')];
    expect(missingIn(played('consent', { events: reopened }, '03-13T20:30'))).toEqual(['not-begun']);
    const again = [...reopened, says(alice, '03-13T21:00', '/decide anyway accept It is urgent.'), says(alice, '03-13T22:00', '/decide accept All is as before.')];
    expect(decisions(played('consent', { events: again }, '03-13T23:00'))).toEqual(['accept on consent', 'accept on consent, anyway']);
  });
});

describe('a draft', () => {
  it('stops the time of a period, also for an objection', () => {
    const drafted: Event = ['03-05T10:00', (rfc) => { rfc.act(did('drafted', bob, '03-05T10:00')); rfc.change((seen) => ({ ...seen, rfc: { ...seen.rfc, isDraft: true } })); }];
    const rfc = played('consent', { events: [drafted, says(carol, '03-11T10:00', '/object It is too risky.')] }, '03-11T11:00');
    expect(missingIn(rfc)).toEqual(['objections', 'period']);
    rfc.settle();
  });
});

describe('a decision whose text is another one since', () => {
  const accepted = [...all(onWednesday, '/support'), says(alice, '03-10T09:30', '/decide accept It is good enough.')];

  it.each(['consult', 'consent', 'consensus'] as const)('is confirmed on %s once that was seen by those who agreed', (rung) => {
    const changed = [...accepted, pushes('03-11T10:00')];
    const refused = played(rung, { events: [...changed, says(alice, '03-11T11:00', '/decide confirm')] }, '03-12T16:00');
    expect(decisions(refused)).toEqual([`accept on ${rung}`]);
    expect(askedAgain(refused)).toBe(1);
    const heard = all((index) => `03-12T10:0${index}`, '/support');
    expect(decisions(played(rung, { events: [...changed, ...heard, says(alice, '03-17T11:00', '/decide confirm')] }, '03-17T12:00'))).toEqual([`accept on ${rung}, confirmed`]);
  });

  it('is confirmed at once where the change was editorial', () => {
    const events = [...accepted, pushes('03-11T10:00'), says(alice, '03-11T11:00', '/editorial A typo.'), says(alice, '03-11T11:01', '/decide confirm')];
    expect(decisions(played('consensus', { events }, '03-11T12:00'))).toEqual(['accept on consensus, confirmed']);
  });

  it('is confirmed at once where it was decided anyway', () => {
    const events = [says(alice, '03-04T10:00', '/decide anyway accept It burns.'), pushes('03-05T10:00'), says(alice, '03-05T11:00', '/decide confirm')];
    expect(decisions(played('consensus', { events }, '03-05T12:00'))).toEqual(['accept on consensus, anyway, confirmed']);
  });
});

describe('a period in which nobody is left', () => {
  it('is no consensus', () => {
    const events = [says(carol, '03-04T10:00', '/owner @erin Alice is on leave.')];
    expect(missingIn(played('consensus', { events: [configured(() => onRung('consensus', [])), says(alice, '03-02T10:30', '/amend Only Erin is asked.'), ...events] }, '03-20T10:00'))).toContain('nobody-entitled');
  });

  it('is a consent all the same: whoever may object hears of it', () => {
    const events = [configured(alone), says(alice, '03-02T10:30', '/amend I am the only owner.')];
    const rfc = played('consent', { events }, '03-04T10:00');
    expect(missingIn(rfc)).toEqual(['period']);
    expect(missingIn(played('consent', { events: [...events, says(carol, '03-04T11:00', '/object It is too risky.')] }, '03-12T10:00'))).toEqual(['objections']);
    expect(missingIn(played('consent', { events: [...events, says(erin, '03-04T11:00', 'Fine.')] }, '03-12T10:00'))).toEqual([]);
  });
});
