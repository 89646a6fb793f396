/** The story that the README begins with, played as it stands there: its days, its commands, and whom it asks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { alice, bob, carol, erin, everybody } from '../support/a-command-context.ts';
import { aSnapshot, headSha } from '../support/a-snapshot.ts';
import { aPureRfc } from '../support/pure-rfc.ts';
import { did, pushed, requested, wrote } from '../support/some-acts.ts';

const dave: Account = { id: 24, login: 'dave', isBot: false };
const frank: Account = { id: 26, login: 'frank', isBot: false };
const people = [...everybody, ...[dave, frank].map((account) => ({ account, permission: 'write' as const, isAssignable: true }))];
const config = { ...defaultConfig, dri: { ...defaultConfig.dri, pool: ['dave'] }, escalation: { ...defaultConfig.escalation, path: ['frank'] } };

/** Each row's day, and the command in it where there is one. */
function readStory(): { day: string; command: string | null }[] {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  const [, table = ''] = readme.split('| an RFC that rests | |\n| --- | --- |\n');
  const rows = (table.split('\n\n')[0] ?? '').split('\n').map((row) => row.split(' | '));
  return rows.map(([day = '', text = '']) => ({ day: day.replace('| ', ''), command: /`(\/[^`]+)`/.exec(text)?.[1] ?? null }));
}

function anRfc(): PureRfc {
  const at = '2026-03-02T10:00:00Z';
  const acts = [did('opened', bob, '03-02T10:00'), pushed(bob, '03-02T10:00'), requested(carol, '03-02T10:00', bob)];
  return aPureRfc(aSnapshot({ rfc: { author: bob, createdAt: at, lastHumanActivityAt: at, head: { sha: headSha, fork: null } }, people, acts, reviewers: [carol] }), config, new Date(at));
}

/** Looks every hour up to a moment; the calls that were made by then, each with its weekday and whom it mentions. */
function callsUntil(rfc: PureRfc, moment: string): string[] {
  const before = rfc.calls().length;
  rfc.settle();
  while (rfc.now() < new Date(`2026-${moment}:00Z`)) {
    rfc.pass(3_600_000);
    rfc.settle();
  }
  return rfc.calls().slice(before).map(({ createdAt, body }) => {
    const [, kind = ''] = /event ([a-z]+)/.exec(body) ?? [];
    const asked = people.filter(({ account }) => new RegExp(`(?<!\\w)@${account.login}\\b`).test(body)).map(({ account }) => account.login);
    return `${new Date(createdAt).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })} ${kind} ${asked.join(', ')}`;
  });
}

describe('the story of the README', () => {
  const story = readStory();
  const commands = story.flatMap(({ command }) => command ?? []);

  it('comes out as it says', () => {
    const [hand = '', escalate = '', decide = ''] = commands;
    const rfc = anRfc();
    const told = [
      ...callsUntil(rfc, '03-10T10:00'),
      ...saying(rfc, { by: dave, command: hand, at: '03-10T11:00' }),
      ...saying(rfc, { by: erin, command: escalate, at: '03-11T11:00' }),
      ...saying(rfc, { by: alice, command: decide, at: '03-12T09:00' }),
      ...callsUntil(rfc, '03-20T10:00'),
    ];
    expect(told).toEqual(['Thursday nudge carol', 'Monday dri dave', 'Tuesday hand erin', 'Wednesday escalation frank']);
    expect(story.map(({ day }) => day)).toEqual(['Monday', 'Thursday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday']);
    expect(rfc.record()?.decisions).toMatchObject([{ outcome: 'accept', by: { login: 'alice' } }]);
    expect(rfc.record()?.terms.map(({ holder, ended }) => `${holder.login} ${ended?.how ?? ''}`)).toEqual(['dave handed', 'erin moved-on']);
  });
});

function saying(rfc: PureRfc, { by, command, at }: { by: Account; command: string; at: string }): string[] {
  const before = callsUntil(rfc, at);
  rfc.act(wrote(by, at, command));
  return [...before, ...callsUntil(rfc, at.replace(/\d\d:\d\d$/, '16:00'))];
}
