/** Markdown as GitHub shows it, but for HTML in it: comments are hidden, what is to be folded is, and the rest is shown as the text it is. */
import { raw } from 'hono/html';
import { micromark, type Options } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Html } from '../../web/page.ts';

/** Links to the stand-in's own address lead to this page, which has a view of what they mean. */
export function renderMarkdown(text: string, standInUrl: string): Html {
  const rendered = micromark(text.replaceAll(/[\uE000-\uE002]/g, ''), { extensions: [gfm()], htmlExtensions: [gfmHtml({ label: 'Footnotes', labelTagName: 'h4' }), harmlessHtml] });
  return raw(fold(rendered).replaceAll(`href="${standInUrl}/`, 'href="/'));
}

/** Stand for what is folded until all of it is there; taken out of what people write. */
const marks = { begin: '\uE000', title: '\uE001', end: '\uE002' };

/** Only what is begun and ended: a lone tag would open or close something around it. */
function fold(rendered: string): string {
  return rendered
    .replaceAll(/\uE000([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE002/g, '<details><summary>$1</summary>$2</details>')
    .replaceAll(/\uE000([^\uE000-\uE002]*)\uE001/g, '<p>$1</p>')
    .replaceAll(marks.end, '');
}

type HtmlExtension = NonNullable<Options['htmlExtensions']>[number];
type Handle = NonNullable<NonNullable<HtmlExtension['exit']>['htmlFlow']>;

const begin: Handle = function () {
  this.buffer();
  return undefined;
};

const end: Handle = function (token) {
  this.resume();
  const visible = this.sliceSerialize(token).replaceAll(/<!--[\s\S]*?-->/g, '');
  const title = /^\s*<details><summary>([^<>]*)<\/summary>\s*$/.exec(visible)?.[1];
  if (title !== undefined) this.raw(`${marks.begin}${this.encode(title)}${marks.title}`);
  else if (visible.trim() === '</details>') this.raw(marks.end);
  else if (visible.trim() !== '') this.raw(this.encode(visible));
  return undefined;
};

const harmlessHtml: HtmlExtension = {
  enter: { htmlFlow: begin, htmlText: begin },
  exit: { htmlFlow: end, htmlText: end },
};
