import { html } from 'hono/html';

/** A piece of a page, with everything that came from outside made harmless. */
export type Html = ReturnType<typeof html>;

export const stylesheetPath = '/assets/unpause.css';

/** A whole page. */
export function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Unpause</title>
<link rel="stylesheet" href="${stylesheetPath}">
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}

/** A page that says one thing. */
export function messagePage(title: string, sentence: string): Html {
  return page(title, html`<p>${sentence}</p><p><a href="/">To the start page</a></p>`);
}
