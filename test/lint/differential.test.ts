import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLinter, defaultConfig, type Config } from '../../src/lib.ts';
import { markdownDocument } from '../support/markdown-documents.ts';
import { runs, seed } from '../support/property-runs.ts';

const now = new Date('2026-11-21T12:00:00Z');
const config: Config = structuredClone(defaultConfig);
config.lint.rules = {
  'required-sections': ['error', { sections: ['Summary', 'Next'] }],
  'outcome-review': 'warning',
};
const numRuns = runs({ desk: 700, ci: 20_000, long: 200_000 });

describe('sections on demand', () => {
  const sections = createLinter(config);
  const whole = createLinter(config, { parsing: 'whole' });

  it(`reports what the whole-document parse reports (${numRuns} documents, seed ${seed})`, () => {
    const agrees = fc.property(markdownDocument, (text) => {
      const source = { path: 'rfc.md', text };
      expect(sections.lint(source, { now })).toEqual(whole.lint(source, { now }));
    });
    fc.assert(agrees, { numRuns, seed });
  });

  it('finds a field in a fair share of the generated documents', () => {
    const sample = fc.sample(markdownDocument, { numRuns: 1_000, seed });
    const present = sample.filter((text) => sections.lint({ path: 'rfc.md', text }, { now }).decision.present);
    expect(present.length).toBeGreaterThan(200);
  });
});
