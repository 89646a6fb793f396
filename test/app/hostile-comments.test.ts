import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/schema.ts';
import { alice, bob, everybody } from '../support/a-command-context.ts';
import { aSnapshot, headSha } from '../support/a-snapshot.ts';
import { someDatabase as kind } from '../support/databases.ts';
import { harmIn } from '../support/harm.ts';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import { aPureRfc } from '../support/pure-rfc.ts';
import { aRepository, calledIn, ownIn, propose, reactionsTo, recordIn, shownOn, statusesIn, write, type Scene } from '../support/rfc-scene.ts';
import { did, pushed, wrote } from '../support/some-acts.ts';
import { useAppInTime } from '../support/use-app-in-time.ts';
import { spokenTo } from '../render/spoken-to.ts';

/** Alice is to decide on it, and whatever she writes as a command counts. */
function anRfc(): PureRfc {
  const at = '2026-03-02T10:00:00Z';
  const acts = [did('opened', bob, '03-02T10:00'), pushed(bob, '03-02T10:00')];
  const rfc = { author: bob, createdAt: at, lastHumanActivityAt: at, head: { sha: headSha, fork: null } };
  const pure = aPureRfc(aSnapshot({ rfc, people: everybody, acts }), defaultConfig, new Date(at));
  pure.settle();
  pure.pass(60_000);
  return pure;
}

const decides = '/decide accept It is good enough.';

describe('words that look like a decision', () => {
  it.each([
    ['a fence', `\`\`\`\n${decides}\n\`\`\``],
    ['a fence with a language', `~~~sh\n${decides}\n~~~`],
    ['a fence in a list', `- so:\n  \`\`\`\n  ${decides}\n  \`\`\``],
    ['indented code', `So:\n\n    ${decides}`],
    ['code by a tab', `So:\n\n\t${decides}`],
    ['inline code', `\`${decides}\``],
    ['a quote', `> ${decides}`],
    ['a quote that goes on by itself', `> Alice said\n${decides}`],
    ['a quote in a quote', `> > Alice said\n> ${decides}`],
    ['an e-mail reply', `On Monday Alice wrote:\n> Hello,\n> ${decides}`],
    ['an alert', `> [!NOTE]\n> ${decides}`],
    ['an HTML comment', `<!--\n${decides}\n-->`],
    ['an HTML comment that does not end', `<!--\n\n${decides}`],
    ['a block of HTML', `<p>\n${decides}\n</p>`],
    ['preformatted HTML', `<pre>\n\n${decides}\n\n</pre>`],
    ['a script', `<script>\n${decides}\n</script>`],
    ['a processing instruction', `<?\n${decides}\n?>`],
    ['CDATA', `<![CDATA[\n${decides}\n]]>`],
    ['a link', `[see\n${decides}](https://example.com)`],
    ["a link's title", `[see](https://example.com "\n${decides}")`],
    ['a picture', `![see\n${decides}](https://example.com/a.png)`],
    ['a link definition', `[a]: https://example.com "\n${decides}\n"`],
    ['a footnote', `So[^1]\n\n[^1]: see\n\n    ${decides}`],
    ['struck-out words', `~~well\n${decides}\nno~~`],
    ['a table', `| a |\n|---|\n${decides}`],
    ['a heading', `# ${decides}`],
    ['a list item', `- ${decides}`],
    ['a task', `- [x] ${decides}`],
    ['the middle of a line', `I would say ${decides}`],
    ['a suggestion', `\`\`\`suggestion\n${decides}\n\`\`\``],
    ['a full-width slash', decides.replace('/', '／')],
    ['a fraction slash', decides.replace('/', '⁄')],
    ['a division slash', decides.replace('/', '∕')],
    ['a backslash', decides.replace('/', '\\')],
    ['two slashes', `/${decides}`],
    ['Cyrillic letters', decides.replace('decide', 'dеcidе')],
    ['Greek letters', decides.replace('decide', 'dεcide')],
    ['full-width letters', decides.replace('decide', 'ｄｅｃｉｄｅ')],
    ['mathematical letters', decides.replace('decide', '𝐝𝐞𝐜𝐢𝐝𝐞')],
    ['a dotless i', decides.replace('decide', 'decıde')],
    ['a dotted capital I', decides.replace('decide', 'DECİDE')],
    ['a combining stroke', decides.replace('decide', 'd\u0336ecide')],
    ['a soft hyphen', decides.replace('decide', 'de\u00adcide')],
    ['a joiner', decides.replace('decide', 'de\u200dcide')],
    ['a hidden character before it', `\u200b${decides}`],
    ['a mark of direction before it', `\u202e${decides}`],
    ['a byte order mark before it', `\ufeff${decides}`],
    ['a control character', decides.replace('/', '/\u0000')],
    ['tags of Unicode', decides.replace('decide', 'decide\u{e0061}')],
    ['an entity', decides.replace('/', '&#47;')],
    ['a path', '/decide/accept/it'],
  ])('are none in %s', (_, body) => {
    const rfc = anRfc();
    rfc.act(wrote(alice, '03-02T10:01', body));
    expect(rfc.look().effects).not.toContainEqual(expect.objectContaining({ kind: 'react' }));
    rfc.settle();
    expect(rfc.record()?.decisions).toEqual([]);
  });

  it('are one where they stand as they are', () => {
    const rfc = anRfc();
    rfc.act(wrote(alice, '03-02T10:01', `Well:\n\n${decides}`));
    rfc.settle();
    expect(rfc.record()?.decisions).toHaveLength(1);
  });
});

const evil = '@everyone @alice @acme/core @all <img src=x onerror=alert(1)> [x](https://evil.example) --> <!-- unpause:event dri.9.1.mallory.drifting.pool -->';

/** Comments of somebody who means no good, and how many answers they get: a reaction always, a reply at most. */
const hostile: readonly [what: string, body: string, reaction: string[], replies: number][] = [
  ['65,536 characters of one command', '/support\n'.repeat(8_000).slice(0, 65_536), ['confused'], 1],
  ['10,000 commands', '/dri\n'.repeat(10_000), ['confused'], 1],
  ['10,000 objections', '/object\u0020x\n'.repeat(10_000).slice(0, 65_536), ['confused'], 1],
  ['65,536 characters of reason', `/object ${evil} ${'I mind. '.repeat(10_000)}`.slice(0, 65_536), ['+1'], 1],
  ['65,536 characters that are hard to read', `/object ${evil} ${'<!-- '.repeat(20_000)}`.slice(0, 65_536), [], 0],
  ['unknown commands', '/dir take\n/escalat\n/decied\n'.repeat(2_000), ['confused'], 1],
  ['mentions in place of people', '/dri assign @everyone\n/dri hand @all note\n/escalate to @acme/core please\n/owner @everyone why', ['confused'], 1],
  ['mentions in near misses', `/dir ${evil}\n/escalat ${evil}`, ['confused'], 1],
  ['mentions in reasons', `/object ${evil}\n/tension ${evil}\n/escalate ${evil}`, ['confused'], 1],
  ['markup in reasons', '/object ``` ~~~ **x** | a | # b\n> c\n1. d <details><summary>\n/dri status', ['+1'], 1],
  ['a call of Unpause', '<!-- unpause:event dri.1.1.mallory.drifting.pool -->\n@alice, would you be temporary DRI?', [], 0],
  ['a reply of Unpause', '<!-- unpause:event reply.c1 -->\n<!-- unpause:status -->\n<!-- unpause:record {} -->', [], 0],
];

describe('hostile comments', () => {
  const time = useAppInTime(kind);

  beforeAll(() => {
    time.town.standIn.world.addUser('mallory');
  });
  afterEach(async () => {
    time.town.assertClean();
    expect(await time.app().deadLetters()).toBe(0);
  });

  async function begin(): Promise<Scene> {
    const scene = propose(time.town, aRepository(time.town, { '.github/unpause.yml': 'require-decision: true\ndri: {pool: [carol]}\n' }));
    await time.settle();
    await time.pass(60_000);
    return scene;
  }

  function countWrites(): number {
    return time.town.standIn.requests.filter(({ method }) => method !== 'GET').length;
  }

  /** What Unpause's comments would do that they should not; those who wrote are mentioned in the reply to them. */
  function harm(scene: Scene, writers: readonly string[]): string[] {
    const homes = [time.town.standIn.url, 'https://github.com/unpause/unpause'];
    return ownIn(scene).flatMap(({ body }) => {
      const isReply = body.startsWith('<!-- unpause:event reply.');
      const spared = isReply ? writers.reduce((text, login) => text.replace(`\n@${login}, `, '\n'), body) : body;
      return [...harmIn(spared, { homes, folds: true }), ...(body.length > 65_536 ? ['too long for a comment'] : []), ...spokenTo(spared).mentioned];
    });
  }

  it.each(hostile)('of a stranger or a member, %s, do no harm', async (_, body, reaction, replies) => {
    const scene = await begin();
    const before = recordIn(scene);
    const comment = write(scene, 'mallory', body);
    await time.settle();
    expect(reactionsTo(comment)).toEqual(reaction);
    expect(calledIn(scene)).toHaveLength(replies);
    expect(harm(scene, ['mallory'])).toEqual([]);
    const after = recordIn(scene);
    expect(after?.objections.filter(({ isBinding }) => isBinding)).toEqual([]);
    expect({ ...after, objections: [], read: null }).toEqual({ ...before, objections: [], read: null });

    write(scene, 'bob', body);
    await time.settle();
    expect(calledIn(scene).filter((call) => call.includes(' reply')).length).toBeLessThanOrEqual(2 * replies);
    expect(harm(scene, ['mallory', 'bob'])).toEqual([]);
    expect(statusesIn(scene)).toHaveLength(1);
    // The record is still whole: another look finds nothing to mend.
    const [record, writes] = [recordIn(scene), countWrites()];
    write(scene, 'mallory', 'A thought.');
    await time.settle();
    expect(record).not.toBeNull();
    expect([recordIn(scene), countWrites()]).toEqual([record, writes]);
  });

  it('of somebody who pastes a status comment, record and seal included, change nothing', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    write(theirs, 'alice', decides);
    await time.settle();
    const [status] = statusesIn(theirs);
    write(mine, 'bob', status?.body ?? '');
    await time.settle();
    expect(shownOn(mine)).toMatchObject({ decisions: [], checks: ['Unpause: document = success', 'Unpause: decision = action_required'] });
    // Nor in the place of the one that is there.
    time.town.standIn.world.editComment({ repo: mine.repo, commentId: statusesIn(mine)[0]?.id ?? 0, by: 'bob', body: status?.body ?? '' });
    await time.settle();
    expect(shownOn(mine)).toMatchObject({ decisions: [], checks: ['Unpause: document = success', 'Unpause: decision = action_required'] });
    expect(statusesIn(mine).map(({ body }) => body)).toEqual([expect.stringContaining('had been edited by somebody else')]);
  });

  it('that somebody else edited before they were read run nothing', async () => {
    const scene = await begin();
    const { world, clock } = time.town.standIn;
    const comment = write(scene, 'alice', 'I am still thinking.');
    clock.advance(5_000);
    world.editComment({ repo: scene.repo, commentId: comment.id, by: 'bob', body: decides });
    await time.settle();
    expect(shownOn(scene)).toMatchObject({ decisions: [], calls: [expect.stringMatching(/reply to alice$/)] });
    expect(reactionsTo(comment)).toEqual(['confused']);
    await time.pass(60_000);
    world.editComment({ repo: scene.repo, commentId: comment.id, by: 'bob', body: `${decides} Really.` });
    await time.settle();
    expect(shownOn(scene)).toMatchObject({ decisions: [], calls: [expect.anything()] });
  });

  it('that somebody else edited after they were read run nothing', async () => {
    const scene = await begin();
    const { world } = time.town.standIn;
    const [words, taken] = [write(scene, 'alice', 'I am still thinking.'), write(scene, 'carol', '/dri take')];
    await time.settle();
    await time.pass(60_000);
    for (const comment of [words, taken]) world.editComment({ repo: scene.repo, commentId: comment.id, by: 'bob', body: `${decides}\n/object No.` });
    await time.settle();
    expect(shownOn(scene)).toMatchObject({ decisions: [], terms: ['carol, taken, active'], calls: [expect.stringMatching(/reply to alice$/)] });
    expect(recordIn(scene)?.objections).toEqual([]);
  });

  it('of somebody who registers a login anew get nothing that was the other’s', async () => {
    const scene = await begin();
    const { world } = time.town.standIn;
    for (const login of ['grace', 'heidi']) world.addUser(login);
    world.setRole({ repo: scene.repo, login: 'grace', role: 'triage' });
    write(scene, 'grace', '/object The keys are too short.');
    await time.pass(60_000);
    write(scene, 'grace', '/dri take');
    await time.settle();
    await time.pass(60_000);
    world.renameUser('grace', 'grace-h');
    world.renameUser('heidi', 'grace');
    const said = [write(scene, 'grace', '/dri extend 1d'), write(scene, 'grace', '/withdraw'), write(scene, 'grace', '/dri pass')];
    await time.settle();
    expect(said.map(reactionsTo)).toEqual([['confused'], ['confused'], ['confused']]);
    expect(shownOn(scene)).toMatchObject({ assignees: ['grace-h'], terms: ['grace, taken, active'] });
    expect(recordIn(scene)?.objections).toMatchObject([{ withdrawnAt: null }]);
    await time.pass(60_000);
    const own = write(scene, 'grace-h', '/withdraw\n/dri done It is short enough.');
    await time.settle();
    expect(reactionsTo(own)).toEqual(['+1']);
    expect(shownOn(scene)).toMatchObject({ assignees: [], terms: ['grace, taken, done'] });
  });

  it('of somebody who registers the owner’s login anew decide nothing', async () => {
    const scene = propose(time.town, aRepository(time.town, { '.github/unpause.yml': 'require-decision: true\n' }), { text: '# Keys\n\n**Decision Owner**: @ivan\n' });
    const { world } = time.town.standIn;
    for (const login of ['ivan', 'judy']) world.addUser(login);
    world.setRole({ repo: scene.repo, login: 'ivan', role: 'write' });
    await time.pass(60_000);
    write(scene, 'ivan', decides);
    await time.settle();
    expect(shownOn(scene).checks).toContain('Unpause: decision = success');
    await time.pass(60_000);
    world.renameUser('ivan', 'ivan-k');
    world.renameUser('judy', 'ivan');
    const said = [write(scene, 'ivan', '/decide confirm'), write(scene, 'ivan', '/reopen Not yet.'), write(scene, 'ivan', '/decide reject Me too.')];
    await time.settle();
    expect(said.map(reactionsTo)).toEqual([['confused'], ['confused'], ['confused']]);
    expect(recordIn(scene)?.decisions).toMatchObject([{ outcome: 'accept', by: { login: 'ivan' }, confirmed: null, reopened: null, under: { rung: 'consult', isSatisfied: true }, reviewed: null }]);
    expect(shownOn(scene).checks).toContain('Unpause: decision = success');
  });
});
