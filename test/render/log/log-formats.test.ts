import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { parse as parseYaml } from 'yaml';
import type { LogEntry } from '../../../src/decision/log/entry.ts';
import type { PrincipleReview } from '../../../src/decision/stewards/principle-reviews.ts';
import { createLinter } from '../../../src/lib.ts';
import { defaultConfig } from '../../../src/config/schema.ts';
import { atomLog } from '../../../src/render/log/log-atom.ts';
import { csvLog } from '../../../src/render/log/log-csv.ts';
import { decisionPath, renderDecision, renderIndex, renderReviews } from '../../../src/render/log/log-html.ts';
import { jsonLog } from '../../../src/render/log/log-json.ts';
import { madrName, renderMadr } from '../../../src/render/log/log-madr.ts';
import { markdownLog } from '../../../src/render/log/log-markdown.ts';
import type { LogWriter } from '../../../src/render/log/log-writer.ts';
import { aLogEntry, alice, bob, carol } from '../../support/a-log-entry.ts';
import { harmIn } from '../../support/harm.ts';
import { runs, seed } from '../../support/property-runs.ts';
import { strangeEntry } from '../../support/strange-entries.ts';

const head = { name: 'acme/rfcs', url: 'https://github.com/acme/rfcs' };
const source = { in: 'comment', id: 9, by: bob.id, hash: 'bb' } as const;
const feed = atomLog({ self: 'https://unpause.example/log.atom', updatedAt: '2026-04-01T00:00:00Z' });

function written(writer: LogWriter, entries: readonly LogEntry[], reviews: readonly PrincipleReview[] = []): string {
  return [writer.begin(head), ...entries.map((entry, index) => writer.each(entry, index)), writer.reviews?.(reviews), writer.end()].join('');
}

const full = aLogEntry({
  isSatisfied: false,
  zone: 'centre-aware',
  owner: bob,
  objections: [
    { by: bob, why: 'It is slow.', at: '2026-03-04T10:00:00Z', answered: { by: carol, why: 'By a day.', at: '2026-03-04T12:00:00Z', source }, withdrawnAt: null, setAside: { by: alice, why: 'A day is fine.', at: '2026-03-05T10:00:00Z', source } },
    { by: carol, why: 'It is dear.', at: '2026-03-04T10:00:00Z', answered: null, withdrawnAt: '2026-03-06T10:00:00Z', setAside: null },
  ],
  tensions: [{ principle: 'small-steps', why: 'It was one step.', by: carol, at: '2026-03-20T10:00:00Z' }],
  confirmedAt: '2026-03-12T10:00:00Z',
  review: { outcome: 'kept', by: alice, why: 'It held.', at: '2026-06-01T10:00:00Z', source },
});
const undecided = aLogEntry({ number: 8, n: 0, result: 'merged-without-decision', outcome: null, by: null, why: null, rung: null, domain: null, topic: null, voices: [], principles: [], context: '' });

describe('the decision log as Markdown', () => {
  it('says who decided what, by which rule, why, and how it turned out', () => {
    expect(written(markdownLog, [full, undecided])).toBe(`# Decisions: acme/rfcs

## [Rotate signing keys \\(\\#\u200b7\\)](https://github.com/acme/rfcs/pull/7)

> A key that leaks is worth less when it is young.

- **Result:** Accepted
- **Decided:** 2026-03-10, by @\u200balice
- **Why:** The audit is done.
- **Decision Owner:** @\u200bbob
- **Rule:** consent: it goes ahead unless there is a reasoned objection; decided before that was so, by the owner’s word \\(/decide anyway\\)
- **Domain:** security
- **Zone:** centre-aware: the stewards were told
- **Topic:** Key rotation
- **Principles:** small-steps
- **Time taken:** 8 days, from 2026-03-02 to 2026-03-10
- **In favour:** [@\u200bbob](https://github.com/acme/rfcs/pull/7#pullrequestreview-201)
- **Silent until the end:** @\u200bcarol
- **Objections set aside:** @\u200bbob on 2026-03-04: It is slow. Answered by @\u200bcarol: By a day. Set aside by @\u200balice: A day is fine.
- **Objections withdrawn:** @\u200bcarol on 2026-03-04: It is dear.
- **Tensions:** @\u200bcarol on 2026-03-20, about small-steps: It was one step.
- **Confirmed:** 2026-03-12
- **Looked back:** kept on 2026-06-01, by @\u200balice: It held.
- **Documents:** [rfcs/0001-keys.md](https://github.com/acme/rfcs/pull/7/files)
- **Sources:** [pull request \\#\u200b7](https://github.com/acme/rfcs/pull/7), [the decision](https://github.com/acme/rfcs/pull/7#issuecomment-101)

## [Rotate signing keys \\(\\#\u200b8\\)](https://github.com/acme/rfcs/pull/7)

- **Result:** Merged without a decision
- **Merged:** 2026-03-10
- **Decision Owner:** @\u200balice
- **Time taken:** 8 days, from 2026-03-02 to 2026-03-10
- **Documents:** [rfcs/0001-keys.md](https://github.com/acme/rfcs/pull/7/files)
- **Sources:** [pull request \\#\u200b8](https://github.com/acme/rfcs/pull/7), [the decision](https://github.com/acme/rfcs/pull/7#issuecomment-101)
`);
  });
});

describe('the questions about principles', () => {
  const asked = { principle: 'small-steps', number: 9, url: 'https://github.com/acme/rfcs/issues/9', askedAt: '2026-03-20T10:00:00Z', closedAt: null, ending: null };
  const reviews: PrincipleReview[] = [asked, ...(['changed', 'removed', 'kept'] as const).map((ending) => ({ ...asked, closedAt: '2026-03-27T10:00:00Z', ending }))];

  it('stand behind the decisions for people', () => {
    const [, section = ''] = written(markdownLog, [], reviews).split('## Questions about principles');
    expect(section.replaceAll('[Does “small-steps” still fit?](https://github.com/acme/rfcs/issues/9)', 'It')).toBe(`

- It was asked on 2026-03-20; the question is open.
- It was asked on 2026-03-20; it got other words on 2026-03-27.
- It was asked on 2026-03-20; it was taken out on 2026-03-27.
- It was asked on 2026-03-20; it was kept as it is on 2026-03-27.
`);
    expect(renderReviews(head, reviews)).toContain('<a href="https://github.com/acme/rfcs/issues/9">Does “small-steps” still fit?</a>\n<p>Was asked on 2026-03-20; it got other words on 2026-03-27.</p>');
  });

  it('stand behind them for programs', () => {
    expect((JSON.parse(written(jsonLog, [full], reviews)) as { principleReviews: unknown }).principleReviews).toEqual(reviews);
  });
});

describe('the decision log as MADR', () => {
  it('is a record that our own preset reads', () => {
    const text = renderMadr(full);
    const { decision, findings } = createLinter({ ...defaultConfig, lint: { ...defaultConfig.lint, preset: 'madr' } }).lint({ path: 'docs/decisions/0007.md', text }, { now: new Date('2026-03-10') });
    expect(decision).toMatchObject({ form: 'frontmatter', owners: [{ login: 'alice' }] });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    [aLogEntry(), '0007-rotate-signing-keys.md'],
    [aLogEntry({ n: 2, number: 12_345 }), '12345-2-rotate-signing-keys.md'],
    [aLogEntry({ question: '../../etc/passwd' }), '0007-etc-passwd.md'],
    [aLogEntry({ question: '決定', n: 0 }), '0007-0-decision.md'],
  ])('has a name of its own (%#)', (entry, name) => {
    expect(madrName(entry)).toBe(name);
  });
});

describe('the decision log as Atom', () => {
  it('keeps the id of an entry when its repository is renamed and its question rewritten', () => {
    const id = (entry: LogEntry) => /<entry>\n<id>([^<]+)/.exec(feed.each(entry, 0))?.[1];
    expect(id(aLogEntry())).toBe('tag:github.com,2026-03-02:unpause/1/7/1');
    expect(id(aLogEntry({ question: 'Other words', repository: { owner: 'other', name: 'name' } }))).toBe(id(aLogEntry()));
  });

  it('says when an entry last changed', () => {
    expect(feed.each(full, 0)).toContain('<updated>2026-06-01T10:00:00Z</updated>');
  });

  const objection = { by: bob, why: 'Too fast', at: '2026-03-04T10:00:00Z', answered: null, withdrawnAt: null, setAside: null };
  const at = '2026-03-21T10:00:00Z';
  it.each<[what: string, parts: Parameters<typeof aLogEntry>[0]]>([
    ['confirmed', { confirmedAt: at }],
    ['opened again', { reopened: { by: alice, why: 'News', at, source } }],
    ['superseded', { result: 'superseded', supersededAt: at }],
    ['looked back at', { review: { outcome: 'kept', by: alice, why: 'It held', at, source } }],
    ['objected to', { objections: [{ ...objection, at }] }],
    ['an objection answered', { objections: [{ ...objection, answered: { by: alice, why: 'Not so', at, source } }] }],
    ['an objection less', { objections: [{ ...objection, withdrawnAt: at }] }],
    ['an objection set aside', { objections: [{ ...objection, setAside: { by: alice, why: 'No', at, source } }] }],
    ['in tension with a principle', { tensions: [{ principle: 'small-steps', why: 'One leap', by: bob, at }] }],
  ])('says that an entry changed when it was %s', (_, parts) => {
    expect(feed.each(aLogEntry(parts), 0)).toContain(`<updated>${at}</updated>`);
  });
});

describe('the decision log as CSV', () => {
  it('has a row for each decision under named columns', () => {
    const [names = [], ...rows] = parseCsv(written(csvLog, [full, undecided]));
    const cells = rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
    expect(cells).toMatchObject([
      { repository: 'acme/rfcs', number: '7', decision: '1', result: 'accepted', days_taken: '8', decided_by: 'alice', rung: 'consent', rung_satisfied: 'false', support: 'bob', silent: 'carol', objections: '2', objections_set_aside: '1', review: 'kept' },
      { number: '8', decision: '0', result: 'merged-without-decision', decided_by: '', decision_owner: 'alice', rung: '' },
    ]);
  });
});

describe('the decision log as HTML', () => {
  it('leads from the index to each decision, and between its pages', () => {
    const page = renderIndex({ head, entries: [full], page: 1, hasNext: true });
    expect(page).toContain(`<a href="${decisionPath(full)}">Rotate signing keys</a>`);
    expect(page).toContain('<a rel="prev" href="index.html">Newer</a> <a rel="next" href="index-3.html">Older</a>');
    expect(renderIndex({ head, entries: [], page: 0, hasNext: false })).toContain('No decision has been recorded yet.');
  });
});

describe(`every format, whatever people wrote (seed ${seed})`, () => {
  const numRuns = runs({ desk: 60, ci: 300, long: 5_000 });
  const check = (property: (entries: LogEntry[]) => void) => {
    fc.assert(fc.property(fc.array(strangeEntry, { maxLength: 3 }), property), { numRuns, seed });
  };

  it('is JSON that reads back as the entries', () => {
    check((entries) => {
      const read = JSON.parse(written(jsonLog, entries)) as { version: number; decisions: unknown[] };
      expect(read.version).toBe(1);
      expect(read.decisions).toEqual(JSON.parse(JSON.stringify(entries)));
    });
  });

  it('is CSV with as many cells in each row, none of them a formula', () => {
    check((entries) => {
      const rows = parseCsv(written(csvLog, entries));
      expect(rows).toHaveLength(entries.length + 1);
      for (const row of rows) {
        expect(row).toHaveLength(rows[0]?.length ?? 0);
        expect(row.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
      }
    });
  });

  it('is a feed of well-formed XML with one id for each entry', () => {
    check((entries) => {
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw error;
      });
      let found = 0;
      parser.on('opentag', ({ name }) => {
        found += name === 'entry' ? 1 : 0;
      });
      parser.write(written(feed, entries)).close();
      expect(found).toBe(entries.length);
    });
  });

  it('is Markdown that mentions nobody and holds nobody else’s markup', () => {
    check((entries) => {
      expect(harmIn(written(markdownLog, entries), { homes: ['https://github.com/acme/rfcs'] })).toEqual([]);
    });
  });

  it('is MADR whose front matter is ours alone', () => {
    check((entries) => {
      for (const entry of entries) {
        const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(renderMadr(entry)) ?? [];
        expect(Object.keys(parseYaml(matter) as object)).toEqual(['status', 'date', 'decision-makers', 'consulted', 'informed']);
        expect(harmIn(body, { homes: ['https://github.com/acme/rfcs'] })).toEqual([]);
        expect(madrName(entry)).toMatch(/^\d{4,}(?:-\d)?-[a-z0-9-]+\.md$/);
      }
    });
  });

  it('is HTML without a script, a style or an address of anybody’s making', () => {
    check((entries) => {
      for (const html of [renderIndex({ head, entries, page: 0, hasNext: false }), ...entries.map((entry) => renderDecision(head, entry))]) {
        expect(html).not.toMatch(/<(?:script|style|img|iframe|form|input)\b/i);
        const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url);
        expect(links.filter((url) => !/^(?:https:\/\/github\.com\/acme\/rfcs|https?:\/\/|(?:\.\.\/)?(?:index|style|principles|decisions\/))/.test(url))).toEqual([]);
        expect([...html.matchAll(/<([a-z]+\d?)/g)].map(([, tag = '']) => tag).filter((tag) => !ownTags.has(tag))).toEqual([]);
      }
    });
  });
});

const ownTags = new Set(['html', 'head', 'meta', 'title', 'link', 'body', 'main', 'nav', 'a', 'h1', 'p', 'ol', 'li', 'span', 'article', 'blockquote', 'dl', 'dt', 'dd']);

/** As RFC 4180 has it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    if (whole === '') break;
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
