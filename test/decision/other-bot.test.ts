import { describe, expect, it } from '@jest/globals';
import { otherStatus } from '../../src/decision/other-bot.ts';
import { alice } from '../support/a-command-context.ts';
import { wrote } from '../support/some-acts.ts';

const bot = { id: 77, login: 'unpause[bot]', isBot: true };
const status = '<!-- unpause:status -->\n**Who decides:** bob\n<!-- unpause:record {} -->';

describe('otherStatus', () => {
  it('finds the status comment that another bot keeps', () => {
    expect(otherStatus({ acts: [wrote(alice, '03-02T10:00'), wrote(bot, '03-02T11:00', status)] })?.by).toEqual(bot);
  });

  it.each([
    ['a person pasted one', wrote(alice, '03-02T10:00', status)],
    ['a bot quotes one', wrote(bot, '03-02T10:00', `Look:\n${status}`)],
    ['a bot repeats its first line alone', wrote(bot, '03-02T10:00', '<!-- unpause:status -->\nHello')],
    ['it is its own', { ...wrote(bot, '03-02T10:00', status), isOwn: true }],
  ])('finds none where %s', (_case, act) => {
    expect(otherStatus({ acts: [act] })).toBeNull();
  });
});
