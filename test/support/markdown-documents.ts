/** Generates Markdown documents made to be hard to cut: containers, fences and HTML left open, odd indentation. */
import fc from 'fast-check';

const labels = ['Decision Owner', 'decision owner', 'Decision\nOwner', 'Deci*sion* Owner', 'Decision&nbsp;Owner', 'D&#101;ciders', 'Decision Maker', 'Ｄｅｃｉｄｅｒｓ', 'De\u200Bciders', '[Decision Owner](#d)', '[Decision Owner][ref]', 'Decision <b>Owner</b>', 'Decide by', 'Decision `Owner`', 'Summary'];
const values = ['@alice', 'Alice Smith', '[Alice][]', '[Bob][ref]', 'TBD', '', '@alice, @bob', '@alice[^1]', '~~@bob~~ @carol', '`@alice`', '[Name here]', 'the team', '2026-12-01', '@alice <!-- note -->', 'Alice,'];
const openers = ['```', '~~~~', '``` js', '````', '<!--', '-->', '<div>', '</div>', '<details>', '<pre>', '</pre>', '<script>', '</script>', '<?php', '?>', '<![CDATA[', ']]>', '<!X', '<span>a</span>', '<b>', '---', '===', '***', '* * *', '- - -', '|---|---|', '+++'];
const indents = ['', '', '', '', ' ', '  ', '   ', '    ', '     ', '\t', '      '];
const markers = ['', '', '', '', '- ', '* ', '+ ', '1. ', '2) ', '10. ', '> ', '- > ', '> - ', '-   ', '[^1]: ', '- [ ] ', '>', '-', '1.'];
const definitions = ['[ref]: https://github.com/bob', '[Alice]: https://github.com/alice', '[^1]: a note', '[Alice]:\n  <https://github.com/a>', '[ref]: x "title\nmore"'];
const words = ['text', 'some prose about the decision owner', 'Owner', 'a | b', '`code`', '**bold**', '\\', '&amp;', 'x  ', 'line\\', '<https://x.y>'];

const label = fc.constantFrom(...labels);
const value = fc.constantFrom(...values);
const field = fc.tuple(label, value, fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7)).map(([name, text, form]) => {
  const forms = [`**${name}**: ${text}`, `**${name}:** ${text}`, `${name}: ${text}`, `| ${name} | ${text} |`, `## ${name}`, `# ${name}: ${text}`, `**${name}**`, `_${name}_: ${text}`];
  return forms[form] ?? name;
});
const content = fc.oneof(
  { weight: 4, arbitrary: field },
  { weight: 3, arbitrary: fc.constantFrom(...openers) },
  { weight: 2, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: value },
  { weight: 1, arbitrary: fc.constantFrom(...definitions) },
  { weight: 1, arbitrary: fc.constantFrom('# Title', '## Next', '#### Deep', '#no heading') },
);
const line = fc.tuple(fc.constantFrom(...indents), fc.constantFrom(...markers), content).map((parts) => parts.join(''));
const lines = fc.array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 3, arbitrary: fc.constantFrom('', '', ' ', '\t', '>') }), { maxLength: 16 });
const frontMatter = fc.constantFrom('', '', '', '---\ntitle: x\n---\n', '---\ndecision-owner: "@zoe"\n---\n', '+++\ndeciders = ["@zoe"]\n+++\n', '---\nbroken: [\n---\n');

/** Documents of up to sixteen lines with every line end that there is. */
export const markdownDocument = fc
  .tuple(frontMatter, lines, fc.constantFrom('\n', '\n', '\n', '\r\n'), fc.boolean())
  .map(([matter, body, newline, last]) => (matter + body.join('\n') + (last ? '\n' : '')).replaceAll('\n', newline));
