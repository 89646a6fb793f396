/** Finds out who asks, from the `Authorization` header. */
import type { AppBook } from '../apps/app-book.ts';
import { looksLikeJsonWebToken, verifyJsonWebToken } from '../apps/json-web-token.ts';
import type { InstallationToken, Tokens } from '../apps/tokens.ts';
import type { Caller } from '../route.ts';
import { Refusal } from './refusal.ts';

export interface Asker {
  caller: Caller;
  /** What an installation's token may do; null for everybody else. */
  rights: InstallationToken | null;
}

/** Throws GitHub's refusal for a token that is unknown or has expired; none at all is nobody in particular. */
export function authenticate(header: string | undefined, { apps, tokens }: { apps: AppBook; tokens: Tokens }): Asker {
  if (header === undefined) return { caller: { kind: 'anonymous' }, rights: null };
  const token = /^(?:bearer|token)\s+(\S+)$/i.exec(header)?.[1] ?? '';
  if (looksLikeJsonWebToken(token)) {
    const app = verifyJsonWebToken(token, (issuer) => apps.find(issuer));
    return { caller: { kind: 'app', appId: app.id }, rights: null };
  }
  const rights = tokens.installationToken(token);
  if (rights) {
    const { id, app } = rights.installation;
    return { caller: { kind: 'installation', appId: app.id, installationId: id, login: `${app.slug}[bot]` }, rights };
  }
  const known = tokens.userToken(token);
  if (known === null) throw new Refusal(401, 'Bad credentials');
  const { account, app } = known;
  return { caller: { kind: 'user', login: account.login, ...(app && { appId: app.id }) }, rights: null };
}
