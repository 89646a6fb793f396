import { html } from 'hono/html';

/** A piece of a page, with everything that came from outside made harmless. */
export type Html = ReturnType<typeof html>;

export const stylesheetPath = '/assets/unpause.css';

export interface Frame {
  /** As a tab shows it, whole. */
  title: string;
  stylesheet: string;
  /** What else belongs into the head. */
  head?: Html;
  body: Html;
}

/** What every page of ours begins and ends with. */
export function frame({ title, stylesheet, head = html``, body }: Frame): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${stylesheet}">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** A whole page of the server. */
export function page(title: string, content: Html): Html {
  return frame({ title: `${title} · Unpause`, stylesheet: stylesheetPath, body: html`<main>
<h1>${title}</h1>
${content}
</main>` });
}

/** A page that says one thing. */
export function messagePage(title: string, sentence: string): Html {
  return page(title, html`<p>${sentence}</p><p><a href="/">To the start page</a></p>`);
}
