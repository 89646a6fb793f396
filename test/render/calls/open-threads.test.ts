import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findCommands } from '../../../src/decision/commands/find-commands.ts';
import type { ReviewThread } from '../../../src/decision/review-threads.ts';
import { threadsItem } from '../../../src/render/calls/open-threads.ts';
import { runs, seed } from '../../support/property-runs.ts';
import { anyAttack, anyWords } from '../any-facts.ts';
import { spokenTo } from '../spoken-to.ts';

const numRuns = runs({ desk: 100, ci: 500, long: 20_000 });

function aThread(parts: Partial<ReviewThread> = {}): ReviewThread {
  return { path: 'rfcs/1.md', line: 4, url: 'https://github.com/acme/rfcs/pull/7#discussion_r1', at: '2026-03-02T10:00:00Z', by: 'carol', text: 'Who decides?', ...parts };
}

function item(...threads: ReviewThread[]): string {
  return threadsItem({ kind: 'known', threads }).replaceAll('\u200b', '');
}

describe('threadsItem', () => {
  it('shows where a thread is, who began it, and how', () => {
    expect(item(aThread())).toBe('- **Open review threads:**\n  - [rfcs/1.md, line 4](https://github.com/acme/rfcs/pull/7#discussion_r1), @carol: “Who decides?”');
    expect(item(aThread({ line: null, by: null }))).toContain('[rfcs/1.md](https://github.com/acme/rfcs/pull/7#discussion_r1), somebody: “Who decides?”');
  });

  it('shows the five newest, and how many more there are', () => {
    const text = item(...Array.from({ length: 7 }, (_, index) => aThread({ line: index + 1 })));
    expect(Array.from(text.matchAll(/line (\d)/g), ([, line]) => line)).toEqual(['7', '6', '5', '4', '3']);
    expect(text).toMatch(/\n {2}- … and 2 more$/);
  });

  it('says that it does not know, which is not that there are none', () => {
    expect(threadsItem({ kind: 'unknown' })).toContain('GitHub does not tell Unpause');
    expect(item()).toBe('');
    expect(threadsItem(null)).toBe('');
  });

  it('notifies, runs and shows nothing that anybody could have written', () => {
    const anyThread = fc.record({ path: anyWords, line: fc.option(fc.nat()), url: fc.constant('https://github.com/acme/rfcs/pull/7#discussion_r1'), at: fc.constant('2026-03-02T10:00:00Z'), by: fc.option(anyWords), text: fc.oneof(anyWords, anyAttack.map((attack) => attack.repeat(5_000))) });
    fc.assert(
      fc.property(fc.array(anyThread, { minLength: 1, maxLength: 8 }), (threads) => {
        const text = threadsItem({ kind: 'known', threads });
        const { nodes, mentioned, html } = spokenTo(text);
        expect([mentioned, html, findCommands(text)]).toEqual([[], [], []]);
        expect(text.length).toBeLessThan(8_000);
        for (const node of nodes) expect(['root', 'paragraph', 'strong', 'list', 'listItem', 'text', 'link', 'inlineCode']).toContain(node.type);
      }),
      { numRuns, seed },
    );
  });
});
