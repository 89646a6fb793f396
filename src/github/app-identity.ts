import type { GitHub } from './client.ts';
import { GitHubError } from './github-error.ts';
import type { User } from './read-account.ts';

/** Who Unpause is on GitHub: by these its own comments and check runs are told from everybody else's. */
export interface AppIdentity {
  /** Null where only its name is known. */
  id: number | null;
  slug: string;
  /** As the author of what it writes: `unpause[bot]`. */
  login: string;
}

/** Asks as the App itself, not as one of its installations. */
export async function readAppIdentity(github: GitHub): Promise<AppIdentity> {
  const { data } = await github.request('GET /app');
  if (!data?.slug) throw new GitHubError('unexpected', 'GET /app was answered without the slug of the App');
  return { id: data.id, slug: data.slug, login: `${data.slug}[bot]` };
}

/** Nobody else can bear this name: GitHub keeps the ending for Apps. */
export function isBy({ login }: AppIdentity, user: User | null | undefined): boolean {
  return user?.type === 'Bot' && user.login.toLowerCase() === login.toLowerCase();
}

/** The bot of every workflow. */
export const workflowBot = 'github-actions[bot]';

/** Whose notices about a repository are Unpause's own: this one's, and those of the Action, where the App takes over from it. */
export function writersOf(app: AppIdentity): AppIdentity[] {
  const action: AppIdentity = { id: null, slug: 'github-actions', login: workflowBot };
  return app.login.toLowerCase() === workflowBot ? [app] : [app, action];
}

/** A bot as it is seen from what it writes; null for anybody else. */
export function botOf(user: User | null): AppIdentity | null {
  return user?.type === 'Bot' ? { id: null, slug: user.login.replace(/\[bot\]$/, ''), login: user.login } : null;
}
