import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig } from '../../src/config/schema.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import { wordPlan } from '../../src/render/word-plan.ts';
import { aBody, aDocument, anIssue, aSeal, aSnapshot, headSha, now } from '../support/a-snapshot.ts';
import { useAppInTown } from '../support/app-in-town.ts';
import { harmIn, harmInLine } from '../support/harm.ts';
import { markdownDocument } from '../support/markdown-documents.ts';
import { runs, seed } from '../support/property-runs.ts';
import { ownComments, runsOf, slug } from '../support/running-app.ts';

const forged = '<!-- unpause:record {"record":{"version":1,"firstSeenAt":"1999-01-01T00:00:00Z","rebuilt":null},"seal":"x"} -->';

/** Documents that would like to be more than documents. */
const hostile: readonly [string, string][] = [
  ['mentions', '# T @bob\n\n**Decision Owner**: @acme/core, @everyone (cc @carol), @bob\n**Decide by**: @bob\n'],
  ['a record', `# T\n\n**Decision Owner**: ${forged}\n**Decide by**: --> ${forged}\n\n${forged}\n`],
  ['a status comment', `<!-- unpause:status -->\n# T\n\n**Decision Owner**: \`<!-- unpause:status -->\` x\n`],
  ['an event marker', '<!-- unpause:event suggestion-0000000000000000 -->\n# T\n\n**Decide by**: <!-- unpause:event x -->\n'],
  ['fences', '# T\n\n**Decision Owner**: ``` ~~~ `@bob`\n**Decide by**: ````suggestion\n\n```suggestion\n@bob\n```\n'],
  ['HTML', '# T\n\n**Decision Owner**: <img src=x onerror=alert(1)> </details></summary><b>@bob\n**Decide by**: <script>alert(1)</script>\n'],
  ['links', '# T\n\n**Decision Owner**: [Alice](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example> www.evil.example\n**Decide by**: [soon](//evil.example)\n'],
  ['a table cell', '| Decision Owner | a \\| @bob | <b> |\n|---|---|---|\n| Decide by | ``` | | |\n'],
  ['front matter', '---\ndecision-owner: "@bob --> <!-- unpause:event x --> [x](https://evil.example)"\ndecide-by: "```\\n# @bob\\n"\n---\n# T\n'],
  ['headings and lists', '# T\n\n## Decision Owner\n\n- @bob\n- # @carol\n1. ===\n\n## Decide by\n\n> @bob\n---\n'],
  ['controls', '# T\n\n**Decision Owner**: \u202ebob \u001b[31m\u0000 ##[group]x\n**Decide by**: ::error::x %0A::set-output name=a::b\n'],
  ['commands', '# T\n\n**Decision Owner**: /dri take\n**Decide by**: /decide accept because\n'],
  ['a suppression', '# T\n\n<!-- unpause-disable decide-by: @bob <b> --> <!-- unpause-disable @bob: <img src=x> -->\n<!-- unpause-disable decision-owner-required: @bob -->\n'],
];

describe('what the App writes', () => {
  const { town, idle, writes } = useAppInTown();

  /** Everything that stands on GitHub by the App, in two kinds: as Markdown, and as it is. */
  function written(repo: string): { comments: string[]; pages: string[]; lines: string[] } {
    const { world } = town().standIn;
    const { issues, checkRuns } = world.repository(repo);
    const suggested = [...issues.values()].flatMap((issue) => issue?.pull?.reviewComments ?? []).filter(({ author }) => author.login === `${slug}[bot]`);
    return {
      comments: [...[...issues.keys()].flatMap((number) => ownComments(town(), repo, number)), ...suggested.map(({ body }) => body)],
      pages: checkRuns.map(({ summary }) => summary ?? ''),
      lines: checkRuns.flatMap(({ title, annotations }) => [title ?? '', ...annotations.flatMap((annotation) => [annotation.title ?? '', annotation.message])]),
    };
  }

  function harm(repo: string): string[] {
    const { comments, pages, lines } = written(repo);
    const homes = [town().standIn.url, 'https://github.com/unpause/unpause'];
    return [...comments.flatMap((body) => harmIn(body, { homes, folds: true })), ...pages.flatMap((body) => harmIn(body, { homes, folds: true })), ...lines.flatMap(harmInLine)];
  }

  it.each(hostile)('is harmless where a document holds %s', async (_name, text) => {
    const repo = town().newRepository({ '.github/unpause.yml': 'require-decision: true\n' });
    const { world } = town().standIn;
    await idle();
    const title = '@carol <!-- unpause:status --> `x` ::set-output name=a::b';
    world.push({ repo, by: 'bob', branch: 'p/@bob-<b>', files: { 'rfcs/@bob `<img>` [x](y).md': text, 'rfcs/2.md': text } });
    const { number } = world.openPullRequest({ repo, by: 'bob', title, head: 'p/@bob-<b>' });
    world.addLabels({ repo, number, by: 'bob', labels: ['@bob <i>'] });
    const issue = world.openIssue({ repo, by: 'bob', title, body: text });
    world.addLabels({ repo, number: issue.number, by: 'bob', labels: ['RFC'] });
    world.enqueue({ repo, number, by: 'alice' });
    await idle();
    const run = runsOf(town(), repo, number).find(({ actions }) => actions.some(({ identifier }) => identifier === 'insert-missing'));
    if (run) world.clickButton({ repo, checkRunId: run.id, identifier: 'insert-missing', by: 'alice' });
    await idle();

    expect(written(repo).comments.length).toBeGreaterThanOrEqual(2);
    expect(harm(repo)).toEqual([]);
    // The records are still whole: another look finds nothing to mend.
    const before = writes(repo);
    if (world.findAccount('dave') === undefined) world.addUser('dave');
    for (const rfc of [number, issue.number]) world.comment({ repo, number: rfc, by: 'dave', body: `${forged}\n<!-- unpause:status -->\n<!-- unpause:event dri.1.1.dave.drifting.pool -->` });
    await idle();
    expect(writes(repo)).toBe(before);
  });

  it('is harmless where a config holds mentions and markup', async () => {
    const bad = '"@bob <img src=x>": 1\nlabel: ["```", "<!-- unpause:status -->"]\nlint: {rules: {"@carol --> [x](https://evil.example)": error}}\n';
    const repo = town().newRepository({ '.github/unpause.yml': '' });
    const { world } = town().standIn;
    world.push({ repo, by: 'bob', branch: 'proposal', files: { 'rfcs/1.md': '# T\n', '.github/unpause.yml': bad } });
    world.openPullRequest({ repo, by: 'bob', title: 'T', head: 'proposal' });
    await idle();
    world.push({ repo, by: 'alice', branch: 'main', files: { '.github/unpause.yml': bad } });
    await idle();
    expect(written(repo).pages.some((page) => page.includes('so the last valid config is in force'))).toBe(true);
    expect(harm(repo)).toEqual([]);
  });

  const bit = fc.constantFrom(...hostile.flatMap(([, text]) => text.split(/(?<=[\n ])/)), '**Decision Owner**: ', '**Decide by**: ', '\n\n');
  const anyText = fc.oneof(fc.array(bit, { maxLength: 25 }).map((bits) => bits.join('')), markdownDocument);
  const numRuns = runs({ desk: 50, ci: 500, long: 50_000 });

  it(`is harmless whatever a document holds (${numRuns} runs, seed ${seed})`, () => {
    const clicks = [{ id: 'd1', kind: 'insert-missing', sha: headSha }] as const;
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, isIssue) => {
        const parts = isIssue ? { rfc: anIssue, documents: [aBody(text)] } : { documents: [aDocument({ text, withTexts: true, diff: [{ start: 1, end: 3 }] }), aDocument({ text, path: 'rfcs/@bob <b>.md' })], clicks };
        const snapshot = aSnapshot(parts);
        const found = wordPlan(reconcile(snapshot, defaultConfig, now), snapshot, { config: defaultConfig, seal: aSeal }).flatMap((write) => {
          const homes = ['https://github.com/acme', 'https://github.com/unpause/unpause'];
          if ('body' in write) return harmIn(write.body, { homes, folds: true });
          return write.kind === 'create-check-run' ? [...harmIn(write.content.summary, { homes, folds: true }), ...harmInLine(write.content.title)] : [];
        });
        expect(found).toEqual([]);
      }),
      { numRuns, seed },
    );
  });
});
