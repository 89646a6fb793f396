import { describe, expect, it } from '@jest/globals';
import { eventMarker } from '../../../src/decision/markers.ts';
import { forgetInIssue } from '../../../src/decision/stewards/forget-issue.ts';
import { principleEvent, readIssueMark, retrospectiveEvent, withEnding } from '../../../src/decision/stewards/notice-marks.ts';
import { alice, carol } from '../../support/a-log-entry.ts';

const nobody = { id: 0, login: 'former-participant' };
const question = { principle: 'small-steps', n: 2, wording: '1x2y3z', ending: null } as const;

describe('an issue of Unpause’s own', () => {
  it('asks nobody any more, and is still the same question', () => {
    const body = `${eventMarker(principleEvent({ ...question, asked: alice }))}\n@alice, could you take this up?\n\n- Too slow (@\u200bcarol)`;
    const rewritten = forgetInIssue({ body }, alice);
    expect(rewritten).toBe(`${eventMarker(principleEvent({ ...question, asked: nobody }))}\nformer-participant, could you take this up?\n\n- Too slow (@\u200bcarol)`);
    const mark = readIssueMark({ body: rewritten });
    expect(mark).toEqual({ kind: 'principle', ...question, asked: nobody });
    expect(mark?.kind === 'principle' && readIssueMark({ body: withEnding(rewritten, mark, 'changed') })).toMatchObject({ ...question, ending: 'changed' });
  });

  it('asks whom it asked, where only somebody who reported is forgotten', () => {
    const mark = eventMarker(principleEvent({ ...question, asked: alice }));
    expect(forgetInIssue({ body: `${mark}\n@alice\n\n- Too slow (@\u200bcarol)` }, carol)).toBe(`${mark}\n@alice\n\n- Too slow (former-participant)`);
  });

  it('looks back at the same period', () => {
    const rewritten = forgetInIssue({ body: `${eventMarker(retrospectiveEvent('2026-Q4', alice))}\n@alice, could you bring it to the team?` }, alice);
    expect(rewritten).not.toContain('alice');
    expect(readIssueMark({ body: rewritten })).toEqual({ kind: 'retrospective', period: '2026-Q4', asked: nobody });
  });

  it('is rid of the name that they had when they were asked', () => {
    expect(forgetInIssue({ body: `${eventMarker(retrospectiveEvent('2026-Q4', alice))}\n@alice, could you?` }, { id: alice.id, login: 'alice-new' })).not.toContain('alice');
  });

  it('stays as it is where it does not name them', () => {
    const body = `${eventMarker(retrospectiveEvent('2026-Q4', null))}\nWhoever would like to.`;
    expect(forgetInIssue({ body }, alice)).toBe(body);
  });
});
