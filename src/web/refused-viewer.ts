import type { Context } from 'hono';
import { messagePage } from './page.ts';

/** Who asks is not known, or not what they may see: so nothing is shown. */
export class RefusedViewer extends Error {
  override readonly name = 'RefusedViewer';
  readonly status: 401 | 429 | 503;

  /** `why` is a sentence for whoever asked. */
  constructor(status: 401 | 429 | 503, why: string) {
    super(why);
    this.status = status;
  }
}

/** In seconds. */
const askAgainAfter = '60';

/** To programs as JSON, to people as a page. */
export function answerRefused(c: Context, { status, message }: RefusedViewer): Response | Promise<Response> {
  if (status === 401) c.header('www-authenticate', 'Bearer');
  else c.header('retry-after', askAgainAfter);
  return c.req.path.startsWith('/api/') ? c.json({ message }, status) : c.html(messagePage('Nothing is shown now', message), status);
}
