import { describe, expect, it } from '@jest/globals';
import { isAside, isQuestion } from '../../src/decision/aside.ts';
import { bob } from '../support/a-command-context.ts';
import { reviewed, wrote } from '../support/some-acts.ts';

describe('words that say nothing about the RFC', () => {
  it.each<[string, boolean, boolean]>([
    ['/dri status', true, true],
    ['/dri help', true, true],
    ['  /DRI\tStatus.\r\n\r\n/dri help\n', true, true],
    ['/dri away until Friday', false, true],
    ['/dri back', false, true],
    ['/dri status\n/dri away until Friday', false, true],
    ['', false, false],
    ['/dri', false, true],
    ['/dri take', false, true],
    ['/dri pas', false, true],
    ['/hold 2d\nMy thoughts are forming.', false, true],
    ['/hold 2d\r\n \r\nI like it.', false, false],
    ['/escalate Help.\n\n/wait until Friday The audit.', false, true],
    ['/dri done We agreed on the format.', false, false],
    ['/object It is too risky.', false, false],
    ['/holding', false, false],
    ['/dri statuses', false, true],
    ['/dri status please', false, true],
    ['/dri status\nI like it.', false, true],
    ['/dri status\n\nI like it.', false, false],
    ['I like it.\n\n/dri status', false, false],
    ['`/dri status`', false, false],
    ['> /dri status', false, false],
  ])('%j: a question %s, an aside %s', (body, question, aside) => {
    const act = wrote(bob, '03-02T10:00', body);
    expect([isQuestion(act), isAside(act)]).toEqual([question, aside]);
  });

  it('are no review, which has a verdict beside them', () => {
    const review = { ...reviewed(bob, '03-02T10:00'), body: '/dri status' };
    expect([isQuestion(review), isAside(review)]).toEqual([false, false]);
  });
});
