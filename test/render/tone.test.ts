/** Every message that people can receive is kind, says what would help next and who can do it, and calls nobody else. */
import { describe, expect, it } from '@jest/globals';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextProfanities from 'retext-profanities';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { findCommands } from '../../src/decision/commands/find-commands.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import { commandHelp } from '../../src/render/command-help.ts';
import { commandList } from '../../src/render/command-list.ts';
import { messageGroups } from '../../src/render/messages.ts';
import { spokenTo } from './spoken-to.ts';

const groups = messageGroups();
const messages = groups.flatMap((group) => group.messages);
const [calls = [], replies = [], status = [], checks = []] = groups.map((group) => group.messages);
const notices = groups.find(({ title }) => title === 'About a repository')?.messages ?? [];

/** Words that blame, press, count or belittle; and times that go stale. */
const unkind =
  /\b(?:fail(?:s|ed|ing|ures?)?|faults?|blam\w*|ignor\w*|neglect\w*|forg[eo]t\w*|lazy|lat(?:e|ely|eness)|overdue|delay\w*|asap|urgent\w*|immediately|remind\w*|must|have to|should|ought|supposed to|wrong|invalid|bad|your mistakes?|stale|silent|inactive|unresponsive|missed|finally|obviously|simply|of course|unfortunately|deadline|blockers?|ago|yesterday|today|tomorrow)\b|as soon as possible|dropp?ed the ball|n['’]t yet|\b(?:have|has|did|do|does|is|are|was|were|would|could)n['’]t\b|\byou (?:still|never|have not|did not|do not|were)\b|\bstill (?:have|has|waiting|not|no)\b|!/i;

/** Who can do something, and what. */
const who = /@\w|\byou\b|\b(?:author|Decision Owner|members?|whoever|anyone|somebody|maintainers|administrators)\b/i;
const how = /`[^`]+`|\bpost\b|\bcomment\b|\bopen it again\b|\bgiving access\b|\btry again\b/;

// `steward` is the product's word for whoever looks after an RFC, `period` for the time to decide in; to reject is one of the outcomes.
const kindness = unified().use(retextEnglish).use(retextEquality, { ignore: ['steward', 'stewards'] }).use(retextProfanities, { ignore: ['reject', 'period'] });

async function complaints(text: string): Promise<string[]> {
  const file = new VFile(text);
  await kindness.run(kindness.parse(file), file);
  return file.messages.map(({ reason }) => reason);
}

describe('every message', () => {
  it('has an id of its own', () => {
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  });

  it.each(messages)('$id uses no word that blames, presses or counts', ({ text, reason, to }) => {
    expect(unkind.exec(spokenTo(text).prose)?.[0]).toBeUndefined();
    expect(unkind.exec(`${reason} ${to}`.replaceAll(/`[^`]*`/g, ''))?.[0]).toBeUndefined();
  });

  it.each(messages)('$id is kind to everybody', async ({ text }) => {
    await expect(complaints(spokenTo(text).prose)).resolves.toEqual([]);
  });

  it.each(messages)('$id mentions those who are asked, and nobody else', ({ text, mentions }) => {
    expect(spokenTo(text).mentioned).toEqual([...mentions].sort());
  });

  it.each(messages)('$id starts no command and holds no record', ({ text }) => {
    expect(findCommands(text)).toEqual([]);
    expect(text).not.toContain('unpause:record');
  });
});

describe('every message that is a comment of its own', () => {
  it.each([...calls, ...replies, ...notices])('$id has nothing but its marker on the first line', ({ text }) => {
    expect(text).toMatch(/^<!-- unpause:event [\w.-]+ -->\n[^\n<]/);
    expect(spokenTo(text).html).toHaveLength(1);
    expect(text).toBe(text.trim());
  });

  it.each([...calls, ...replies, ...notices])('$id says what would help next, and who can do it', ({ text }) => {
    const [, ...words] = text.split('\n');
    expect(words.join('\n')).toMatch(who);
    expect(words.join('\n')).toMatch(how);
  });
});

describe('every message that is edited in place', () => {
  it.each([...status, ...checks])('$id says something', ({ text }) => {
    expect(text.length).toBeGreaterThan(20);
  });
});

describe('every command', () => {
  const known = commandHelp(defaultConfig);

  it.each(known)('$usage explains itself kindly', async ({ help }) => {
    expect(help.replaceAll(/`[^`]*`/g, '')).not.toMatch(unkind);
    await expect(complaints(help)).resolves.toEqual([]);
  });

  it('fits into the list', () => {
    expect(commandList(known).match(/^- `\//gm)).toHaveLength(known.length);
  });
});

describe('the words that are looked for', () => {
  it.each(["You still haven't answered.", 'This is overdue.', 'Please act ASAP!', 'A week ago you failed to decide.', 'We remind you.', 'You must decide.'])('would find “%s”', (text) => {
    expect(text).toMatch(unkind);
  });

  it.each(['He is the chairman.', 'This is crazy and lame.'])('would make the linter speak of “%s”', async (text) => {
    await expect(complaints(text)).resolves.not.toEqual([]);
  });
});
