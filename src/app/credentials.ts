/** What the App proves itself with: from the environment, from the file that the setup wrote, or from both. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { reasonOf, UserError } from '../files/user-error.ts';
import type { GivenCredentials } from './settings.ts';

export const Credentials = z.object({
  appId: z.int(),
  privateKey: z.string(),
  webhookSecret: z.string(),
  clientId: z.nullable(z.string()),
  clientSecret: z.nullable(z.string()),
  /** The App's own page on GitHub, from which it is installed; null where nobody has said. */
  url: z.nullable(z.string()),
});

export type Credentials = z.infer<typeof Credentials>;

/** Its owner alone may read it. */
const mode = 0o600;

export function credentialsFile(dataDir: string): string {
  return join(dataDir, 'credentials.json');
}

/** Keeps what GitHub gave us once and never again, in one step: after a crash the file is whole, or not there. */
export function keepCredentials(dataDir: string, credentials: Credentials): void {
  const path = credentialsFile(dataDir);
  const temporary = `${path}.${process.pid}`;
  mkdirSync(dataDir, { recursive: true });
  rmSync(temporary, { force: true });
  const descriptor = openSync(temporary, 'wx', mode);
  try {
    writeSync(descriptor, `${JSON.stringify(credentials, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, path);
}

/** The credentials that the setup kept, or null where there was none. A file that is something else is a `UserError`. */
export function readCredentials(dataDir: string): Credentials | null {
  const path = credentialsFile(dataDir);
  if (!existsSync(path)) return null;
  const { data } = Credentials.safeParse(readJson(path));
  if (data) return data;
  throw new UserError(`${path}: unexpected content, expected what the setup wrote there; mend it, or move it away to set the App up anew`);
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`${path}: ${reasonOf(error)}`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message repeats the text, and the text holds secrets.
    return null;
  }
}

/**
 * Puts both sources together; the environment's word counts. A file of another App than the environment names is left
 * alone. Null: neither says anything, so that the App is still to be set up. Half of an App is a `UserError`.
 */
export function chooseCredentials(given: GivenCredentials, kept: Credentials | null): Credentials | null {
  const base = given.appId === null || given.appId === kept?.appId ? kept : null;
  const merged = { ...none, ...base, ...withoutNulls(given) };
  const { appId, privateKey, webhookSecret } = merged;
  if (appId !== null && privateKey !== null && webhookSecret !== null) return { ...merged, appId, privateKey, webhookSecret };
  const wanted = Object.entries({ APP_ID: appId, PRIVATE_KEY: privateKey, WEBHOOK_SECRET: webhookSecret });
  const there = wanted.filter(([, value]) => value !== null).map(([name]) => name);
  if (there.length === 0) return null;
  const missing = wanted.filter(([, value]) => value === null).map(([name]) => name);
  throw new UserError(`Missing ${missing.join(' and ')}, expected beside ${there.join(' and ')}; without all three the App is set up from its start page`);
}

const none = { appId: null, privateKey: null, webhookSecret: null, clientId: null, clientSecret: null, url: null };

function withoutNulls<Values extends object>(values: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as { [Name in keyof Values]?: NonNullable<Values[Name]> };
}
