/** A document with its line numbers, what the checks say on its lines, and a form to edit it. */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import type { CheckAnnotation } from '../github/state/check.ts';
import { lineId } from './place.ts';

export interface ShownFile {
  path: string;
  /** Git's name of what is shown. */
  blob: string;
  text: string;
}

export interface FileParts {
  file: ShownFile;
  index: number;
  annotations: readonly CheckAnnotation[];
  /** Where the form leads; null where nobody edits it here. */
  edit: { action: string; by: string } | null;
  /** Why it cannot be edited by whoever looks at it. */
  hint: string | null;
}

export function fileCard({ file, index, annotations, edit, hint }: FileParts): Html {
  const { path, blob, text } = file;
  const rows = Math.min(28, text.split('\n').length + 1);
  return html`<section class="card file" aria-labelledby="file-${index}" id="document-${index}">
<h2 id="file-${index}"><span class="path">${path}</span></h2>
${linesOf({ file, index, annotations })}
${edit === null ? '' : html`<details class="edit" id="edit-${index}">
<summary>Edit as @${edit.by}</summary>
<form method="post" action="${edit.action}">
<input type="hidden" name="path" value="${path}">
<input type="hidden" name="blob" value="${blob}">
<label for="text-${index}">Text of ${path}</label>
<textarea id="text-${index}" name="text" rows="${rows}" spellcheck="false">
${text}</textarea>
<button class="primary" id="save-${index}">Commit as @${edit.by}</button>
</form>
</details>`}
${hint === null ? '' : html`<p class="quiet hint">${hint}</p>`}
</section>`;
}

export function linesOf({ file: { path, text }, index, annotations }: Pick<FileParts, 'file' | 'index' | 'annotations'>): Html {
  const here = annotations.filter((annotation) => annotation.path === path);
  const lines = text.replace(/\n$/, '').split('\n');
  return html`<ol class="lines">${lines.map((line, at) => lineItem(line, { id: lineId(index, at + 1), number: at + 1, here }))}</ol>`;
}

function lineItem(line: string, { id, number, here }: { id: string; number: number; here: readonly CheckAnnotation[] }): Html {
  const ending = here.filter(({ end_line: end }) => end === number);
  const marked = here.find(({ start_line: start, end_line: end }) => start === number && end === number);
  const level = here.find(({ start_line: start, end_line: end }) => start <= number && number <= end)?.annotation_level;
  const notes = ending.map(({ annotation_level, title, message }) => html`<p class="note ${annotation_level}"><strong>${title ?? ''}</strong> ${message}</p>`);
  return html`<li id="${id}"${level === undefined ? '' : html` class="${level}"`}><code>${marked === undefined ? line : withMark(line, marked)}</code>${notes}</li>`;
}

/** GitHub gives columns from 1, both ends included. */
function withMark(line: string, { start_column: start, end_column: end }: CheckAnnotation): Html {
  if (start === null || end === null) return html`${line}`;
  return html`${line.slice(0, start - 1)}<mark>${line.slice(start - 1, end)}</mark>${line.slice(end)}`;
}
