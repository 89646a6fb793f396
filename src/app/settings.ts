/** What the environment says about the server, with every mistake in it at once. */
import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { renderSeen } from '../config/mistake.ts';
import { reasonOf, UserError } from '../files/user-error.ts';
import type { LogOptions } from './log.ts';
import { readPrivateKey } from './private-key.ts';
import { secretVariables, Variables } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Role = z.infer<typeof Variables>['UNPAUSE_ROLE'];

/** The parts of an App's credentials that the environment names; a file may hold the others. */
export interface GivenCredentials {
  appId: number | null;
  privateKey: string | null;
  webhookSecret: string | null;
  clientId: string | null;
  clientSecret: string | null;
}

export interface Settings {
  role: Role;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Format null: pretty on a terminal, JSON elsewhere. */
  log: { level: LogOptions['level']; format: LogOptions['format'] | null };
  /** Addresses have no slash at the end. */
  apiUrl: string;
  githubUrl: string;
  /** Where GitHub and people reach this server; null: at the address it listens on. */
  publicUrl: string | null;
  webhookProxyUrl: string | null;
  /** Null: an embedded database in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** A secret: where the weekly digests go besides; null: nowhere. */
  chatWebhook: string | null;
  /** Whether everybody may see the decisions of repositories that are public on GitHub. */
  isPublic: boolean;
  credentials: GivenCredentials;
  /** Accepted beside the current secret while it is changed. */
  previousWebhookSecret: string | null;
}

/** Reads the environment; a variable that is empty counts as not there. Throws a `UserError` with a line for each mistake. */
export function readSettings(environment: Environment): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const { data, error } = Variables.safeParse(given);
  const mistakes = error ? error.issues.map((issue) => renderIssue(issue, given)) : [];
  const key = readKey(given);
  mistakes.push(...key.mistakes, ...crossChecks(given));
  if (!data || mistakes.length > 0) throw new UserError(mistakes);
  return {
    role: data.UNPAUSE_ROLE,
    host: data.HOST,
    port: data.PORT,
    log: { level: data.LOG_LEVEL, format: data.LOG_FORMAT },
    ...githubAddresses(data.GITHUB_API_URL, data.GITHUB_URL),
    publicUrl: data.PUBLIC_URL,
    webhookProxyUrl: data.WEBHOOK_PROXY_URL,
    databaseUrl: data.DATABASE_URL,
    dataDir: data.UNPAUSE_DATA_DIR,
    chatWebhook: data.UNPAUSE_CHAT_WEBHOOK,
    isPublic: data.UNPAUSE_PUBLIC,
    credentials: {
      appId: data.APP_ID,
      privateKey: data.PRIVATE_KEY ?? key.text,
      webhookSecret: data.WEBHOOK_SECRET,
      clientId: data.GITHUB_CLIENT_ID,
      clientSecret: data.GITHUB_CLIENT_SECRET,
    },
    previousWebhookSecret: data.WEBHOOK_SECRET_PREVIOUS,
  };
}

function renderIssue({ path: [name], message }: z.core.$ZodIssue, given: Environment): string {
  const variable = String(name);
  const seen = secretVariables.has(variable) ? 'value' : renderSeen(given[variable]);
  return `Unexpected ${seen} in ${variable}, expected ${message}`;
}

/** The key that `PRIVATE_KEY_PATH` leads to, unless `PRIVATE_KEY` itself is there. */
function readKey({ PRIVATE_KEY: key, PRIVATE_KEY_PATH: path }: Environment): { text: string | null; mistakes: string[] } {
  if (path === undefined || key !== undefined) return { text: null, mistakes: [] };
  try {
    const text = readPrivateKey(readFileSync(path, 'utf8'));
    const mistakes = text === null ? [`Unexpected content of ${path} (PRIVATE_KEY_PATH), expected an RSA private key in PEM form`] : [];
    return { text, mistakes };
  } catch (error) {
    return { text: null, mistakes: [`PRIVATE_KEY_PATH: ${path}: ${reasonOf(error)}`] };
  }
}

function crossChecks({ UNPAUSE_ROLE: role, DATABASE_URL: database }: Environment): string[] {
  if ((role !== 'web' && role !== 'worker') || database !== undefined) return [];
  return [`Missing DATABASE_URL, expected one with UNPAUSE_ROLE=${role}: the embedded database serves one process, which is everything at once`];
}

/** Where one of the two is given, the other is what it is on github.com or on an Enterprise Server. */
function githubAddresses(api: string | null, pages: string | null): { apiUrl: string; githubUrl: string } {
  const { apiUrl, githubUrl } = githubDotCom;
  if (api === null) return { apiUrl: pages === null || pages === githubUrl ? apiUrl : `${pages}/api/v3`, githubUrl: pages ?? githubUrl };
  return { apiUrl: api, githubUrl: pages ?? (api === apiUrl ? githubUrl : api.replace(/\/api\/v3$/, '')) };
}

const githubDotCom = { apiUrl: 'https://api.github.com', githubUrl: 'https://github.com' };
