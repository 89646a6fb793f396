import { describe, expect, it } from '@jest/globals';
import type { Answer, Refusal, Remark } from '../../src/decision/commands/verdict.ts';
import { renderCall } from '../../src/render/calls/render-call.ts';
import { carol, dave, examplePlace } from '../../src/render/messages/example-facts.ts';

function replyTo(answers: readonly Answer[], asked = [dave]): string {
  const [, ...lines] = renderCall({ kind: 'reply', event: 'reply.c1', asked, answers }, examplePlace).replaceAll('\u200b', '').split('\n');
  return lines.join('\n');
}

function refused(typed: string, refusal: Refusal): Answer {
  return { typed, verdict: { kind: 'refused', refusal }, wants: null };
}

function done(typed: string, ...remarks: Remark[]): Answer {
  return { typed, verdict: { kind: 'done', remarks }, wants: null };
}

const again = 'A new comment does it: each comment is read once, so an edit of the old one runs nothing.';

describe('a reply', () => {
  it('says what would work in place of what was typed', () => {
    expect(replyTo([refused('/dir take', { why: 'unknown', nearest: '/dri take' })])).toBe(`@dave, on \`/dir take\`: did you mean \`/dri take\`? You can post it so, and \`/dri help\` lists all commands.\n\n${again}`);
  });

  it('speaks of a new comment only where the same person can try again', () => {
    expect(replyTo([refused('/dri done', { why: 'no-dri' })])).not.toContain(again);
  });

  it('says who may do what its writer may not', () => {
    expect(replyTo([refused('/decide accept x', { why: 'not-allowed', who: ['owner', '@acme/leads'] })])).toContain('this is for the Decision Owner or @acme/leads, who can post it.');
    expect(replyTo([refused('/dri take', { why: 'not-allowed', who: ['members'] })])).toContain('this is for members (members are the author, the Decision Owner');
    expect(replyTo([refused('/tension x', { why: 'not-allowed', who: [] })])).toContain('the config of this repository switches this command off');
  });

  it('answers all that was not run in one list, and what is the same once', () => {
    const same = refused('/dir take', { why: 'unknown', nearest: '/dri take' });
    const text = replyTo([same, done('/support'), same, refused('/withdraw', { why: 'no-objection' })]);
    expect(text).toMatch(/^@dave, on what you posted:\n\n- `\/dir take`: .*\n- `\/withdraw`: .*\n\n/);
    expect(text).not.toContain('/support');
  });

  it('cuts many to a few, and says how many more there are', () => {
    const text = replyTo(Array.from({ length: 20 }, (_, index) => refused(`/dir ${index}`, { why: 'unknown', nearest: '/dri take' })));
    expect(text.match(/^- `/gm)).toHaveLength(5);
    expect(text).toContain('\n- … and 15 more.\n');
  });

  it('tells what is worth knowing of a command that was run', () => {
    expect(replyTo([done('/dri assign @carol', { what: 'away', person: carol, until: '2026-03-20T08:00:00Z' })])).toBe(
      '@dave, on `/dri assign @carol`: done. @carol is away until Friday 2026-03-20; if it is better not to wait, somebody else can be named with the same command.',
    );
  });

  it('lists the commands for who asks for help, after what was not run', () => {
    const help: Answer = { typed: '/dri help', verdict: { kind: 'done', remarks: [] }, wants: 'help' };
    expect(replyTo([help])).toMatch(/^@dave, here is what you can post, each at the start of a line:\n\n- `\/dri take \[for STEP\] \[until WHEN\]`: Become temporary DRI for the next step\. For members\.\n/);
    expect(replyTo([refused('/dri done', { why: 'no-dri' }), help])).toMatch(/^@dave, on `\/dri done`: .*\n\nHere is what you can post/);
  });

  it('is whole where nobody is asked, and where there is nothing to say', () => {
    expect(replyTo([refused('/dri done', { why: 'no-dri' })], [])).toMatch(/^On `\/dri done`: nobody is temporary DRI/);
    expect(replyTo([done('/support')])).toBe('@dave, the status comment shows how things are, and what you can do next.');
  });
});
