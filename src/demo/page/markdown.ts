/** Markdown as GitHub shows it, but for HTML in it: comments are hidden, and the rest is shown as the text it is. */
import { raw } from 'hono/html';
import { micromark, type Options } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Html } from '../../web/page.ts';

/** Links to the stand-in's own address lead to this page, which has a view of what they mean. */
export function renderMarkdown(text: string, standInUrl: string): Html {
  const rendered = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml({ label: 'Footnotes', labelTagName: 'h4' }), harmlessHtml] });
  return raw(rendered.replaceAll(`href="${standInUrl}/`, 'href="/'));
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
  if (visible.trim() !== '') this.raw(this.encode(visible));
  return undefined;
};

const harmlessHtml: HtmlExtension = {
  enter: { htmlFlow: begin, htmlText: begin },
  exit: { htmlFlow: end, htmlText: end },
};
