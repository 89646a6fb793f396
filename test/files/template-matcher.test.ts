import { describe, expect, it } from '@jest/globals';
import { templateMatcher, templatesAmong } from '../../src/files/template-matcher.ts';
import { defaultConfig } from '../../src/config/schema.ts';

describe('templateMatcher', () => {
  it.each([
    ['rfcs/0000-template.md', true],
    ['TEMPLATE.md', true],
    ['docs/adr/adr-template-minimal.md', true],
    ['rfcs/yyyymmdd-rfc-template.md', true],
    ['rfcs/0007-template-engine.md', false],
    ['rfcs/20220118-templates-for-maps.md', false],
    ['rfcs/2024-03-05-email-templates.md', false],
    ['rfcs/0001-first.md', false],
  ])('by default, of %s: %s', (path, expected) => {
    expect(templateMatcher(defaultConfig)(path)).toBe(expected);
  });

  it('takes the globs of a config at their word', () => {
    const isTemplate = templateMatcher({ ...defaultConfig, templates: ['rfcs/0001-*.md'] });

    expect([isTemplate('rfcs/0001-how-to.md'), isTemplate('rfcs/0000-template.md')]).toEqual([true, false]);
  });

  it('finds none where there are no globs', () => {
    expect(templateMatcher({ ...defaultConfig, templates: [] })('rfcs/0000-template.md')).toBe(false);
  });
});

describe('templatesAmong', () => {
  it('gives those that are templates, and no more than are worth reading', () => {
    const documents = Array.from({ length: 30 }, (_, index) => [{ path: `rfcs/${index}/template.md` }, { path: `rfcs/${index}/text.md` }]).flat();
    expect(templatesAmong(documents.slice(0, 4), defaultConfig)).toEqual([{ path: 'rfcs/0/template.md' }, { path: 'rfcs/1/template.md' }]);
    expect(templatesAmong(documents, defaultConfig)).toHaveLength(20);
  });
});
