import fc from 'fast-check';

import { aReport } from './a-report.ts';

/** What a hostile document would try: to speak to a terminal, a runner, GitHub, XML or Markdown. */
const hostile = fc.constantFrom(
  '::error::', '::stop-commands::x', '##[add-mask]', '##vso[task]', '%0A', '%', '\n', '\r\n', '\r', '\t', '\u0085', '\u2028',
  '\u001b[31m', '\u009b2J', '\u0000', '\u0007', '\u202e', '\u2066', '\ud800', '\udc00', '\uffff', '\ufeff',
  ']]>', '<!--', '-->', '<b>', '</failure>', '&#64;', '&', '"', "'",
  '@alice', '@org/team', 'a@example.org', '#12', 'GH-12', 'o/r#3', 'https://example.org', 'www.example.org', 'ftp://x.example',
  '|', '`', '``', '```\n', '~~~', '*a*', '__', '[x](https://example.org)', '![x](y)', '[^1]', '[x]: y', '$x$', '~~x~~', '\\',
  '# ', '- ', '+ ', '1. ', '2) ', '---', '===', '> ', ':-:', '    ', ',', ':', '=', '{0}',
);

/** Any text at all, with more trouble in it than chance would put there. */
export const anyText = fc
  .array(fc.oneof({ arbitrary: hostile, weight: 3 }, fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ maxLength: 8 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

const anyPosition = fc.integer({ min: 1, max: 2000 });

const anyFinding = fc.record({
  rule: fc.oneof(fc.constantFrom('decision-owner-single', 'decide-by'), anyText),
  severity: fc.constantFrom('error' as const, 'warning' as const, 'advice' as const),
  message: anyText,
  line: anyPosition,
  column: anyPosition,
  endLine: anyPosition,
  endColumn: anyPosition,
  fix: fc.option(fc.record({ start: fc.nat(), end: fc.nat(), text: anyText })),
  url: fc.constantFrom('https://example.org/rules', ''),
});

const anyOwner = fc.record({ text: anyText, login: fc.option(anyText), team: fc.boolean(), line: anyPosition, column: anyPosition });

const anyDocument = fc.record({
  path: anyText,
  decision: fc.record({
    present: fc.boolean(),
    field: fc.option(anyText),
    form: fc.constantFrom('bold' as const, 'table' as const, null),
    line: fc.option(anyPosition),
    placeholder: fc.boolean(),
    owners: fc.array(anyOwner, { maxLength: 3 }),
  }),
  fields: fc.dictionary(fc.constantFrom('decideBy', 'domain', 'rung'), fc.record({ text: anyText, line: anyPosition })),
  consulted: fc.array(fc.record({ text: anyText, login: fc.option(anyText), team: fc.option(anyText) }), { maxLength: 2 }),
  findings: fc.array(anyFinding, { maxLength: 4 }),
  notChecked: fc.array(fc.record({ rule: anyText, reason: anyText }), { maxLength: 2 }),
});

/** A report whose every string is any text. */
export const anyReport = fc.array(anyDocument, { maxLength: 4 }).map((results) => aReport(...results));
