import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { figures } from '../../../src/decision/vitality/registry.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/vitality.md'), 'utf8');

describe('docs/vitality.md', () => {
  it('has every figure, in their order, and no other', () => {
    const [, section = ''] = page.split('\n## The figures\n');
    const [body = ''] = section.split('\n## ');
    expect(body.match(/^### .*$/gm)).toEqual(figures.map(({ title }) => `### ${title}`));
  });

  it.each(figures.map((figure) => [figure.id, figure] as const))('says what the page says of %s', (_id, { definition, limits, measures }) => {
    expect(page).toContain(`${definition}\n\n*Limits*: ${limits}\n\nShown: ${measures.map(({ id, name }) => `${name} (\`${id}\`)`).join('; ')}.\n`);
  });
});
