import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from '../../../src/demo/page/markdown.ts';
import { replaceLines, suggestedLines } from '../../../src/demo/page/suggestion.ts';
import { clockTime, timeAgo } from '../../../src/demo/page/words.ts';

const standIn = 'http://127.0.0.1:4711';

describe('renderMarkdown', () => {
  it.each([
    ['hides a comment', '<!-- hidden -->\nShown', '<p>Shown</p>'],
    ['hides a comment of several lines', '<!-- a\n\nb -->\n\nShown', '<p>Shown</p>'],
    ['hides a comment within a line', 'One <!-- two -->three', '<p>One three</p>'],
    ['shows what follows a comment as text', '<!-- a --><script>x</script>', '&lt;script&gt;x&lt;/script&gt;'],
    ['shows a block of HTML as text', '<div onclick="x">\n\nIn', '&lt;div onclick=&quot;x&quot;&gt;\n<p>In</p>'],
    ['shows HTML in a line as text', 'a <b>c</b>', '<p>a &lt;b&gt;c&lt;/b&gt;</p>'],
    ['folds what is to be folded', '<details><summary>More & more</summary>\n\n- one\n\n</details>', '<details><summary>More &amp; more</summary>\n<ul>\n<li>one</li>\n</ul>\n</details>'],
    ['folds nothing that has no end', '<details><summary>More</summary>\n\nIn', '<p>More</p>\n<p>In</p>'],
    ['ends nothing that has no beginning', '</details>\n\nIn', '<p>In</p>'],
    ['shows a fold with more in its tag as text', '<details open onclick="x"><summary>More</summary>', '&lt;details open onclick=&quot;x&quot;&gt;&lt;summary&gt;More&lt;/summary&gt;'],
    ['takes no characters for a fold', '\uE000One\uE001two\uE002', '<p>Onetwo</p>'],
    ['drops where a dangerous link leads', '[x](javascript:alert%281%29)', '<p><a href="">x</a></p>'],
    ['leads to its own pages', `[x](${standIn}/acme/rfcs/pull/1)`, '<p><a href="/acme/rfcs/pull/1">x</a></p>'],
    ['leaves other addresses alone', '[x](https://example.com/)', '<p><a href="https://example.com/">x</a></p>'],
    ['knows tables', '| a |\n| - |\n| b |', '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>'],
  ])('%s', async (_, text, rendered) => {
    expect((await renderMarkdown(text, standIn)).trim()).toBe(rendered);
  });
});

describe('suggestedLines', () => {
  it.each<[string, string, string[] | null]>([
    ['some lines', 'Try:\n\n```suggestion\na\n\nb\n```', ['a', '', 'b']],
    ['no line', '```suggestion\n```', []],
    ['an empty line', '```suggestion\n\n```', ['']],
    ['lines with a fence in them', '````suggestion\n```js\n```\n````', ['```js', '```']],
    ['nothing', 'Just words, and ```code```', null],
    ['another language', '```markdown\na\n```', null],
  ])('reads %s', (_, body, lines) => {
    expect(suggestedLines(body)).toEqual(lines);
  });

  it('takes the place of the lines it was made for', () => {
    expect(replaceLines('1\n2\n3\n', { start: 2, end: 2 }, ['a', 'b'])).toBe('1\na\nb\n3\n');
    expect(replaceLines('1\n2\n3\n', { start: 1, end: 2 }, [])).toBe('3\n');
  });
});

describe('the words of times', () => {
  it.each([
    [0, 'just now'],
    [59, 'just now'],
    [60, '1 minute ago'],
    [3599, '59 minutes ago'],
    [7200, '2 hours ago'],
    [86_400, 'yesterday'],
    [5 * 86_400, '5 days ago'],
  ])('after %i seconds it is %s', (seconds, words) => {
    const then = '2026-11-21T09:00:00Z';
    expect(timeAgo(then, new Date(Date.parse(then) + seconds * 1000))).toBe(words);
  });

  it('says the day and the time in UTC', () => {
    expect(clockTime(new Date('2026-11-21T09:05:00Z'))).toBe('Sat, 21 November 2026, 09:05 UTC');
  });
});
