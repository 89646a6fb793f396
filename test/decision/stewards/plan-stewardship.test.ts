import { describe, expect, it } from '@jest/globals';
import type { OwnIssue, StewardFacts } from '../../../src/decision/stewards/facts.ts';
import { readIssueMark } from '../../../src/decision/stewards/notice-marks.ts';
import { planStewardship } from '../../../src/decision/stewards/plan-stewardship.ts';
import { principleReviews } from '../../../src/decision/stewards/principle-reviews.ts';
import { describeStewardEffect } from '../../../src/render/stewards/describe-steward-effect.ts';
import { aConfig, anEntry, applied, aTension, monday, person, principles, someFacts, threeTensions } from './steward-facts.ts';

const stewards = 'stewards: {pool: [dave, erin, frank]}\n';
const config = aConfig(`${principles}${stewards}`);
const hour = 3_600_000;

function done(facts: StewardFacts, yaml = `${principles}${stewards}`, at = monday): string[] {
  return planStewardship(facts, aConfig(yaml), at).effects.map(describeStewardEffect);
}

/** After the question was asked. */
function asked(parts: Partial<OwnIssue> = {}): StewardFacts {
  const facts = someFacts({ tensions: threeTensions });
  const after = applied(facts, planStewardship(facts, config, monday).effects, monday);
  return { ...after, issues: after.issues.map((issue) => ({ ...issue, ...parts })) };
}

const question = expect.stringMatching(/^open the issue “Does this principle still fit\? local”, and ask (?:dave|erin|frank) to take it up$/);

describe('a principle in tension', () => {
  it.each([
    ['three people, each on an RFC of their own', threeTensions, [question]],
    ['two people', threeTensions.slice(1), []],
    ['three people on two RFCs', [aTension(7, 'alice'), aTension(7, 'bob'), aTension(8, 'carol')], []],
    ['one person on three RFCs', [aTension(7, 'alice'), aTension(8, 'alice'), aTension(9, 'alice')], []],
    ['three, of whom one is about another principle', [...threeTensions.slice(1), aTension(7, 'alice', { principle: 'open' })], []],
    ['three about something that is no principle', threeTensions.map((tension) => ({ ...tension, principle: 'Be nice.' })), []],
    ['three, of whom one is from long ago', [...threeTensions.slice(1), aTension(7, 'alice', { at: '2025-12-29T09:00:00Z' })], []],
  ])('is asked about where it is reported by %s', (_case, tensions, effects) => {
    expect(done(someFacts({ tensions }))).toEqual(effects);
  });

  it('asks as many as the config says', () => {
    expect(done(someFacts({ tensions: threeTensions.slice(1) }), `${principles}stewards: {pool: [dave], tensions: 2}\n`)).toEqual([question]);
    expect(done(someFacts({ tensions: threeTensions }), `${principles}stewards: {pool: [dave], tensions: 4}\n`)).toEqual([]);
  });

  it('is not asked about before the day on which it was last changed', () => {
    const since = principles.replace('text: Data stays local.', 'text: Data stays local., since: 2026-03-21');
    expect(done(someFacts({ tensions: threeTensions }), `${since}${stewards}`)).toEqual([]);
    expect(done(someFacts({ tensions: threeTensions }), `${since.replace('03-21', '03-20')}${stewards}`)).toEqual([question]);
  });

  it('is asked about once', () => {
    expect(done(asked())).toEqual([]);
  });

  it('is asked about again only for what is reported after people closed it', () => {
    const closed = asked({ isOpen: false, closedAt: '2026-03-31T09:00:00Z' });
    const at = new Date('2026-04-20T10:00:00Z');
    expect(done(closed, undefined, at)).toEqual([]);
    const more = [10, 11, 12].map((number, index) => aTension(number, ['alice', 'bob', 'carol'][index] ?? '', { at: '2026-04-01T09:00:00Z' }));
    expect(done({ ...closed, tensions: [...closed.tensions, ...more] }, undefined, at)).toEqual([question]);
    const again = planStewardship({ ...closed, tensions: more }, config, at);
    expect(again.effects.flatMap((effect) => (effect.kind === 'open-issue' ? readIssueMark({ body: `<!-- unpause:event ${effect.notice.event} -->` }) : []))).toMatchObject([{ principle: 'local', n: 2 }]);
  });
});

describe('a question about a principle', () => {
  const changed = `${principles.replace('Data stays local.', 'Data stays with its owner.')}${stewards}`;
  const removed = `principles: [{id: open, text: Default to open.}]\n${stewards}`;

  it.each([
    ['stays open while the principle is as it was', `${principles}${stewards}`, []],
    ['stays open where only white space and other keys changed', `${principles.replace('Data stays local.', '"Data  stays\\n local."').replace('{id: local', '{id: local, example: The app.')}${stewards}`, []],
    ['is closed with a note where the principle has other words', changed, ['note on #100 how the config answered it', 'close #100, as the principle was changed']],
    ['is closed with a note where the principle is gone', removed, ['note on #100 how the config answered it', 'close #100, as the principle was removed']],
  ])('%s', (_case, yaml, effects) => {
    expect(done(asked(), yaml)).toEqual(effects);
  });

  it('has one note, also where it was cut off before it was closed', () => {
    const facts = asked();
    const [note] = planStewardship(facts, aConfig(changed), monday).effects;
    expect(done(applied(facts, note === undefined ? [] : [note], monday), changed)).toEqual(['close #100, as the principle was changed']);
  });

  it('is closed at night too, as that calls nobody', () => {
    expect(done(asked(), changed, new Date('2026-03-30T23:00:00Z'))).toHaveLength(2);
  });

  it('keeps what people wrote into it, and says in its mark how it ended', () => {
    const [issue] = asked().issues;
    const facts = asked({ body: `${issue?.body ?? ''}\n\nEdited by hand.` });
    const [after] = applied(facts, planStewardship(facts, aConfig(changed), monday).effects, monday).issues;
    expect(after).toMatchObject({ isOpen: false, body: expect.stringMatching(/^<!-- unpause:event principle\.local\.1\.\w+\.\d+\.\w+\.changed -->\nPeople[^]*Edited by hand\.$/) });
  });

  it.each([
    ['was opened again by people', {}, { isReopened: true }],
    ['cannot be judged, as a part of the config was not to be read', { unread: ['acme/.github is not there.'] }, {}],
    ['cannot be judged, as the config has mistakes', { mistakes: [{ source: null, path: [], line: 1, column: 1, message: '' }] }, {}],
  ])('is left alone where it %s', (_case, rules, issue) => {
    const facts = asked(issue);
    expect(done({ ...facts, rules: { ...facts.rules, ...rules } as StewardFacts['rules'] }, removed)).toEqual([]);
  });

  describe('that people closed', () => {
    const after = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
    const closed = (parts: Partial<OwnIssue> = {}) => asked({ isOpen: false, closedAt: monday.toISOString(), ...parts });
    const same = `${principles}${stewards}`;
    const settle = (facts: StewardFacts, yaml: string, at: Date) => applied(facts, planStewardship(facts, aConfig(yaml), at).effects, at);
    const endings = ({ issues }: StewardFacts) => principleReviews(issues).map(({ ending }) => ending);

    it.each([
      ['with the change gets the note, and how it ended', changed, 1, ['note on #100 how the config answered it', 'keep in #100 that the principle was changed']],
      ['as the principle was taken out gets them too', removed, 1, ['note on #100 how the config answered it', 'keep in #100 that the principle was removed']],
      ['some minutes ago, with the principle as it was, may still wait for its change', same, 59, []],
      ['with the principle as it was is kept', same, 60, ['keep in #100 that the principle was kept']],
      ['longer ago than a look can tell is left as it is', changed, 14 * 24 * 60 + 1, []],
    ])('%s', (_case, yaml, minutes, effects) => {
      expect(done(closed(), yaml, after(minutes))).toEqual(effects);
    });

    it('is answered once, wherever that was cut off', () => {
      const facts = closed();
      const [note] = planStewardship(facts, aConfig(changed), after(1)).effects;
      const noted = applied(facts, note === undefined ? [] : [note], after(1));
      expect(done(noted, changed, after(2))).toEqual(['keep in #100 that the principle was changed']);
      const settled = settle(noted, changed, after(2));
      expect([done(settled, changed, after(3)), endings(settled), settled.issues[0]?.notes.length]).toEqual([[], ['changed'], 1]);
    });

    it('was kept for good, whatever the principle says later', () => {
      const kept = settle(closed(), same, after(60));
      expect([done(kept, changed, after(61)), endings(kept)]).toEqual([[], ['kept']]);
    });

    it('is judged anew once people opened it and closed it again', () => {
      const kept = settle(closed(), same, after(60));
      const opened = { ...kept, issues: kept.issues.map((issue) => ({ ...issue, isOpen: true, isReopened: true, closedAt: null })) };
      expect(done(opened, changed, after(61))).toEqual(['take the question in #100 as open again']);
      const taken = settle(opened, changed, after(61));
      expect(done(taken, changed, after(62))).toEqual([]);
      const again = { ...taken, issues: taken.issues.map((issue) => ({ ...issue, isOpen: false, isReopened: false, closedAt: after(62).toISOString() })) };
      expect(endings(settle(again, changed, after(63)))).toEqual(['changed']);
    });

    it('is left alone where the config was not read as a whole', () => {
      const facts = closed();
      expect(done({ ...facts, rules: { ...facts.rules, unread: ['acme/.github is not there.'] } }, removed, after(60))).toEqual([]);
    });
  });

  it('counts what is reported after the change, and nothing from before', () => {
    const facts = asked();
    const settled = applied(facts, planStewardship(facts, aConfig(changed), monday).effects, monday);
    expect(done(settled, changed, new Date(monday.getTime() + 24 * hour))).toEqual([]);
  });
});

describe('who is asked', () => {
  const whom = (facts: StewardFacts, yaml = `${principles}${stewards}`) =>
    planStewardship(facts, aConfig(yaml), monday).effects.flatMap((effect) => (effect.kind === 'open-issue' ? (effect.notice.asked?.login ?? 'nobody') : []));
  const both = [...threeTensions, ...threeTensions.map((tension) => ({ ...tension, principle: 'open' }))];

  it('is another one for each question', () => {
    for (const id of ['open', 'kind', 'quick', 'small', 'calm', 'frugal']) {
      const yaml = `principles: [{id: local, text: A.}, {id: ${id}, text: B.}]\nstewards: {pool: [dave, erin]}\n`;
      const tensions = both.map((tension) => ({ ...tension, principle: tension.principle === 'open' ? id : 'local' }));
      expect(whom(someFacts({ tensions }), yaml).sort()).toEqual(['dave', 'erin']);
    }
  });

  it('is in turn the one who was asked least', () => {
    const body = (login: string, id: number) => `<!-- unpause:event retrospective.2026-02.${id}.${login} -->\nHow did it go?`;
    const issue = (login: string): OwnIssue => ({ number: person(login).id, url: '', title: '', body: body(login, person(login).id), isOpen: false, isReopened: false, createdAt: '2026-03-02T10:00:00Z', closedAt: '2026-03-09T10:00:00Z', notes: [] });
    expect(whom(someFacts({ tensions: threeTensions, issues: [issue('dave'), issue('frank')] }))).toEqual(['erin']);
  });

  it.each([
    ['nobody who is away', 'dave, erin, frank', ['dave', 'frank'], ['erin']],
    ['nobody where all are away', 'dave, erin', ['dave', 'erin'], ['nobody']],
    ['nobody where there is no pool', '', [], ['nobody']],
    ['somebody who did not report it, where there is one', 'alice, erin, bob', [], ['erin']],
    ['somebody who did, where nobody else is left', 'alice', [], ['alice']],
  ])('is %s', (_case, pool, away, expected) => {
    const absences = away.map((login) => ({ person: person(login).id, from: '2026-03-29T00:00:00Z', until: '2026-04-05T00:00:00Z' }));
    expect(whom(someFacts({ tensions: threeTensions, load: { terms: [], absences, callsToday: 0 } }), `${principles}stewards: {pool: [${pool}]}\n`)).toEqual(expected);
  });
});

describe('a retrospective', () => {
  const monthly = 'retrospective: {every: month}\nstewards: {pool: [dave]}\n';
  const decisions = [anEntry(7, { at: '2026-02-24T09:00:00Z' })];
  const opened = 'open the issue “How did we decide in February 2026?”, and ask dave to take it up';

  it.each([
    ['is opened for the month that is over', monthly, { decisions }, [opened]],
    ['is opened for the quarter that is over', 'retrospective: {every: quarter}\n', { decisions: [anEntry(7, { at: '2025-11-24T09:00:00Z' })] }, ['open the issue “How did we decide in the fourth quarter of 2025?”']],
    ['is opened where only tensions were reported', monthly, { tensions: [aTension(7, 'alice', { at: '2026-02-24T09:00:00Z' })] }, [opened]],
    ['is not opened where nothing was decided', monthly, { decisions: [anEntry(7, { at: '2026-03-02T09:00:00Z' })] }, []],
    ['is not opened unless the config says so', 'stewards: {pool: [dave]}\n', { decisions }, []],
    ['is not opened for a month in which Unpause was not here', monthly, { decisions, rules: { ...someFacts().rules, configuredAt: '2026-03-10T09:00:00Z' } }, []],
  ])('%s', (_case, yaml, parts, effects) => {
    expect(done(someFacts(parts), yaml)).toEqual(effects);
  });

  it('is opened once, and again a month later', () => {
    const facts = someFacts({ decisions: [...decisions, anEntry(8, { at: '2026-03-31T09:00:00Z' })] });
    const after = applied(facts, planStewardship(facts, aConfig(monthly), monday).effects, monday);
    expect(done(after, monthly)).toEqual([]);
    expect(done(after, monthly, new Date('2026-04-01T10:00:00Z'))).toEqual(['open the issue “How did we decide in March 2026?”, and ask dave to take it up']);
  });
});

describe('a digest', () => {
  const yaml = 'digest: {issue: 50}\n';
  const digestIssue = { number: 50, comments: [] };
  const open = [{ number: 7, title: 'Keys', url: 'https://github.com/acme/rfcs/pull/7', waitsFor: 'awaiting-review' as const, closesAt: null }];

  it.each([
    ['is written on its issue', { open, digestIssue }, ['write the digest on #50']],
    ['is sent to the chat', { open, chat: [] }, ['send the digest to the chat']],
    ['goes to both', { open, digestIssue, chat: [] }, ['write the digest on #50', 'send the digest to the chat']],
    ['is not written where there is nothing to say', { digestIssue, chat: [] }, []],
    ['is not written in the week in which Unpause came', { open, digestIssue, rules: { ...someFacts().rules, configuredAt: '2026-03-30T09:00:00Z' } }, []],
  ])('%s', (_case, parts, effects) => {
    expect(done(someFacts(parts), yaml)).toEqual(effects);
  });

  it('is written once a week, with what was decided since the last one', () => {
    const facts = someFacts({ open, digestIssue, chat: [], decisions: [anEntry(7), anEntry(8, { at: '2026-03-31T09:00:00Z' }), anEntry(9, { at: '2026-03-20T09:00:00Z' })] });
    const plan = planStewardship(facts, aConfig(yaml), monday);
    const decidedIn = (those: typeof plan) => those.effects.flatMap((effect) => ('notice' in effect && effect.notice.kind === 'digest' ? [effect.notice.digest.decided.map(({ number }) => number)] : []));
    expect(decidedIn(plan)).toEqual([[7], [7]]);
    const after = applied(facts, plan.effects, monday);
    expect(done(after, yaml, new Date('2026-04-05T10:00:00Z'))).toEqual([]);
    expect(decidedIn(planStewardship(after, aConfig(yaml), new Date('2026-04-06T10:00:00Z')))).toEqual([[8], [8]]);
    // Two weeks in which nobody worked.
    expect(decidedIn(planStewardship(after, aConfig(yaml), new Date('2026-04-20T10:00:00Z')))).toEqual([[8], [8]]);
  });

  it('says what closes within a week, and what is to be looked back at', () => {
    const closing = [...['2026-03-30T09:59:00Z', '2026-04-06T10:00:00Z', '2026-04-06T10:00:01Z'].map((closesAt, index) => ({ ...open[0], number: 7 + index, title: '', url: '', waitsFor: null, closesAt }))];
    const review = { outcome: 'kept', by: { id: 11, login: 'alice' }, why: 'It works.', at: '2026-03-29T09:00:00Z', source: { in: 'comment', id: 1, by: 11, hash: '' } } as const;
    const old = { at: '2025-03-24T09:00:00Z' };
    const decisions = [
      anEntry(1, { ...old, reviewOn: '2026-04-05' }),
      anEntry(2, { ...old, reviewOn: '2026-04-06' }),
      anEntry(3, { ...old, reviewOn: '2026-04-01', review }),
      anEntry(4, { ...old, reviewOn: '2026-04-01', result: 'superseded' }),
      anEntry(5, { ...old, reviewOn: '2026-03-01' }),
    ];
    const [effect] = planStewardship(someFacts({ open: closing, digestIssue, decisions }), aConfig(yaml), monday).effects;
    const digest = effect !== undefined && 'notice' in effect && effect.notice.kind === 'digest' ? effect.notice.digest : null;
    expect(digest?.closing.map(({ number }) => number)).toEqual([8]);
    expect(digest?.due.map(({ number }) => number)).toEqual([5, 1]);
  });
});

describe('what calls people', () => {
  const facts = someFacts({ tensions: threeTensions });

  it.each([
    ['at night', '2026-03-30T20:00:00Z', []],
    ['on a weekend', '2026-03-28T10:00:00Z', []],
    ['in the morning', '2026-03-31T09:00:00Z', [question]],
  ])('waits for working hours %s', (_case, at, effects) => {
    expect(done(facts, undefined, new Date(at))).toEqual(effects);
  });

  it('waits for tomorrow once as much was called as the config allows', () => {
    expect(done({ ...facts, load: { ...facts.load, callsToday: 50 } })).toEqual([]);
    expect(done({ ...facts, load: { ...facts.load, callsToday: 49 } })).toEqual([question]);
  });

  it('does not happen in a dry run, which says what would', () => {
    const plan = planStewardship(facts, { ...config, 'dry-run': true }, monday);
    expect([plan.effects, plan.withheld.map(describeStewardEffect)]).toEqual([[], [question]]);
  });

  it('does not happen without a config of the repository itself', () => {
    expect(done({ ...facts, rules: { ...facts.rules, isConfigured: false } })).toEqual([]);
  });
});
