/** The few pages that the stand-in shows to browsers. */

export interface Page {
  status: number;
  headers: Record<string, string>;
  html: string;
}

export function errorPage(status: number, message: string): Page {
  return { status, headers: {}, html: page('This did not work', `<p>${escape(message)}</p>`) };
}

/** `content` is HTML. */
export function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${title}</title><main><h1>${title}</h1>${content}</main></html>\n`;
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
