import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeWorkplace, type Workplace } from '../support/run-cli.ts';

const threeMistakes = 'lable: RFC\nlint:\n  preset: genric\n  rules:\n    decision-owner-singel: error\n';
const sound = 'lint:\n  rules:\n    decide-by: error\n';
const document = '**Decision Owner**: @alice\n';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace({
    'broken.yml': threeMistakes,
    'empty.yml': '',
    'inherits.yml': '_extends: acme/.github\nlint:\n  rules:\n    decide-by: error\n',
    'repo/.git/HEAD': 'ref: refs/heads/main\n',
    'repo/.github/unpause.yml': sound,
    'repo/deep/er/a.md': document,
    'repo/nested/.git': 'gitdir: elsewhere\n',
    'repo/nested/a.md': document,
    'loose/.github/unpause.yml': sound,
    'loose/sub/a.md': document,
  });
});
afterAll(() => {
  place.remove();
});

describe('a config with mistakes', () => {
  it.each([{ args: ['config', 'check', 'broken.yml'] }, { args: ['lint', '--config', 'broken.yml', 'repo'] }])('ends $args with a line for each mistake', ({ args }) => {
    const run = place.run(args);

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.lines).toEqual([
      expect.stringMatching(/^broken\.yml:1:1: .*"lable".*did you mean "label"\?$/),
      expect.stringMatching(/^broken\.yml:3:11: .*"genric".*generic/),
      expect.stringMatching(/^broken\.yml:5:5: .*decision-owner-singel.*did you mean "decision-owner-single"\?$/),
    ]);
  });
});

describe('which config holds', () => {
  it.each([
    { what: 'the one at the root of the repository', from: 'repo/deep/er', severity: 'error' },
    { what: 'none, at the root of a repository inside', from: 'repo/nested', severity: 'advice' },
    { what: 'none above, outside of a repository', from: 'loose/sub', severity: 'advice' },
  ])('$what', ({ from, severity }) => {
    const { results } = place.report(['a.md'], { from });

    expect(results[0]?.findings).toMatchObject([{ rule: 'decide-by', severity }]);
  });

  it('that of the working directory, outside of a repository', () => {
    expect(place.report(['sub/a.md'], { from: 'loose' }).summary.errors).toBe(1);
  });

  it('the one that --config names, before the one that is found', () => {
    expect(place.report(['--config', '../../../empty.yml', 'a.md'], { from: 'repo/deep/er' }).summary.errors).toBe(0);
  });

  it('what a config says itself, where it inherits from another repository', () => {
    const run = place.run(['lint', '--config', 'inherits.yml', 'repo/deep']);

    expect(run.status).toBe(1);
    expect(run.lines).toEqual([expect.stringMatching(/^unpause: inherits\.yml: `_extends: acme\/\.github` was not applied/)]);
  });
});

describe('config check', () => {
  it.each([
    { args: ['empty.yml'], from: '', says: 'empty.yml: no mistakes\n' },
    { args: [], from: 'repo/deep', says: '../.github/unpause.yml: no mistakes\n' },
  ])('finds no mistakes with $args in "$from"', ({ args, from, says }) => {
    expect(place.run(['config', 'check', ...args], { from })).toMatchObject({ status: 0, stdout: says, stderr: '' });
  });

  it.each([
    { args: ['none.yml'], says: /^unpause: none\.yml: cannot be read \(no such file or folder\)/ },
    { args: [], says: /^unpause: \.github\/unpause\.yml: not found .*unpause init/ },
  ])('says what would help with $args', ({ args, says }) => {
    const run = place.run(['config', 'check', ...args]);

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.lines).toEqual([expect.stringMatching(says)]);
  });
});

describe('config schema', () => {
  it('prints a JSON Schema that knows the rules', () => {
    const run = place.run(['config', 'schema']);

    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ properties: { lint: { properties: { rules: { properties: { 'decide-by': {} } } } } } });
  });
});
