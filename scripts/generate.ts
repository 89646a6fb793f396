/**
 * Writes every file that is generated from the code. With `--check` it writes nothing, names those that are stale, and
 * exits 1 where there is one: CI runs it so.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { generateCommandDocs } from './generate/command-docs.ts';
import { generateConfigDocs } from './generate/config-docs.ts';
import { generateJsonSchema } from './generate/json-schema.ts';
import { generateMessageDocs } from './generate/message-docs.ts';
import { generateRecordDocs } from './generate/record-docs.ts';
import { generateReportPictures } from './generate/report-picture.ts';
import { generateRuleDocs } from './generate/rule-docs.ts';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);

const files = [...generateRuleDocs(), generateConfigDocs(), generateCommandDocs(), generateJsonSchema(), generateMessageDocs(), generateRecordDocs(), ...generateReportPictures()];
const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`stale: ${path}; run \`npm run generate\``);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`written: ${path}`);
  }
}
