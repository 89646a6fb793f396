import { configJsonSchema } from '../config/json-schema.ts';
import { rules } from '../rules/registry.ts';
import { shownPath } from '../files/collect-documents.ts';
import { configPath } from './find-config.ts';
import { loadConfig } from './load-config.ts';
import { printOut } from './standard-streams.ts';
import { UserError } from '../files/user-error.ts';

/** `unpause config check [FILE]`: says that a config is sound; its mistakes end the command. */
export async function checkCommand(named: string | undefined): Promise<void> {
  const workingDirectory = process.cwd();
  const { file } = await loadConfig(named, workingDirectory);
  if (file === null) {
    throw new UserError(`${configPath}: not found between here and the repository's root; name the file, or write one with \`unpause init\``);
  }
  await printOut(`${shownPath(file, workingDirectory)}: no mistakes\n`);
}

/** `unpause config schema`: the JSON Schema, for editors and other programs. */
export async function schemaCommand(): Promise<void> {
  await printOut(`${JSON.stringify(configJsonSchema(rules), null, 2)}\n`);
}
