/** A file as one commit has it: where the links to lines in the App's comments lead. */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import { fullName, type Repository } from '../github/state/repository.ts';
import { linesOf } from './document.ts';
import { layout } from './layout.ts';
import { threadPath } from './place.ts';
import type { View } from './view.ts';

/** Null where there is no such file. */
export function blobPage(view: View, { repository, sha, path }: { repository: Repository | null; sha: string; path: string }): Html | null {
  const { git } = view.world;
  const blob = git.findCommit(sha) === undefined ? undefined : git.filesOf(sha).get(path);
  if (repository === null || blob === undefined) return null;
  const text = git.blob(blob)?.toString('utf8') ?? '';
  const thread = view.world.repositories.flatMap(({ issues }) => [...issues.values()]).find((issue) => issue?.pull?.head.sha === sha);
  const content = html`<header class="thread-head">
<p class="quiet"><a href="/">All threads</a> / ${fullName(repository)}</p>
<h1>${path}</h1>
<p class="meta">At commit <code>${sha.slice(0, 7)}</code>${thread ? html`, the head of <a href="${threadPath(thread)}">${thread.title} #${thread.number}</a>` : ''}</p>
</header>
<section class="card file" aria-label="${path}">${linesOf({ file: { path, blob, text }, index: 0, annotations: [] })}</section>`;
  return layout(view, { title: path, content, announcement: '', entries: [] });
}
