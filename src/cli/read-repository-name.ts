import { UserError } from '../files/user-error.ts';

/** Reads `acme/rfcs`, as `--repo` is given. */
export function readRepository(text: string): { owner: string; repo: string } {
  const [, owner, repo] = /^([^/\s]+)\/([^/\s]+)$/.exec(text) ?? [];
  if (owner === undefined || repo === undefined) throw new UserError(`--repo: unexpected ${JSON.stringify(text)}, expected OWNER/NAME, such as acme/rfcs`);
  return { owner, repo };
}
