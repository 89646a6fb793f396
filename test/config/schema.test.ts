import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { Config, defaultConfig } from '../../src/config/schema.ts';
import { pauseKinds } from '../../src/config/schema-pause.ts';

describe('defaultConfig', () => {
  it('has what the contract promises', () => {
    expect(defaultConfig).toMatchObject({
      label: 'RFC',
      documents: ['rfcs/**/*.md', 'rfc/**/*.md', 'text/**/*.md', 'proposals/**/*.md', 'docs/rfcs/**/*.md', 'docs/adr/**/*.md', 'docs/decisions/**/*.md'],
      lint: { preset: 'generic', owner: { aliases: [] }, rules: {}, suppressions: 'default' },
      'require-decision': false,
      'dry-run': false,
      dri: { 'exclude-author': true, 'may-decide': false },
    });
  });

  it.each([
    ['nudge-after', { amount: 3, unit: 'working-days' }],
    ['dri-after', { amount: 2, unit: 'working-days' }],
    ['term', { amount: 3, unit: 'working-days' }],
    ['escalate-after', 1],
  ] as const)('has for pause.%s one value for every kind of pause', (key, value) => {
    expect(defaultConfig.pause[key]).toEqual(Object.fromEntries(pauseKinds.map((kind) => [kind, value])));
  });

  it('has a value for every key', () => {
    expect(JSON.stringify(defaultConfig)).toBe(JSON.stringify(defaultConfig, (_, value: unknown) => (value === undefined ? 'undefined' : value)));
    expect(Object.keys(defaultConfig)).toEqual(Object.keys(Config.shape));
  });
});

describe('Config', () => {
  it.each([
    ['people', { people: { a: 'alice_acme' } }, true],
    ['people', { people: { a: 'acme/core' } }, false],
    ['people', { people: { a: '@' } }, false],
    ['people', { people: { a: '-alice' } }, false],
    ['dri.pool', { dri: { pool: ['@acme/core.team', 'codeowners'] } }, true],
    ['dri.pool', { dri: { pool: ['@acme/'] } }, false],
    ['dri.pool', { dri: { pool: [`a${'b'.repeat(39)}`] } }, false],
    ['commands', { commands: { wait: 'alice' } }, false],
    ['commands', { commands: { wait: ['@alice'] } }, true],
    ['label', { label: 'x'.repeat(51) }, false],
    ['label', { label: '  ' }, false],
    ['labels', { labels: { 'needs-decision-owner': false } }, true],
    ['domains', { domains: { api: { when: { field: 'API', labels: ['a'] } } } }, true],
    ['domains', { domains: { api: { rung: 'vote' } } }, false],
    ['calendar.country', { calendar: { country: null } }, true],
    ['calendar.country', { calendar: { country: 'de' } }, false],
    ['calendar.hours', { calendar: { hours: '09:00-17:00' } }, true],
    ['calendar.hours', { calendar: { hours: '17:00-09:00' } }, false],
    ['calendar.hours', { calendar: { hours: [9, 17] } }, false],
    ['lint.rules', { lint: { rules: { x: ['error', {}, 1] } } }, false],
    ['documents', { documents: 'rfcs/*.md' }, false],
  ])('judges %s by %j', (_, input, fits) => {
    expect(z.safeParse(Config, input).success).toBe(fits);
  });
});
