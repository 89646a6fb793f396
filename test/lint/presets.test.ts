import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse.ts';
import { presets } from '../../src/lint/presets.ts';
import { rules } from '../../src/rules/registry.ts';
import { decided, found, owners, type Reading } from '../support/lint-text.ts';

const preset = (name: keyof typeof presets): Reading => ({ lint: { preset: name } });

describe('a preset', () => {
  it.each([
    ['madr', '---\ndecision-makers: alice\n---\n', 'frontmatter 2: alice'],
    ['madr', '---\ndeciders: [alice, bob]\n---\n', 'frontmatter 2: alice | bob'],
    ['madr', '* Deciders: @alice, @bob\n', 'list 1: @alice | @bob'],
    ['madr', '## Decision Makers\n\nThe storage team\n', 'heading 1: The storage team'],
    ['madr', '* Décideurs : Alice\n', 'list 1: Alice'],
    ['madr', '* D&eacute;cideurs: Alice\n', 'list 1: Alice'],
    ['nixos', '---\nshepherd-leader: Alice Smith\n---\n', 'frontmatter 2: Alice Smith'],
    ['nixos', '---\nshepherd-leader: (name to be appointed by the committee)\n---\n', 'frontmatter 2: placeholder'],
    ['nixos', '| shepherd-leader | Alice |\n|---|---|\n', 'table 1: Alice'],
    ['swift-evolution', '* Review Manager: [Alice](https://github.com/alice)\n', 'list 1: Alice'],
    ['swift-evolution', '* Review managers: Alice, Bob\n', 'list 1: Alice | Bob'],
    ['kep', '---\napprovers:\n  - "@alice"\n  - TBD\n---\n', 'frontmatter 2: @alice'],
    ['daci', '- **Driver:** @bob\n- **Approver:** @alice\n', 'bold 2: @alice'],
  ] as const)('%s knows its own terms (%#)', (name, text, expected) => {
    expect(decided(text, preset(name))).toBe(expected);
    expect(decided(text.replace(/Decision Makers|decision-makers|deciders/i, 'Somebody'), preset('generic'))).toBe('absent');
  });

  it.each(Object.keys(presets) as (keyof typeof presets)[])('%s knows the Decision Owner by its usual names too', (name) => {
    expect(decided('Decision Owner: @alice\n', preset(name))).toBe('plain 1: @alice');
    expect(decided('## Decision maker(s)\n\n@alice\n', preset(name))).toBe('heading 1: @alice');
  });

  it.each([
    ['generic', 'error'],
    ['nixos', 'error'],
    ['swift-evolution', 'error'],
    ['madr', 'warning'],
    ['kep', 'warning'],
    ['daci', 'warning'],
  ] as const)('%s makes several deciders an %s', (name, severity) => {
    expect(found('Decision Owner: @alice, @bob\n', preset(name))).toEqual([`decision-owner-single ${severity}`]);
  });

  it('gives way to the severity that the config says', () => {
    expect(found('Deciders: @alice, @bob\n', { lint: { preset: 'madr', rules: { 'decision-owner-single': 'error' } } })).toEqual(['decision-owner-single error']);
  });

  it('is one that the config can name, and names rules that there are', () => {
    expect(Object.keys(presets).filter((name) => !parseConfig(`lint: { preset: ${name} }`, { rules }).ok)).toEqual([]);
    const ids = rules.map((rule) => rule.id);
    expect(Object.values(presets).flatMap(({ severities }) => Object.keys(severities)).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('an alias', () => {
  const aliases = (...names: string[]): Reading => ({ lint: { owner: { aliases: names } } });

  it('adds to the names of the preset', () => {
    expect(owners('Final say: @alice\n', aliases('Final say'))).toEqual(['@alice']);
    expect(owners('Decision Owner: @alice\n', aliases('Final say'))).toEqual(['@alice']);
  });

  it.each([
    ['决策人', '**决策人**：项目所有者\n', '项目所有者'],
    ['Responsável', 'RESPONSÁVEL: Alice\n', 'Alice'],
    ['Who decides?', '- Who decides?: Alice\n', 'Alice'],
    ['C++ owner', 'C++ Owner: Alice\n', 'Alice'],
    ['a.b', 'A.B: Alice\n', 'Alice'],
    ['owner (final)', '## Owner (final)\n\nAlice\n', 'Alice'],
    ['Σύνταξη', 'ΣΎΝΤΑΞΗ: Alice\n', 'Alice'],
  ])('may be any text: %s', (alias, text, expected) => {
    expect(owners(text, aliases(alias))).toEqual([expected]);
  });

  it('is no pattern', () => {
    expect(owners('axb: Alice\n', aliases('a.b'))).toBeNull();
    expect(owners('Owner: Alice\n', aliases('Owne(r|rs)'))).toBeNull();
  });

  it('is a key of front matter too', () => {
    expect(owners('---\nfinalSay: alice\n---\n', aliases('Final say'))).toEqual(['alice']);
  });

  it('of another field is found under its key', () => {
    const terms = { decideBy: ['Due'], domain: [], rung: [], consulted: ['Heard'], principles: [], topic: [], outcomeReview: [] };
    expect(found('Decision Owner: @alice\nDue: 2026-12-01\n', { lint: { terms, rules: { 'decide-by': 'error' } } })).toEqual([]);
  });
});
