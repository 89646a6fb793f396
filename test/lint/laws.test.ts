import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLinter, defaultConfig, lint, type Config, type DocumentResult } from '../../src/lib.ts';
import { markdownDocument } from '../support/markdown-documents.ts';
import { runs, seed } from '../support/property-runs.ts';

const now = new Date('2026-11-21T12:00:00Z');
const everyRule: Config['lint']['rules'] = { 'required-sections': ['warning', { sections: ['Summary', 'Motivation'] }], 'outcome-review': 'warning' };
const config: Config = { ...defaultConfig, people: { 'Alice Smith': 'alice' }, lint: { ...defaultConfig.lint, rules: everyRule } };
const linter = createLinter(config);
const numRuns = runs({ desk: 100, ci: 1_000, long: 50_000 });

/** Bits of which documents are made that mean something to some part of the engine. */
const bit = fc.constantFrom(
  'Decision Owner', '**Decision Owner**: ', 'Decide by: ', '# ', '## Summary\n', '- ', '1. ', '> ', '| ', '|---|---|\n', '---\n', '+++\n', 'decision-owner: ', 'decision-owner = ',
  '@alice', '@bob', 'Alice Smith', 'TBD', '[Name here]', '[', ']', '(', ')', '](', 'https://github.com/alice', '<', '>', '<!--', '-->', '<!-- unpause-disable decide-by: x -->', '<del>', '</del>',
  '`', '```\n', '~~', '**', '_', '\\', '&amp;', '&#64;', '&', ':', '：', ',', ';', ' and ', ' / ', '"', "'", '{', '}', '#', '*a', '&a ', '- [ ] ', '[^1]', '[^1]: ', '2026-12-01', '1 May 2027',
  '\n', '\n\n', '\r\n', '\r', '\t', ' ', '    ', '\u00A0', '\u200B', '\u202E', '\uFEFF', '\0', '\uD800', '\uDC00', '😀', 'é', 'e\u0301', '決定', 'İ', 'ß', 'ﬁ',
);
const anyText = fc
  .array(fc.oneof({ weight: 6, arbitrary: bit }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }), { maxLength: 40 })
  .map((parts) => parts.join(''));
const anyDocument = fc.oneof(anyText, markdownDocument);
const anyPath = fc.oneof(fc.constantFrom('rfc.md', 'kep.yaml', 'a b/ü.markdown', '', '.', '../x.yml', '__proto__'), fc.string({ unit: 'binary' }));

const judge = (text: string, path = 'rfc.md'): DocumentResult => linter.lint({ path, text }, { now });

/** Lines as the engine counts them: a byte order mark is not part of the first. */
function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, '\n').split('\n');
}

function isInside(lines: readonly string[], { line, column }: { line: number; column: number }): boolean {
  const length = lines[line - 1]?.length;
  return length !== undefined && column >= 1 && column <= length + 1;
}

const check = (property: fc.IRawProperty<unknown>): void => fc.assert(property as fc.IProperty<unknown>, { numRuns, seed });

describe('lint', () => {
  it(`answers any text at any path (${numRuns} runs, seed ${seed})`, () => {
    check(fc.property(anyText, anyPath, (text, path) => {
      expect(judge(text, path).path).toBe(path);
    }));
  });

  it('points into the text, always', () => {
    check(fc.property(anyDocument, fc.constantFrom('rfc.md', 'kep.yaml'), (text, path) => {
      const { decision, fields, findings } = judge(text, path);
      const lines = linesOf(text);
      const points = [
        ...findings.flatMap(({ line, column, endLine, endColumn }) => [{ line, column }, { line: endLine, column: endColumn }]),
        ...decision.owners,
        ...Object.values(fields).map(({ line }) => ({ line, column: 1 })),
        ...(decision.line === null ? [] : [{ line: decision.line, column: 1 }]),
      ];
      expect(points.filter((point) => !isInside(lines, point))).toEqual([]);
    }));
  });

  it('ends no finding before it begins', () => {
    check(fc.property(anyDocument, (text) => {
      const backwards = judge(text).findings.filter(({ line, column, endLine, endColumn }) => endLine < line || (endLine === line && endColumn < column));
      expect(backwards).toEqual([]);
    }));
  });

  it('says the same of the same text', () => {
    check(fc.property(anyDocument, (text) => {
      expect(createLinter(config).lint({ path: 'rfc.md', text }, { now })).toEqual(judge(text));
    }));
  });

  it('says of each document what it says of it alone, in any order', () => {
    check(fc.property(fc.array(anyDocument, { maxLength: 4 }), (texts) => {
      const documents = texts.map((text, index) => ({ path: `${index}.md`, text }));
      const alone = documents.map(({ path, text }) => judge(text, path));
      expect(lint(documents, config, { now }).results).toEqual(alone);
      expect(lint(documents.toReversed(), config, { now }).results).toEqual(alone.toReversed());
    }));
  });

  it('says the same whatever the line ends', () => {
    check(fc.property(markdownDocument, (text) => {
      const unix = text.replaceAll('\r\n', '\n');
      const facts = (value: string): unknown => {
        const { findings, ...rest } = judge(value);
        return { ...rest, findings: findings.map(({ rule, message, line, column }) => ({ rule, message, line, column })) };
      };
      expect(facts(unix.replaceAll('\n', '\r\n'))).toEqual(facts(unix));
      expect(facts(unix.replaceAll('\n', '\r'))).toEqual(facts(unix));
    }));
  });

  it('says nothing else of a text after a byte order mark', () => {
    check(fc.property(anyDocument.filter((text) => !text.startsWith('\uFEFF')), (text) => {
      expect(judge(`\uFEFF${text}`)).toEqual(judge(text));
    }));
  });

  it('names a person once', () => {
    check(fc.property(anyDocument, (text) => {
      const logins = judge(text).decision.owners.flatMap(({ login }) => login?.toLowerCase() ?? []);
      expect(new Set(logins).size).toBe(logins.length);
    }));
  });

  it('calls a field a placeholder when, and only when, it names nobody', () => {
    check(fc.property(anyDocument, (text) => {
      const { present, placeholder, owners } = judge(text).decision;
      expect(placeholder).toBe(present && owners.length === 0);
    }));
  });
});

describe('the owners of a document made of parts', () => {
  const person = fc.constantFrom('@alice', '@bob-2', 'Carol Jones', 'Dörte Groß', '山田太郎', '@dave (for now)', 'erin@example.org', 'Frank Miller (@frank)');
  const people = fc.uniqueArray(person, { minLength: 1, maxLength: 5 });
  const separator = fc.constantFrom(', ', '; ', ' and ', ', and ', ' & ', ' / ', ' or ', ',\n', ' and\n');
  const before = fc.constantFrom('', '# T\n\n', '😀 text\n\n', '```\nDecision Owner: @zoe\n```\n\n', '<!-- 😀 -->\n\n', '- a list\n\n# T\n\n', 'x  \r\n\r\n');
  const label = fc.constantFrom('**Decision Owner**: ', 'Decision Owner: ', '- Decision Owner: ', '- [ ] **Decision owner:** ', '**Deciders** — ', '😀 Decision Owner: ', '1. Decision Owner:  ');
  const after = fc.constantFrom('', '\n', '\nText after it.\n', '\n\n## Next\n\n@zoe\n', '.\n');

  it('stand where they were written', () => {
    const frame = fc.record({ head: before, name: label, tail: after });
    check(fc.property(frame, people, fc.array(separator, { minLength: 4, maxLength: 4 }), ({ head, name, tail }, names, separators) => {
      const indent = name.startsWith('-') ? '  ' : name.startsWith('1') ? '   ' : '';
      const value = names.map((one, index) => (index === 0 ? one : `${separators[index - 1] ?? ', '}${one}`)).join('').replaceAll('\n', `\n${indent}`);
      const text = `${head}${name}${value}${tail}`;
      const { owners } = judge(text).decision;
      expect(owners.map((owner) => owner.text)).toEqual(names);
      const lines = linesOf(text);
      expect(owners.map(({ line, column, text: shown }) => (lines[line - 1] ?? '').slice(column - 1, column - 1 + shown.length))).toEqual(names);
    }));
  });
});

describe('fix', () => {
  const mend = (text: string, path = 'rfc.md'): string => linter.fix({ path, text }, { now });

  it('leaves nothing to mend', () => {
    check(fc.property(anyDocument, fc.constantFrom('rfc.md', 'kep.yaml'), (text, path) => {
      const once = mend(text, path);
      expect(mend(once, path)).toBe(once);
    }));
  });

  it('changes nothing where no finding can be mended', () => {
    check(fc.property(anyDocument, (text) => {
      if (judge(text).findings.every((finding) => finding.fix === null)) expect(mend(text)).toBe(text);
    }));
  });

  it('keeps the line ends of Windows', () => {
    check(fc.property(markdownDocument, (text) => {
      const unix = text.replaceAll('\r\n', '\n');
      if (unix.includes('\n')) expect(mend(unix.replaceAll('\n', '\r\n'))).toBe(mend(unix).replaceAll('\n', '\r\n'));
    }));
  });

  it('leaves no field missing', () => {
    check(fc.property(markdownDocument, (text) => {
      const { decision, findings } = judge(mend(text));
      const judged = !findings.some(({ rule }) => rule === 'document-too-complex');
      expect(decision.present || !judged).toBe(true);
    }));
  });

  it('edits the text in places that do not overlap', () => {
    check(fc.property(anyDocument, (text) => {
      const edits = judge(text).findings.flatMap(({ fix }) => fix ?? []);
      expect(edits.filter(({ start, end }) => start < 0 || end < start || end > text.length)).toEqual([]);
    }));
  });
});
