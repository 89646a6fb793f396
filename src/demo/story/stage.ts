/** What the story needs: somebody who acts, a look at what became of it, and a word about it. */
import type { CheckRun } from '../github/state/check.ts';
import { isPullRequest, type Comment, type Issue } from '../github/state/issue.ts';
import type { World } from '../github/world.ts';
import { statusMarker } from '../../decision/markers.ts';
import { botLogin } from '../run-app.ts';
import { latestRuns } from '../page/checks.ts';
import type { Demo } from '../start-demo.ts';

/** Something is not as the story tells it. */
export class StoryMistake extends Error {
  override readonly name = 'StoryMistake';
}

export interface Chapter {
  title: string;
  tell: (stage: Stage) => Promise<void>;
}

export interface Stage {
  demo: Pick<Demo, 'standIn' | 'activity'>;
  world: World;
  say: (line: string) => void;
}

/** Resolves once the App has seen everything. */
export async function settle({ activity }: Pick<Demo, 'activity'>): Promise<void> {
  try {
    await activity.settled();
  } catch (error) {
    throw new StoryMistake(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** What Unpause shows on a thread. */
export interface Shown {
  issue: Issue;
  /** As they were then; the thread itself goes on. */
  comments: readonly Comment[];
  labels: string[];
  /** The newest of each check. */
  runs: CheckRun[];
  /** What the check of the document says. */
  run: CheckRun | null;
  status: Comment | null;
}

/** A thread as it is once the App has seen everything. */
export async function shownOn({ demo, world }: Stage, repo: string, number: number): Promise<Shown> {
  await settle(demo);
  const issue = world.issue(repo, number);
  const runs = isPullRequest(issue) ? latestRuns(issue) : [];
  return {
    issue,
    comments: [...issue.comments],
    labels: issue.labels.map(({ name }) => name),
    runs,
    run: runs.find(({ name }) => name === 'Unpause: document') ?? null,
    status: issue.comments.find(({ author, body }) => author.login === botLogin && isStatus(body)) ?? null,
  };
}

/** The thread of that title, without which the story cannot go on. */
export function threadCalled({ world }: Pick<Stage, 'world'>, repo: string, title: string): Issue {
  const found = [...world.repository(repo).issues.values()].find((issue) => issue?.title === title);
  expectTold(found != null, `"${title}" in ${repo}`, null);
  return found;
}

/** What chapters do on the thread of that title. */
export function onThread(repo: string, title: string): { shownHere: (stage: Stage) => Promise<Shown>; comment: (stage: Stage, by: string, body: string) => Promise<Shown> } {
  const shownHere = async (stage: Stage): Promise<Shown> => await shownOn(stage, repo, threadCalled(stage, repo, title).number);
  return {
    shownHere,
    /** What Unpause shows once it has seen the comment. */
    comment: async (stage, by, body) => {
      stage.say(`@${by}    ${body}`);
      stage.world.comment({ repo, number: threadCalled(stage, repo, title).number, by, body });
      return await shownHere(stage);
    },
  };
}

export function isStatus(body: string): boolean {
  return body.startsWith(statusMarker);
}

/** Says what there is, as a person would see it. */
export function sayShown({ say }: Stage, { labels, runs, status }: Shown): void {
  for (const { name, conclusion, status: state, title, annotations } of runs) {
    say(`check    ${name}: ${(conclusion ?? state).replaceAll('_', ' ')}, "${title ?? ''}"`);
    for (const { path, start_line: line, message } of annotations) say(`         ${path}:${line} ${message}`);
  }
  say(`labels   ${labels.join(', ') || 'none'}`);
  if (status !== null) for (const line of visibleLines(status.body, 3)) say(`comment  ${line}`);
}

/** The first words of a comment; without what is hidden on GitHub, and without where links lead. */
export function visibleLines(body: string, most: number): string[] {
  const visible = body
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/\[([^\]]*)\]\(http[^)]*\)/g, '$1')
    .replaceAll('&#8203;', '')
    .replaceAll(/\\([*`[\]])/g, '$1');
  return visible.split('\n').filter((line) => line.trim() !== '').slice(0, most);
}

/** Throws where it is not so. */
export function expectTold(isSo: boolean, told: string, seen: unknown): asserts isSo {
  if (!isSo) throw new StoryMistake(`Unexpected ${JSON.stringify(seen)}, expected: ${told}`);
}

export function expectConclusion(shown: Shown, conclusion: CheckRun['conclusion']): asserts shown is Shown & { run: CheckRun } {
  const { run } = shown;
  expectTold(run?.conclusion === conclusion, `the check is ${conclusion ?? 'under way'}`, run?.conclusion ?? null);
}

/** The status comment that is there. */
export function statusOf({ status }: Shown): Comment {
  expectTold(status !== null, 'a status comment by Unpause', null);
  return status;
}

/** Waits for something that time alone brings about; the App looks at its clock every few seconds. */
export async function until(stage: Stage, told: string, isSo: () => Promise<boolean>): Promise<void> {
  const { activity } = stage.demo;
  const limit = AbortSignal.timeout(patience);
  while (!(await isSo())) {
    expectTold(!limit.aborted, told, `nothing of the kind after ${patience / 1000} seconds`);
    await new Promise<void>((resolve) => {
      const done = (): void => {
        stop();
        limit.removeEventListener('abort', done);
        resolve();
      };
      const stop = activity.onChange(done);
      limit.addEventListener('abort', done);
    });
  }
}

const patience = 60_000;
