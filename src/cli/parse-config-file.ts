/** Reading a config file; loaded only where there is one, as the schema and the YAML parser take a while to load. */
import { parseConfig } from '../config/parse.ts';
import type { Config } from '../config/schema.ts';
import { rules } from '../rules/registry.ts';
import { decodeText } from '../files/decode-text.ts';
import { readBytes } from '../files/read-bytes.ts';
import { say } from './standard-streams.ts';
import { PlacedMistakes } from '../files/user-error.ts';

/** The config in a file; every mistake in it is one line `path:line:column: message`. */
export function parseConfigFile(absolute: string, shown: string): Config {
  const { text } = decodeText(readBytes(absolute, shown).bytes);
  const result = parseConfig(text, { rules });
  if (!result.ok) {
    throw new PlacedMistakes(result.mistakes.map(({ line, column, message }) => `${shown}:${line}:${column}: ${message}`));
  }
  const inherited = result.config._extends;
  if (inherited !== null) {
    const name = [inherited.owner, inherited.repo].filter((part) => part !== null).join('/');
    say(`${shown}: \`_extends: ${name}\` was not applied, as the command line reads no other repository; the rest of the config holds`);
  }
  return result.config;
}
