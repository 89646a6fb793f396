import { describe, expect, it } from '@jest/globals';
import { foldKey, foldLabel } from '../../src/lint/label.ts';
import { decided, owners, read } from '../support/lint-text.ts';

describe('a label', () => {
  it.each([
    ['upper case', 'DECISION OWNER'],
    ['lower case', 'decision owner'],
    ['full-width letters', 'Ｄｅｃｉｓｉｏｎ Ｏｗｎｅｒ'],
    ['a circled letter', 'Ⓓecision Owner'],
    ['mathematical letters', '𝐃ecision 𝐎wner'],
    ['several spaces', 'Decision   Owner'],
    ['a tab', 'Decision\tOwner'],
    ['a no-break space', 'Decision\u00A0Owner'],
    ['an ideographic space', 'Decision\u3000Owner'],
    ['an em space', 'Decision\u2003Owner'],
    ['a named entity for a space', 'Decision&nbsp;Owner'],
    ['a numbered entity for a letter', '&#68;ecision Owner'],
    ['a hexadecimal entity for a letter', '&#x44;ecision Owner'],
    ['a zero-width space', 'Deci\u200Bsion Owner'],
    ['a soft hyphen', 'Deci\u00ADsion Owner'],
    ['a zero-width joiner', 'Decision\u200D Owner'],
    ['a word joiner', 'Decision\u2060 Owner'],
    ['direction marks', '\u202ADecision Owner\u202C'],
    ['markup inside', 'Dec**ision** *Owner*'],
    ['an emoji before', '👑 Decision Owner'],
    ['an emoji after', 'Decision Owner 👑'],
  ])('is the same with %s', (_, label) => {
    expect(owners(`# T\n\n${label}: @alice\n`)).toEqual(['@alice']);
  });

  it.each([
    ['a letter more', 'Decision Ownerx'],
    ['a word more', 'Main Decision Owner'],
    ['words after it', 'Decision Owner of record'],
    ['a letter of another script', 'Dеcision Owner'],
    ['an accent', 'Décision Owner'],
    ['a hyphen between its words', 'Decision-Owner'],
    ['no space', 'DecisionOwner'],
  ])('is another with %s', (_, label) => {
    expect(owners(`# T\n\n${label}: @alice\n`)).toBeNull();
  });

  it('is shown as it was written', () => {
    expect(read('👑 Decision&nbsp;Owner: @alice\n').decision.field).toBe('👑 Decision\u00A0Owner');
  });
});

describe('a key of front matter', () => {
  it.each(['decision-owner', 'decision_owner', 'decision owner', 'decisionOwner', 'DecisionOwner', 'DECISION-OWNER', 'Decision Owner', '"decision-owner"', "'decision owner'"])(
    'may be written %s',
    (key) => {
      expect(decided(`---\n${key}: alice\n---\n`)).toBe('frontmatter 2: alice');
    },
  );

  it.each(['decisionowner', 'decision.owner', 'my-decision-owner', 'decision-owner-id', '# decision-owner'])('is another when written %s', (key) => {
    expect(decided(`---\n${key}: alice\n---\n`)).toBe('absent');
  });
});

describe('foldLabel', () => {
  it('makes labels comparable that read the same', () => {
    expect(new Set(['Decision Owner', ' decision  owner: ', '**'.slice(2) + 'DECISION\u00A0OWNER::', '👑 Decision Owner'].map(foldLabel))).toEqual(new Set(['decision owner']));
  });

  it('leaves a text alone that no label is as long as', () => {
    expect(foldLabel(`${'A  '.repeat(1_000)}:`)).toBe(`${'a  '.repeat(1_000)}:`);
  });
});

describe('foldKey', () => {
  it('reads what follows a capital as a word, and digits with the word before', () => {
    expect(['decideBy', 'decide_by', 'Decide-By', 'decide by'].map(foldKey)).toEqual(Array(4).fill('decide by'));
    expect(foldKey('owner2Name')).toBe('owner2 name');
  });
});
