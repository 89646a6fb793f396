import { describe, expect, it } from '@jest/globals';
import { isPlaceholder } from '../../src/lint/placeholder.ts';
import { decided, found, owners, read } from '../support/lint-text.ts';

describe('isPlaceholder', () => {
  it.each([
    '', ' ', '?', '???', '-', '—', '...', '_____', '[]', '[ ]', '{}',
    'TBD', 'tbd', 'T.B.D.', 'TBA', 'TBC', 'TODO', 'Todo: pick somebody', 'FIXME', 'XXX', 'N/A', 'n/a', 'NA', 'none', 'None yet', 'nobody', 'no one', '(to be filled)', '[not yet assigned]', '<to be named>', 'Unknown', 'unassigned',
    'to be decided', 'To be confirmed', 'to be named by the steering committee', 'not yet assigned', 'Not decided', 'pending', 'needs an owner', 'TBD - see #12',
    '[Name here]', '[name]', '[TBD]', '[your name]', '[Insert the decider]', '[list everyone involved in the decision]', '(name)', '(name to be appointed)',
    '<name>', '<your name here>', '<OWNER>', '{{ owner }}', '{name}', '{list everyone}', '${OWNER}', '$OWNER', '%OWNER%', '@{OWNER}', '@<login>', '__name__', '[your_name]',
    'Name', 'Your name here', 'Name here', 'Names of the deciders', 'Insert name', 'Enter your handle', 'First Last', 'Firstname Lastname', 'Name Surname', 'Full name',
    '@username', '@your-username', '@github-username', '@handle', '@user', '@someone', '@TODO', '@tbd', '@owner', 'Jane Doe', 'john.doe', '[Name here] (@username)', 'Full name (@handle)',
  ])('sees one in "%s"', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([
    '@alice', 'Alice Smith', 'alice', 'Tbdolin Na', 'Noneke Jones', 'Todor Petrov', 'Unknownski', '[Alice Smith]', '<@alice>', '{Alice}', 'alice@example.org',
    'Alice (TBD)', 'TBD (maybe @alice)', '@alice or TBD', 'Nadia', 'N. Atkins', 'Name-Anne Smith', 'Dolly', 'Whoopi', 'the platform team', '1', 'A',
  ])('sees none in "%s"', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });

  it('sees one in a long text of nothing, or that begins as one', () => {
    expect(isPlaceholder('. '.repeat(1_000))).toBe(true);
    expect(isPlaceholder(`TBD: ${'we shall see '.repeat(100)}`)).toBe(true);
  });

  it('sees none in a long text that says something, or mentions somebody', () => {
    expect(isPlaceholder('word '.repeat(1_000))).toBe(false);
    expect(isPlaceholder(`TBD: ${'we shall see '.repeat(100)}, says @alice`)).toBe(false);
  });

  it("sees one in a template's own text", () => {
    expect(isPlaceholder('One of Us', new Set(['one of us']))).toBe(true);
  });
});

describe('a field that holds a placeholder', () => {
  it('is there, names nobody, and is a finding', () => {
    expect(read('Decision Owner: [Name here]\n').decision).toEqual({ present: true, field: 'Decision Owner', form: 'plain', line: 1, placeholder: true, owners: [] });
    expect(found('Decision Owner: [Name here]\n')).toEqual(['decision-owner-filled error']);
  });

  it('beside a person names the person, and is a warning', () => {
    expect(decided('Decision Owner: TBD, @alice\n')).toBe('plain 1: @alice');
    expect(found('Decision Owner: TBD, @alice\n')).toEqual(['decision-owner-filled warning']);
  });

  it('beside a person in a list names the person', () => {
    expect(decided('---\ndecision-owner: ["TBD", "@alice"]\n---\n')).toBe('frontmatter 2: @alice');
    expect(found('Decision Owner:\n- TBD\n- @alice\n')).toEqual(['decision-owner-filled warning']);
  });

  it.each(['\\[Name here\\]', '*[Name here]*', '`[Name here]`', '[Name here](#)', '&lt;name&gt;', '**TBD**', '~~@alice~~', '<!-- name -->', '<name>'])('may be written %s', (value) => {
    expect(decided(`Decision Owner: ${value}\n`)).toBe('plain 1: placeholder');
  });
});

describe('the text of a template', () => {
  const templates = ['---\ndecision-owner: pick somebody\n---\n\n## Decision Owner\n\nAlice or Bob\n'];

  it('is a placeholder in another document, wherever it stands', () => {
    expect(decided('Decision Owner: Pick  Somebody\n', { templates })).toBe('plain 1: placeholder');
    expect(decided('## Decision Owner\n\nAlice or Bob\n', { templates })).toBe('heading 1: placeholder');
  });

  it('is no placeholder as a part of a longer one', () => {
    expect(owners('Decision Owner: Alice\n', { templates })).toEqual(['Alice']);
  });

  it('is a name where there is no template', () => {
    expect(owners('Decision Owner: pick somebody\n')).toEqual(['pick somebody']);
  });
});
