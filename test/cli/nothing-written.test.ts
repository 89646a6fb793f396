import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeExamples, type Workplace } from '../support/run-cli.ts';

let place: Workplace;
beforeAll(() => {
  place = makeExamples();
});
afterAll(() => {
  place.remove();
});

const lint = ['lint', '--config', 'examples/unpause.yml', 'examples/rfcs'];

describe('a command that was not asked to write', () => {
  it.each([
    { args: lint },
    { args: [...lint, '--format', 'json'] },
    { args: [...lint, '--format', 'sarif'] },
    { args: [...lint, '--format', 'github'] },
    { args: [...lint, '--format', 'junit'] },
    { args: [...lint, '--fix-dry-run'] },
    { args: ['lint', '--stdin'] },
    { args: ['lint'] },
    { args: ['rules'] },
    { args: ['explain', 'decide-by'] },
    { args: ['config', 'check', 'examples/unpause.yml'] },
    { args: ['config', 'schema'] },
    { args: ['--help'] },
  ])('writes no file: $args', ({ args }) => {
    const before = place.tree();
    place.run(args, { environment: { HOME: place.path, TMPDIR: place.path } });

    expect(place.tree()).toEqual(before);
  });
});
