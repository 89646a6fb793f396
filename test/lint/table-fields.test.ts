import { describe, expect, it } from '@jest/globals';
import { decided, places, read } from '../support/lint-text.ts';

describe('a table with labels in its first column', () => {
  it.each([
    ['below a header', '| Field | Value |\n|---|---|\n| Status | open |\n| Decision Owner | @alice |\n', 'table 4: @alice'],
    ['below an empty header', '| | |\n|---|---|\n| **Decision Owner** | @alice |\n', 'table 3: @alice'],
    ['in the header itself', '| Decision Owner | @alice |\n|---|---|\n| Status | open |\n', 'table 1: @alice'],
    ['in the header alone', '| Decision Owner | @alice |\n|---|---|\n', 'table 1: @alice'],
    ['in the header, beside a name', '| Decision Owner | Alice Smith |\n|---|---|\n| Author | Bob |\n', 'table 1: Alice Smith'],
    ['with a colon', '| Field | Value |\n|---|---|\n| Decision Owner: | @alice |\n', 'table 3: @alice'],
    ['with more columns', '| Field | Value | Notes |\n|---|---|---|\n| Decision Owner | @alice | @bob helps |\n', 'table 3: @alice'],
    ['without outer pipes', 'Field | Value\n--- | ---\nDecision Owner | @alice\n', 'table 3: @alice'],
    ['with several people', '| Field | Value |\n|---|---|\n| Decision Owner | @alice, @bob |\n', 'table 3: @alice | @bob'],
    ['with lines in the cell', '| Field | Value |\n|---|---|\n| Decision Owner | @alice<br>@bob |\n', 'table 3: @alice | @bob'],
    ['with an empty cell', '| Field | Value |\n|---|---|\n| Decision Owner | |\n', 'table 3: placeholder'],
    ['with no cell', '| Field | Value |\n|---|---|\n| Decision Owner |\n', 'table 3: placeholder'],
    ['in a list', '- | Decision Owner | @alice |\n  |---|---|\n', 'table 1: @alice'],
  ])('%s', (_, text, expected) => {
    expect(decided(text)).toBe(expected);
  });
});

describe('a table with labels in its header', () => {
  it.each([
    ['over one row', '| Status | Decision Owner | Date |\n|---|---|---|\n| open | @alice | 2026-11-01 |\n', 'table 1: @alice'],
    ['over one row, in two columns', '| Decision Owner | Status |\n|---|---|\n| @alice | open |\n', 'table 1: @alice'],
    ['over one cell', '| Decision Owner |\n|---|\n| @alice |\n', 'table 1: @alice'],
    ['over an empty cell', '| Status | Decision Owner | Date |\n|---|---|---|\n| open | | |\n', 'table 1: placeholder'],
    ['over one row, beside a label that is unusual', '| Decision Owner | Team name |\n|---|---|\n| @alice | storage |\n', 'table 1: @alice'],
    ['over one row, beside another field', '| Decision Owner | Rung |\n|---|---|\n| Alice Smith | consult |\n', 'table 1: Alice Smith'],
    ['over several rows, which are a log', '| Decision | Decision Owner | Date |\n|---|---|---|\n| a | @alice | 1 |\n| b | @bob | 2 |\n', 'absent'],
    ['over several rows of one column', '| Decision Owner |\n|---|\n| @alice |\n| @bob |\n', 'absent'],
    ['over no row', '| Status | Decision Owner | Date |\n|---|---|---|\n', 'absent'],
    ['in code', '| Status | `Decision Owner` | Date |\n|---|---|---|\n| a | @alice | 1 |\n', 'absent'],
  ])('%s', (_, text, expected) => {
    expect(decided(text)).toBe(expected);
  });

  it('holds several fields', () => {
    const { decision, fields } = read('| Decision Owner | Decide by | Topic |\n|---|---|---|\n| @alice | 2026-12-01 | queues |\n');
    expect(decision.owners.map((owner) => owner.text)).toEqual(['@alice']);
    expect(fields).toEqual({ decideBy: { text: '2026-12-01', line: 1 }, topic: { text: 'queues', line: 1 } });
  });

  it('says in which cell each person stands', () => {
    expect(places('| Status | Decision Owner | Date |\n|:-:|--:|---|\n| open |  @alice & @bob | 1 |\n')).toEqual(['@alice 3:11', '@bob 3:20']);
  });
});
