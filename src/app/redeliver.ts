/** Asks GitHub to send again what did not arrive: GitHub itself never tries twice. */
import * as z from 'zod/mini';
import { UserError } from '../files/user-error.ts';
import type { GitHub } from '../github/client.ts';
import { GitHubError } from '../github/github-error.ts';

const Attempt = z.object({
  id: z.int(),
  guid: z.string(),
  delivered_at: z.string(),
  status: z.string(),
  status_code: z.int(),
  event: z.string(),
  action: z.nullable(z.string()),
});

export type Attempt = z.infer<typeof Attempt>;

export interface RedeliverOptions {
  /** Deliveries before it are left alone; GitHub keeps three days of them. */
  since: Date;
  /** Only says what would be sent again. */
  isDryRun: boolean;
  /** Told of each delivery as it is asked for. */
  onRedelivery: (attempt: Attempt) => void;
}

export interface Redelivered {
  /** Deliveries looked at. */
  seen: number;
  /** Deliveries that never arrived, and were asked for again. */
  again: number;
}

/** Every delivery since then that never arrived is sent once more. `github` is the App itself; its refusals are `UserError`s. */
export async function redeliver(github: GitHub, options: RedeliverOptions): Promise<Redelivered> {
  try {
    return await redeliverMissing(github, options);
  } catch (error) {
    if (error instanceof GitHubError) throw new UserError(error.message, { cause: error });
    throw error;
  }
}

async function redeliverMissing(github: GitHub, { since, isDryRun, onRedelivery }: RedeliverOptions): Promise<Redelivered> {
  const attempts = await listAttempts(github, since);
  const missing = findMissing(attempts);
  for (const attempt of missing) {
    onRedelivery(attempt);
    if (!isDryRun) await github.request('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: attempt.id });
  }
  return { seen: new Set(attempts.map(({ guid }) => guid)).size, again: missing.length };
}

/** The newest attempt of each delivery that failed every time, the oldest delivery first. Attempts of one share a guid. */
export function findMissing(attempts: readonly Attempt[]): Attempt[] {
  const newestFirst = [...attempts].sort((a, b) => b.delivered_at.localeCompare(a.delivered_at));
  const arrived = new Set(attempts.filter(isArrived).map(({ guid }) => guid));
  const newest = new Map<string, Attempt>();
  for (const attempt of newestFirst) {
    if (!arrived.has(attempt.guid) && !newest.has(attempt.guid)) newest.set(attempt.guid, attempt);
  }
  return [...newest.values()].reverse();
}

function isArrived({ status_code: code }: Attempt): boolean {
  return code >= 200 && code < 300;
}

/** GitHub gives them newest first, in pages that name the next one. */
async function listAttempts(github: GitHub, since: Date): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for await (const { data } of github.paginate.iterator('GET /app/hook/deliveries', { per_page: 100 })) {
    const page = z.array(Attempt).parse(data);
    const recent = page.filter(({ delivered_at }) => new Date(delivered_at) >= since);
    attempts.push(...recent);
    if (recent.length < page.length) break;
  }
  return attempts;
}
