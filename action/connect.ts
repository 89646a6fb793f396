import type { GitHub } from '../src/github/client.ts';
import { productUrl, productVersion } from '../src/product-version.ts';
import type { Job } from './event.ts';
import type { Inputs } from './inputs.ts';

/**
 * The way to GitHub; null without a token, as questions without one are few and shared by all jobs of a runner.
 * The client is loaded only where there is something to ask.
 */
export async function connect({ apiUrl }: Job, { token }: Inputs): Promise<GitHub | null> {
  if (token === '') return null;
  const { createClient } = await import('../src/github/client.ts');
  return createClient({ token, apiUrl, userAgent: `unpause-action/${productVersion} (+${productUrl})` });
}
