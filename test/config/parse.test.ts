import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Mistake } from '../../src/config/mistake.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import { runs, seed } from '../support/property-runs.ts';

const rules = [
  { id: 'decide-by', options: z.strictObject({ days: z._default(z.int(), 90) }) },
  { id: 'outcome-review', options: null },
];

function mistakesOf(text: string, inherited: { name: string; text: string }[] = []): Mistake[] {
  const result = parseConfig(text, { rules, inherited });
  return result.ok ? [] : result.mistakes;
}

/** `line:column message`, as a person reads them. */
function linesOf(text: string): string[] {
  return mistakesOf(text).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function configOf(text: string, inherited: { name: string; text: string }[] = []) {
  const result = parseConfig(text, { rules, inherited });
  if (!result.ok) throw new Error(result.mistakes.map(({ message }) => message).join('\n'));
  return result.config;
}

describe('parseConfig', () => {
  it.each(['', '\n\n', '# only a comment\n', '{}', '~', '\uFEFF', '---\n'])('takes %j for a config of defaults', (text) => {
    expect(parseConfig(text, { rules })).toEqual({ ok: true, config: defaultConfig });
  });

  it('keeps the default of every key that is left out', () => {
    expect(configOf('dri: {max-active: 5}')).toEqual({ ...defaultConfig, dri: { ...defaultConfig.dri, 'max-active': 5 } });
  });

  it('reads a text with a byte order mark and Windows line ends', () => {
    expect(configOf('\uFEFFlabel: Proposal\r\ndry-run: true\r\n')).toEqual({ ...defaultConfig, label: 'Proposal', 'dry-run': true });
  });

  it('takes one duration for all kinds of pause', () => {
    expect(Object.values(configOf('pause: {term: 1 week, max-term: 1 month}').pause.term)).toEqual(Array(7).fill({ amount: 1, unit: 'weeks' }));
  });

  it('takes a duration for some kinds of pause and keeps the default for the others', () => {
    expect(configOf('pause: {nudge-after: {contested: P1D}}').pause['nudge-after']).toEqual({
      ...defaultConfig.pause['nudge-after'],
      contested: { amount: 1, unit: 'days' },
    });
  });

  it('names people and teams without their @', () => {
    const config = configOf("people: {Ann: '@ann'}\nescalation: {path: ['@acme/core', bob]}\ndomains: {api: {owners: ['@carol']}}");
    expect([config.people.Ann, config.escalation.path, config.domains.api?.owners]).toEqual(['ann', ['acme/core', 'bob'], ['carol']]);
  });

  it('keeps the @ in commands, where it tells people from roles', () => {
    expect(configOf("commands: {decide: '@owner', wait: [owner, '@acme/core']}").commands).toEqual({
      ...defaultConfig.commands,
      decide: ['@owner'],
      wait: ['owner', '@acme/core'],
    });
  });

  it('keeps the options of a rule as they are written', () => {
    expect(configOf('lint: {rules: {decide-by: [error, {}], outcome-review: advice}}').lint.rules).toEqual({
      'decide-by': ['error', {}],
      'outcome-review': 'advice',
    });
  });

  it('has no people or domains by the names of what every object has', () => {
    const { people, domains, lint } = configOf('people: {ann: ann}\ndomains: {api: {}}');
    expect(['constructor' in people, 'toString' in domains, 'valueOf' in lint.rules]).toEqual([false, false, false]);
  });

  it('reads aliases', () => {
    const config = configOf('decision: {owners: &core [ann, bob]}\nescalation: {path: *core}\ndomains: {api: {consult: *core}}');
    expect([config.escalation.path, config.domains.api?.consult]).toEqual([['ann', 'bob'], ['ann', 'bob']]);
  });
});

describe('mistakes', () => {
  it('are all said at once, in the order of the file', () => {
    const text = 'lables: {}\nlabel: 3\npause:\n  nudge-after: soon\n  max-term: 1 day\nlint:\n  rules: {decide-bye: error}\n';
    expect(linesOf(text)).toEqual([
      '1:1 Unexpected key "lables", expected a known key; did you mean "labels"?',
      '2:8 Unexpected 3 in label, expected the name of a label, up to 50 characters',
      '4:16 Unexpected "soon" in pause.nudge-after, expected a duration such as `3 working days`, `2d`, `36h`, `1 week` or `P2D`',
      '5:13 Unexpected 1 day in pause.max-term, expected at least the term of 3 working days',
      '7:11 Unexpected rule "decide-bye" in lint.rules, expected a rule that `unpause rules` lists; did you mean "decide-by"?',
    ]);
  });

  it('include those after a mistake of syntax', () => {
    expect(linesOf('pause:\n  term: 1 week\n\tmax-term: 3 weeks\nlabl: X\n')).toEqual([
      '3:1 Unexpected tab in the indentation, expected spaces',
      '4:1 Unexpected key "labl", expected a known key; did you mean "label"?',
    ]);
  });

  it('have their parts as data', () => {
    expect(mistakesOf('dri:\n  pool: [ann, b c]\n')).toEqual([
      {
        path: 'dri.pool[1]',
        line: 2,
        column: 15,
        seen: '"b c"',
        expected: 'a GitHub login such as `alice`, or a team such as `acme/infra`',
        message: 'Unexpected "b c" in dri.pool[1], expected a GitHub login such as `alice`, or a team such as `acme/infra`',
        source: null,
      },
    ]);
  });

  it.each([
    ['a text for a map', 'pause: 3 days', '1:8 Unexpected "3 days" in pause, expected a map'],
    ['nothing after a key', 'label: x\npause:', '2:1 Unexpected nothing in pause, expected a map'],
    ['a list for the whole', '- a', '1:1 Unexpected a list, expected a map of keys and values'],
    ['a text for the whole', 'hello', '1:1 Unexpected "hello", expected a map of keys and values'],
    ['a missing key', 'principles:\n  - id: a', '2:5 Missing text in principles[0], expected the principle in a sentence'],
    ['a wrong name', 'domains:\n  My API: {}', '2:3 Unexpected key "My API" in domains, expected the name of a domain in lower case, words joined by hyphens, such as `developer-experience`'],
    ['a misspelt word', 'lint: {preset: mdar}', '1:16 Unexpected "mdar" in lint.preset, expected one of generic, madr, nixos, swift-evolution, kep, daci; did you mean "madr"?'],
    ['a weekday in upper case', 'calendar: {weekend: [Friday]}', '1:22 Unexpected "Friday" in calendar.weekend[0], expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday; did you mean "friday"?'],
    ['a misspelt role', 'commands: {wait: ownr}', '1:18 Unexpected "ownr" in commands.wait, expected one of anyone, members, asked, author, owner, dri, domain-owners, triage, write, maintain, admin, nobody, or a person or team with its @, or a list of such; did you mean "owner"?'],
    ['a number without a unit', 'pause: {term: 3}', '1:15 Unexpected 3 in pause.term, expected a duration such as `3 working days`, `2d`, `36h`, `1 week` or `P2D`, or a map of one for each kind of pause'],
    ['a value that is too small', 'pause: {escalate-after: 0}', '1:25 Unexpected 0 in pause.escalate-after, expected a whole number from 1 to 10'],
    ['a fraction', 'dri: {max-active: 1.5}', '1:19 Unexpected 1.5 in dri.max-active, expected a whole number from 1 to 100'],
    ['yes for true', 'dry-run: yes', '1:10 Unexpected "yes" in dry-run, expected true or false'],
    ['an empty list of documents', 'documents: []', '1:12 Unexpected an empty list in documents, expected a list of at least one glob'],
    ['an empty glob', "templates: ['']", '1:13 Unexpected "" in templates[0], expected a glob such as `rfcs/**/*.md`'],
    ['an alias of punctuation', "lint: {owner: {aliases: ['**:']}}", '1:26 Unexpected "**:" in lint.owner.aliases[0], expected the name of a field, with at least one letter or digit'],
    ['a day that does not exist', 'calendar: {holidays: [2026-02-30]}', '1:23 Unexpected "2026-02-30" in calendar.holidays[0], expected a day of the calendar such as `2026-12-24`'],
    ['hours that end before they begin', 'calendar: {hours: 17:00-09:00}', '1:19 Unexpected "17:00-09:00" in calendar.hours, expected hours of a day such as `09:00-17:00`, that end after they begin'],
    ['hours without minutes', 'calendar: {hours: 9-17}', '1:19 Unexpected "9-17" in calendar.hours, expected hours of a day such as `09:00-17:00`, that end after they begin'],
    ['a wrong severity', 'lint: {rules: {decide-by: eror}}', '1:27 Unexpected "eror" in lint.rules.decide-by, expected a severity (error, warning, advice, off), or a list of a severity and the rule\'s options; did you mean "error"?'],
    ['a word that is no severity', 'lint: {rules: {decide-by: blocker}}', "1:27 Unexpected \"blocker\" in lint.rules.decide-by, expected a severity (error, warning, advice, off), or a list of a severity and the rule's options"],
    ['a path out of the repository', '_extends: acme/x:../y', '1:11 Unexpected "acme/x:../y" in _extends, expected a repository such as `.github`, `acme/.github` or `acme/.github:unpause.yml`'],
    ['a mistake behind an alias, at the anchor', 'decision: {owners: &a [a b]}', '1:24 Unexpected "a b" in decision.owners[0], expected a GitHub login such as `alice`, or a team such as `acme/infra`'],
  ])('say what is wrong with %s', (_, text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });

  it.each([
    ['a key that stands twice', 'label: a\nlabel: b', '2:1 Unexpected second key "label", expected each key once'],
    ['a second document', 'label: a\n---\nlabel: b', '2:1 Unexpected second document, expected one document in the file'],
    ['a tag', 'label: !secret x', '1:8 Unexpected tag "!secret", expected plain YAML without tags of its own'],
    ['an alias of nothing', 'label: *x', '1:8 Unexpected alias *x in label, expected the name of an anchor before it'],
    ['a list for a key', '? [a]\n: b', '1:3 Unexpected a key that is no plain text, expected a name'],
    ['an open bracket', 'documents: [a', '1:14 Unexpected YAML (Flow sequence in block collection must be sufficiently indented and end with a ]), expected well-formed YAML'],
    ['brackets without end', '['.repeat(10_000), '1:65 Unexpected brackets nested this deep, expected at most 64 levels'],
    ['a list without end', '- '.repeat(10_000), '1:203 Unexpected a key or list item this far to the right, expected at most 200 columns of nesting'],
    ['a text without end', 'a'.repeat(200_000), '1:1 Unexpected 200000 characters, expected at most 131072'],
  ])('of syntax say what is wrong with %s', (_, text, line) => {
    expect(linesOf(text)).toContain(line);
  });

  it.each([
    ['an alias of itself', 'people: &a {x: *a}'],
    ['aliases that explode', `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`).join()}]`).join('\n')}`],
  ])('stop at %s', (_, text) => {
    expect(mistakesOf(text)).toContainEqual(expect.objectContaining({ message: 'Unexpected more than 20000 values, counting what aliases repeat, expected fewer' }));
  });

  it('are at most a hundred', () => {
    expect(mistakesOf(Array.from({ length: 5000 }, (_, index) => `k${index}: 1`).join('\n'))).toHaveLength(100);
  });

  it('say each wrong value once, whatever it is compared with', () => {
    expect(linesOf('pause: {term: 3 weeks, max-term: {contested: 1 day, drifting: 1 month}}')).toEqual([
      '1:34 Unexpected 10 working days in pause.max-term, expected at least the term of 3 weeks',
      '1:46 Unexpected 1 day in pause.max-term.contested, expected at least the term of 3 weeks',
    ]);
  });

  it('do not compare what is itself a mistake', () => {
    expect(mistakesOf('pause: {term: 1 wek, max-term: 1 hour}').map(({ path }) => path)).toEqual(['pause.term']);
  });

  it('say which part of the text a key with odd letters is in', () => {
    expect(mistakesOf('people: {"a.b": c d}').map(({ path }) => path)).toEqual(['people["a.b"]']);
  });
});

describe('an inherited config', () => {
  const name = 'acme/.github';

  it('holds for what the own one leaves out', () => {
    const config = configOf('label: Proposal\ndri: {max-active: 3}', [{ name, text: 'label: RFC\ndri: {max-active: 1, exclude-author: false}\ndocuments: [a.md]' }]);
    expect(config).toEqual({ ...defaultConfig, label: 'Proposal', documents: ['a.md'], dri: { ...defaultConfig.dri, 'max-active': 3, 'exclude-author': false } });
  });

  it('may inherit in turn; the nearest holds', () => {
    const config = configOf('', [{ name, text: 'label: near' }, { name: 'far', text: 'label: far\ndry-run: true' }]);
    expect([config.label, config['dry-run']]).toEqual(['near', true]);
  });

  it('has mistakes of its own, said after those of the file and by its name', () => {
    const mistakes = mistakesOf('\n\nlabel: 3', [{ name, text: 'dry-run: maybe\ndri: !x {}' }]);
    expect(mistakes.map(({ source, line, path }) => [source, line, path])).toEqual([[null, 3, 'label'], [name, 1, 'dry-run'], [name, 2, '']]);
  });

  it('is blamed for its own half of a disagreement only where the file says nothing', () => {
    const text = 'pause: {term: 2 weeks, max-term: 2 weeks}';
    expect(mistakesOf('pause: {max-term: 1 week}', [{ name, text }])).toEqual([expect.objectContaining({ source: null, column: 19 })]);
    expect(mistakesOf('pause: {term: 1 month}', [{ name, text }])).toEqual([expect.objectContaining({ source: name, column: 34 })]);
  });
});

/** Texts that look like configs: words of the schema, YAML's own marks, and anything. */
const words = fc.constantFrom('label', 'pause', 'term', 'lint', 'rules', 'people', 'domains', 'api', 'when', '3 days', 'off', '[', ']', '{', '}', ': ', ':', '- ', ', ', '\n', '\n  ', '\t', '#', '"', "'", '|', '>', '&a ', '*a', '!t ', '? ', '---\n', '<<: ', '__proto__', '\r\n', '💡', '\uFEFF', '~');
const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')));

describe('any text', () => {
  it('is either a config or has mistakes, each with a place inside it', () => {
    fc.assert(fc.property(texts, (text) => {
      const result = parseConfig(text, { rules });
      if (result.ok) return;
      expect(result.mistakes.length).toBeGreaterThan(0);
      const lines = text.split('\n');
      for (const { line, column, message } of result.mistakes) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        expect(message).toMatch(/^(?:Unexpected|Missing) .+, expected .+/s);
        expect(message).not.toMatch(/invalid|please|undefined|\[object/i);
      }
    }), { numRuns: runs({ desk: 500, ci: 3_000, long: 50_000 }), seed });
  });

  it('gives the same result twice', () => {
    fc.assert(fc.property(texts, (text) => {
      expect(parseConfig(text, { rules })).toEqual(parseConfig(text, { rules }));
    }));
  });
});
