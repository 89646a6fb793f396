/** A browser at the demo's page. Whatever a page complains about, on its console or by its security policy, is kept. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { createLogger } from '../../src/app/log.ts';
import { serveDemo, type ServedDemo } from '../../src/demo/serve-demo.ts';

export interface ABrowser {
  demo: ServedDemo;
  /** A page of its own context; its complaints are those that `complaints` tells. */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  complaints: string[];
  close: () => Promise<void>;
}

export async function launch(): Promise<Browser> {
  return await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** Starts both; the App has seen every thread. */
export async function aBrowser(): Promise<ABrowser> {
  const demo = await serveDemo({ port: 0, log: await createLogger({ level: 'error', format: 'json' }) });
  const browser = await launch();
  await demo.activity.settled();
  const complaints: string[] = [];
  return {
    demo,
    complaints,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${demo.url}${path}`);
      return page;
    },
    async close() {
      await browser.close();
      await demo.close();
    },
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, however little it may matter, each with the elements it is about. */
export async function violationsOn(page: Page): Promise<string[]> {
  // By the debugger's protocol, which the page's security policy does not bind.
  await page.evaluate(axe);
  const violations = await page.evaluate<{ id: string; impact: string; nodes: { html: string }[] }[]>('axe.run(document).then(({ violations }) => violations)');
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ html }) => html).join(' ')}`);
}

/** How many pixels a page is wider than its window. */
export async function overflowOf(page: Page): Promise<number> {
  return await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
