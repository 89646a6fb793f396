import { html } from 'hono/html';
import { productUrl } from '../product-version.ts';
import { type Html, page } from './page.ts';

/** What the start page says; all of it may be read by everybody. */
export interface ServerFacts {
  isSetUp: boolean;
  /** The App's page on GitHub, where it is known. */
  appUrl: string | null;
}

const docs = html`<p><a href="${productUrl}#readme">Documentation</a></p>`;

export function startPage({ isSetUp, appUrl }: ServerFacts): Html {
  if (!isSetUp) {
    return page(
      'Unpause is not set up yet',
      html`<p>This server has no GitHub App of its own so far. It takes two minutes to make one, and no knowledge of GitHub Apps.</p>
<p>When the server started, it printed a link to its log that ends in <code>/setup?token=…</code>. Open that link to begin.</p>
${docs}`,
    );
  }
  const install = appUrl === null ? '' : html`<p><a href="${appUrl}/installations/new">Install the App</a> on the repositories whose RFCs it should look after.</p>`;
  return page(
    'Unpause is running',
    html`<p>It keeps RFC decisions moving: it says who decides, and what is missing, on the pull requests and issues themselves.</p>
${install}
${docs}`,
  );
}
