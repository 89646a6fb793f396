import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdownMessage } from '../../src/render/markdown-message.ts';
import { markdownNodes } from '../support/markdown-nodes.ts';
import { runs, seed } from '../support/property-runs.ts';
import { anyText } from './any-report.ts';

describe('markdownMessage', () => {
  it.each([
    ['quotes as code', 'Unexpected group `@acme/platform`, expected one person', 'Unexpected group `@acme/platform`, expected one person'],
    ['several quotations', '`a` and `**b**`', '`a` and `**b**`'],
    ['markup outside of them as text', 'Unexpected *x* and `y`', 'Unexpected \\*x\\* and `y`'],
    ['a lone backtick as itself', 'Unexpected ` here', 'Unexpected \\` here'],
    ['names outside of them without a mention', 'by @alice in `x`', 'by @\u200balice in `x`'],
  ])('shows %s', (_, message, expected) => {
    expect(markdownMessage(message)).toBe(expected);
  });

  it('holds nothing but text and code, whatever the message', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, fc.constant('`'))).map((parts) => parts.join('')), (message) => {
        const nodes = markdownNodes(`- ${markdownMessage(message)} (end)`);
        for (const node of nodes) {
          expect(['root', 'list', 'listItem', 'paragraph', 'text', 'inlineCode']).toContain(node.type);
          if (node.type === 'text') expect(node.value).not.toMatch(/@\w|#\d/);
        }
      }),
      { numRuns: runs({ desk: 500, ci: 3000, long: 50_000 }), seed },
    );
  });
});
