import { parseExtends } from '../config/extends.ts';
import { readYaml } from '../config/read-yaml.ts';
import type { GitHub, Repository } from './client.ts';
import { readFileText, type FileAddress } from './files.ts';
import { GitHubError } from './github-error.ts';

/** A config as it stands in files: its own text, and the texts it inherits from, the nearest first. */
export interface ConfigFiles {
  /** Null: the repository has no config file of its own. */
  text: string | null;
  inherited: { name: string; text: string }[];
  /** What should have been inherited and could not be read, in sentences. */
  unread: string[];
}

/** Longer chains than this are mistakes, and each link is a request. */
const longestChain = 5;

/** Reads the config of the default branch, and whatever it inherits from. */
export async function readConfigFiles(github: GitHub, address: FileAddress): Promise<ConfigFiles> {
  const text = await readFileText(github, address);
  if (text !== null) return { text, ...(await readInherited(github, text, address)) };
  const organization = { ...address, name: '.github' };
  const shared = address.name === '.github' ? null : await readFileText(github, organization);
  if (shared === null) return { text, inherited: [], unread: [] };
  const { inherited, unread } = await readInherited(github, shared, organization);
  return { text, inherited: [{ name: nameOf(organization), text: shared }, ...inherited], unread };
}

/** Follows `_extends` from a config that is at hand; `github` is null where there is no way to ask. */
export async function readInherited(github: GitHub | null, text: string, address: FileAddress): Promise<Omit<ConfigFiles, 'text'>> {
  const inherited: ConfigFiles['inherited'] = [];
  const seen = new Set([nameOf(address)]);
  let current = { address, text };
  for (;;) {
    const next = extendsOf(current.text, current.address);
    if (next === null) return { inherited, unread: [] };
    const name = nameOf(next);
    if (seen.has(name) || seen.size > longestChain) return { inherited, unread: [endlessText(name)] };
    seen.add(name);
    const found = await readOrReason(github, next);
    if (typeof found !== 'object') return { inherited, unread: [`The config extends ${name}, whose settings do not apply: ${found}.`] };
    inherited.push({ name, text: found.text });
    current = { address: next, text: found.text };
  }
}

function endlessText(name: string): string {
  return `The config extends ${name} in a circle or over more than ${longestChain} files; what came before it applies.`;
}

function extendsOf(text: string, from: FileAddress): FileAddress | null {
  const { data } = readYaml(text, null);
  const value = typeof data === 'object' && data !== null && '_extends' in data ? data._extends : null;
  const reference = typeof value === 'string' ? parseExtends(value) : null;
  return reference && { owner: reference.owner ?? from.owner, name: reference.repo, path: reference.path ?? from.path };
}

/** The text, or why it could not be read: an inherited file out of reach is no reason to drop the repository's own. */
async function readOrReason(github: GitHub | null, address: FileAddress): Promise<{ text: string } | string> {
  if (!github) return 'without a token it cannot be read';
  try {
    const text = await readFileText(github, address);
    return text === null ? 'there is no such file, or this token may not see it (the default token sees no other private repository)' : { text };
  } catch (error) {
    if (error instanceof GitHubError) return error.seen;
    throw new Error(`the config that ${nameOf(address)} should hold`, { cause: error });
  }
}

function nameOf({ owner, name, path }: Repository & { path: string }): string {
  return `${owner}/${name}:${path}`;
}
