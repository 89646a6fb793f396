import { describe, expect, it } from '@jest/globals';
import { renderMistake, renderPath, renderSeen } from '../../src/config/mistake.ts';

describe('renderPath', () => {
  it.each([
    [[], ''],
    [['pause', 'nudge-after'], 'pause.nudge-after'],
    [['dri', 'pool', 0], 'dri.pool[0]'],
    [['people', 'a@b.example'], 'people["a@b.example"]'],
    [['a b'], '["a b"]'],
  ])('writes %j as %s', (path, text) => {
    expect(renderPath(path)).toBe(text);
  });
});

describe('renderSeen', () => {
  it.each([
    ['RFC', '"RFC"'],
    ['', '""'],
    [3, '3'],
    [true, 'true'],
    [null, 'nothing'],
    [undefined, 'nothing'],
    [[], 'an empty list'],
    [['a'], 'a list'],
    [{ a: 1 }, 'a map'],
    ['a\nb', '"a\\nb"'],
    ['\u001b[31m\u009b\u202e', '"\\u001b[31m\\u{9b}\\u{202e}"'],
  ])('shows %j as %s', (value, text) => {
    expect(renderSeen(value)).toBe(text);
  });

  it('cuts a long text between characters, not within one', () => {
    expect(renderSeen('💡'.repeat(1000))).toBe(`"${'💡'.repeat(60)}…"`);
    expect(renderSeen('a'.repeat(60))).toBe(`"${'a'.repeat(60)}"`);
  });
});

describe('renderMistake', () => {
  it('says what is there, where, and what was expected', () => {
    expect(renderMistake({ path: ['a', 'b'], at: 'value', seen: '3', expected: 'text' })).toBe('Unexpected 3 in a.b, expected text');
  });

  it('names the map that holds a wrong key', () => {
    expect(renderMistake({ path: ['a', 'bb'], at: 'key', seen: 'key "bb"', expected: 'a known key', near: 'b' })).toBe(
      'Unexpected key "bb" in a, expected a known key; did you mean "b"?',
    );
  });

  it('names the map in which something is missing', () => {
    expect(renderMistake({ path: ['a', 0, 'id'], at: 'parent', seen: 'id', expected: 'a name' })).toBe('Missing id in a[0], expected a name');
  });
});
