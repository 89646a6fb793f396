/** How the config names people and teams: `@alice` or `alice`, `@acme/infra` or `acme/infra`. */
import * as z from 'zod/mini';
import { dictionary, list, named, text } from './schema-parts.ts';

/** A GitHub login, also one of an enterprise's managed users (`alice_acme`). */
const login = '[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:_[A-Za-z0-9]{1,10})?';
const team = `${login}/[A-Za-z0-9][A-Za-z0-9_.-]{0,99}`;

const loginOnly = new RegExp(`^@?${login}$`);
const loginOrTeam = new RegExp(`^@?(?:${login}|${team})$`);
const mention = new RegExp(`^@(?:${login}|${team})$`);

const bare = z.transform((handle: string) => handle.replace(/^@/, ''));

const loginExpected = 'a GitHub login such as `alice`';
const handleExpected = 'a GitHub login such as `alice`, or a team such as `acme/infra`';

const Login = z.pipe(named(z.string(loginExpected).check(z.regex(loginOnly, loginExpected)), 'login'), bare);

/** A login, or a team (it has a `/`); resolved without the leading `@`. */
const Handle = z.pipe(named(z.string(handleExpected).check(z.regex(loginOrTeam, handleExpected)), 'login or team'), bare);

/** Resolved, each is `alice` or `acme/infra`, without `@`. */
export const Handles = list(Handle, 'a list of GitHub logins and teams');

/** Name or e-mail address to login, the login without `@`. */
export const People = dictionary(text('a name or an e-mail address'), Login, 'a map from names or e-mail addresses to GitHub logins');

/** A login or team that needs its `@`, where words without one mean something else. */
export function mentioned(expected: string) {
  return named(z.string(expected).check(z.regex(mention, { error: expected, abort: true })), 'mention');
}
