/**
 * The whole of `.github/unpause.yml`: every key with its meaning and its default. The JSON Schema and
 * `docs/configuration.md` are generated from here. What no single value can show to be wrong, `cross-checks` looks at.
 */
import * as z from 'zod/mini';
import { ExtendsText } from './extends.ts';
import { Commands } from './schema-commands.ts';
import { Decision } from './schema-decision.ts';
import { Domains, Principles, Values } from './schema-domains.ts';
import { Lint } from './schema-lint.ts';
import { flag, globs, key, named, section, text, wholeNumber } from './schema-parts.ts';
import { Calendar, Dri, Escalation, Pause } from './schema-pause.ts';
import { People } from './schema-people.ts';
import { Digest, Retrospective, Stewards } from './schema-stewards.ts';

const folders = ['rfcs', 'rfc', 'text', 'proposals', 'docs/rfcs', 'docs/adr', 'docs/decisions'];

const label = 'the name of a label, up to 50 characters';
const Label = named(text(label).check(z.maxLength(50, label)), 'label');

export const Config = z.strictObject({
  _extends: key(z.nullable(ExtendsText), null, 'Another config to inherit from: `repo`, `owner/repo` or `owner/repo:path`. Maps are merged key by key; everything else here replaces what is there.'),
  label: key(Label, 'RFC', 'The label that makes a pull request or an issue an RFC; case does not matter.'),
  documents: key(
    globs().check(z.minLength(1, 'a list of at least one glob')),
    folders.map((folder) => `${folder}/**/*.md`),
    'Which files are documents; a pull request that changes one is an RFC.',
  ),
  lint: Lint,
  templates: key(globs(), ['**/*template*'], 'Which of the documents are templates; case does not matter. What a template says in a field is a placeholder wherever it stands.'),
  people: key(People, {}, 'The GitHub logins of people whom documents name otherwise: a map from a name or an e-mail address to a login.'),
  'require-decision': key(flag(), false, 'Whether `Unpause: decision` is reported: a check that waits until the Decision Owner has decided.'),
  decision: Decision,
  pause: Pause,
  calendar: Calendar,
  dri: Dri,
  escalation: Escalation,
  commands: Commands,
  domains: Domains,
  values: Values,
  principles: Principles,
  stewards: Stewards,
  retrospective: Retrospective,
  digest: Digest,
  labels: section(
    { 'needs-decision-owner': key(z.union([Label, z.literal(false)], 'the name of a label, or false'), 'needs-decision-owner', 'Set while an RFC has no Decision Owner, made when it is missing; `false`: no such label.') },
    'The names of the labels that Unpause sets.',
  ),
  limits: section(
    { 'actions-per-day': key(wholeNumber(1, 1000), 50, 'How many calls to act Unpause makes in a repository in a day, at most.') },
    'Caps.',
  ),
  'dry-run': key(flag(), false, 'Whether Unpause only says, on its check run, what it would do.'),
});

/** A config with every key resolved: what the file says, and for the rest the defaults. */
export type Config = z.output<typeof Config>;

/** The config of an empty file. Computed once, so compiling the schema first (zod's way) would cost more than it saves. */
export const defaultConfig: Config = z.parse(Config, {}, { jitless: true });
