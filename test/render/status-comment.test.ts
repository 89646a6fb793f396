import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig } from '../../src/config/schema.ts';
import { newRecord, observeRecord, type Record } from '../../src/decision/record.ts';
import type { ObservedDocument } from '../../src/decision/snapshot.ts';
import { nothingToLearn } from '../../src/decision/learning.ts';
import type { Status } from '../../src/decision/plan.ts';
import { progressOf } from '../../src/render/status/progress-of.ts';
import { renderStatusComment } from '../../src/render/status-comment.ts';
import { allowedIn } from '../../src/render/who-can.ts';
import { aBody, aDocument, aSeal, anUnreadDocument, ownerless } from '../support/a-snapshot.ts';
import { markdownNodes } from '../support/markdown-nodes.ts';
import { runs, seed } from '../support/property-runs.ts';
import { anyReport, anyText } from './any-report.ts';

const record: Record = newRecord('2026-03-01T10:00:00.000Z');
const place = { rfcUrl: 'https://github.com/acme/rfcs/pull/7', timezone: 'UTC', allowed: allowedIn(defaultConfig) };
const still: Omit<Status, 'phase' | 'documents' | 'record'> = { outside: null, heard: { asked: [], answered: [], open: [] }, pause: null, needsSteward: false, confirm: null, progress: null, waits: [], learning: nothingToLearn, former: null };
const numRuns = runs({ desk: 60, ci: 1000, long: 10_000 });

function bodyOf(parts: Partial<Status> = {}): string {
  const status: Status = { phase: 'open', documents: [aDocument()], record, ...still, ...parts };
  const progress = progressOf(status, { comments: [], people: [] }, []);
  return renderStatusComment(status, { seal: aSeal, progress, place, checksUrl: 'https://github.com/acme/rfcs/pull/7/checks' });
}

/** What people see: neither the marker nor the record. */
function visible(body: string): string {
  return body.split('\n').slice(1, -1).join('\n').trim();
}

describe('renderStatusComment', () => {
  it('says who decides, and nothing more where nothing is missing', () => {
    expect(visible(bodyOf())).toBe('**Who decides:** @\u200balice ([line 3](https://github.com/acme/rfcs/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/rfcs/0001-keys.md?plain=1#L3))');
  });

  it('says how to name an owner, and lists what helps next', () => {
    const text = visible(bodyOf({ documents: [aBody(ownerless)] }));
    expect(text).toContain('**Who decides:** not named yet. A line such as `**Decision Owner**: @login` near the top');
    expect(text).toContain('**What helps next** (1 error, 1 advice):\n\n- [line 1](https://github.com/acme/rfcs/issues/7), **error**: Missing Decision Owner');
  });

  it('says that another bot kept a status here before', () => {
    const former = { by: 'github-actions[bot]', url: 'https://github.com/acme/rfcs/issues/7#issuecomment-1' };
    expect(visible(bodyOf({ former }))).toContain('[An older status comment](https://github.com/acme/rfcs/issues/7#issuecomment-1) by `github-actions[bot]` is not kept up any more: this one counts.');
  });

  it('lists the documents where there are several', () => {
    const text = visible(bodyOf({ documents: [aDocument(), anUnreadDocument(), aDocument({ path: 'rfcs/2.md', text: ownerless })] }));
    expect(text).toMatch(/^\*\*Who decides:\*\*\n\n- \[rfcs\/0001-keys\.md\]\(.*\): @\u200balice .*\n- .*: not known, as the document could not be judged: GitHub did not answer\n- \[rfcs\/2\.md\]\(.*\): not named yet/);
  });

  it.each([
    ['merged', 'This RFC is merged.'],
    ['closed', 'This RFC is closed.'],
  ] as const)('says that an RFC is %s instead of what would help', (phase, expected) => {
    const text = visible(bodyOf({ phase, documents: [aDocument({ text: ownerless })] }));
    expect(text).toContain(expected);
    expect(text).not.toContain('What helps next');
  });

  it('says once and for all that the record was rebuilt', () => {
    const rebuilt = { at: '2026-03-02T10:00:00.000Z', reason: 'altered' } as const;
    expect(visible(bodyOf({ record: { ...record, rebuilt } }))).toContain('had been edited by somebody else, so it was rebuilt on 2026-03-02.');
  });

  it('stays under 20,000 characters, and says where the rest is', () => {
    const text = `# RFC\n\n${'x'.repeat(50)}\n`;
    const documents = Array.from({ length: 300 }, (_, index) => aDocument({ path: `rfcs/${index}-${'long'.repeat(20)}.md`, text }));
    const body = visible(bodyOf({ documents }));
    expect(body.length).toBeLessThan(20_000);
    expect(body).toMatch(/- … and \d+ more documents/);
    expect(body).toMatch(/- … and \d+ more: \[the check has them all\]/);
  });

  it('holds nothing that a document could make of it, and its record can always be read', () => {
    fc.assert(
      fc.property(anyReport, anyText, fc.boolean(), ({ results }, unread, isBody) => {
        const documents = results.map((result): ObservedDocument => ({ path: result.path, blob: isBody ? null : 'b', url: 'https://github.com/acme/rfcs/blob/a/x.md', result, unread: null, wording: null, diff: [], texts: null }));
        const body = bodyOf({ documents: [...documents, { ...anUnreadDocument(), unread }] });

        expect(body.startsWith('<!-- unpause:status -->\n')).toBe(true);
        expect(observeRecord(body, { seal: aSeal, copy: null })).toEqual({ kind: 'sound', record });
        const nodes = markdownNodes(body);
        // Ours are the marker on top and the record at the end.
        expect(nodes.filter(({ type }) => type === 'html')).toHaveLength(2);
        for (const node of nodes) {
          expect(['root', 'html', 'paragraph', 'strong', 'list', 'listItem', 'text', 'link', 'inlineCode']).toContain(node.type);
          if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/(?:github\.com\/acme\/rfcs\/|example\.org\/rules)/);
          if (node.type === 'text') expect(node.value).not.toMatch(/@\w|#\d/);
        }
      }),
      { numRuns, seed },
    );
  });
});
