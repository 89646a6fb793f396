/** What a command is: its grammar, who may use it, what it does and the line that helps with it, all in one place. */
import type { PauseKind } from '../../config/schema-pause.ts';
import type { Config } from '../../config/schema.ts';
import type { Speech } from '../acts.ts';
import type { Decision, Record, Source } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Refusal, Remark } from './verdict.ts';

/** What a command may know: facts, the config, and the record as the commands before it left it. */
export interface CommandContext {
  snapshot: Snapshot;
  config: Config;
  record: Record;
  /** The comment or review it stands in; it is run as of the moment that was written. */
  speech: Speech;
  source: Source;
  /** What the RFC waits for at that moment: the step that a term is for. */
  step: PauseKind;
  recall?: Recall;
}

/** What became of words when they were first read. A change of the config, or of the text, judges none anew. */
export interface Recall {
  /** The decision that they made; null where that is not known. */
  decisionBy: (source: Source) => Decision | null;
  /** Whether they confirmed one. */
  wasConfirmed: (source: Source) => boolean;
}

/** Somebody leaves the rotation, or comes back (`until` is null); the database keeps it, as it holds for every RFC. */
export interface AwayChange {
  person: number;
  from: string;
  until: string | null;
  source: Source;
}

export type Outcome =
  | { ok: true; record: Record; remarks?: readonly Remark[]; away?: AwayChange; wants?: 'help' | 'status' }
  | { ok: false; refusal: Refusal };

export type ReadArgs<Args> = { ok: true; args: Args } | { ok: false; refusal: Refusal };

export interface CommandDefinition<Args> {
  /** The words it begins with, without the slash: `dri take`, `escalate`. */
  name: string;
  /** Other beginnings that mean the same: `dri` for `dri take`. */
  aliases?: readonly string[];
  /** The key of `commands` in the config that says who may use it; null: anyone. */
  permission: keyof Config['commands'] | null;
  /** How it is written, for the help and the docs: `/dri hand @user NOTE`. */
  usage: string;
  /** One sentence, for the help and the docs: what it does. */
  help: string;
  /** A whole command that works. */
  example: string;
  /** Whether it makes sense on a closed RFC. */
  whenClosed: boolean;
  /** Reads what stands after the name: the rest of its line, and the lines up to the next command. */
  read: (rest: string, context: CommandContext) => ReadArgs<Args>;
  /** Whose word is enough was checked before. */
  run: (args: Args, context: CommandContext) => Outcome;
}

/** A command with its arguments' type closed over, so that all of them fit into one list. */
export interface Command extends Omit<CommandDefinition<never>, 'read' | 'run'> {
  carryOut: (rest: string, context: CommandContext) => Outcome;
}

/** Gives a definition its type, and joins reading and running. */
export function defineCommand<Args>({ read, run, ...about }: CommandDefinition<Args>): Command {
  return {
    ...about,
    carryOut(rest, context) {
      const given = read(rest, context);
      return given.ok ? run(given.args, context) : { ok: false, refusal: given.refusal };
    },
  };
}
