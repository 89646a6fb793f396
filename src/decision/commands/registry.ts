/** All commands, in the order in which the help and the docs list them, and what a typed line means. */
import { nearestWord } from '../../config/nearest-word.ts';
import { abstain } from './abstain.ts';
import { amend } from './amend.ts';
import { answer } from './answer.ts';
import { decideAnyway } from './decide-anyway.ts';
import { cite } from './cite.ts';
import { decideConfirm } from './decide-confirm.ts';
import { decide } from './decide.ts';
import type { Command } from './define-command.ts';
import { driAssign } from './dri-assign.ts';
import { driAway } from './dri-away.ts';
import { driBack } from './dri-back.ts';
import { driDone } from './dri-done.ts';
import { driExtend } from './dri-extend.ts';
import { driHand } from './dri-hand.ts';
import { driHelp } from './dri-help.ts';
import { driPass } from './dri-pass.ts';
import { driRelease } from './dri-release.ts';
import { driStatus } from './dri-status.ts';
import { driTake } from './dri-take.ts';
import { editorial } from './editorial.ts';
import { escalate } from './escalate.ts';
import type { Typed } from './find-commands.ts';
import { hold } from './hold.ts';
import { object } from './object.ts';
import { outcome } from './outcome.ts';
import { owner } from './owner.ts';
import { reopen } from './reopen.ts';
import { setAside } from './set-aside.ts';
import { support } from './support.ts';
import { tension } from './tension.ts';
import { wait } from './wait.ts';
import { withdraw } from './withdraw.ts';

export const commands: readonly Command[] = [
  driTake, driAssign, driHand, driPass, driExtend, driDone, driRelease, driStatus, driHelp, driAway, driBack,
  escalate, decide, decideConfirm, decideAnyway, reopen, amend, owner, object, withdraw, answer, setAside, editorial, support, abstain, hold, wait, cite, tension, outcome,
];

/** What a line means: a command with the rest of its text, something near to one, or nothing that is meant for Unpause. */
export type Meaning = { kind: 'command'; command: Command; rest: string } | { kind: 'near'; nearest: string } | { kind: 'none' };

const byName: ReadonlyMap<string, Command> = new Map(commands.flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => [name, command])));
const names = [...byName.keys()];
const firstWords = [...new Set(names.map((name) => name.replace(/ .*/, '')))];

const secondWord = /^[^\S\r\n]+([a-z][a-z_-]*)[.,:;!]?(?=\s|$)/i;
/** With these, or nothing more on the line, `/dri` alone is `/dri take`. */
const termWords = /^[^\S\r\n]*(?:$|[\r\n]|(?:for|until|till|by|on|over|this|it|please)\b)/i;

/** A word that is near to none is a path or another bot's command, and gets no answer. */
export function meaningOf({ name, rest }: Pick<Typed, 'name' | 'rest'>): Meaning {
  const [text = '', second = ''] = secondWord.exec(rest) ?? [];
  const word = second.toLowerCase();
  const longer = byName.get(`${name} ${word}`);
  if (longer !== undefined) return { kind: 'command', command: longer, rest: rest.slice(text.length) };
  const command = byName.get(name);
  const isWhole = command?.name === name || termWords.test(rest);
  return command !== undefined && isWhole ? { kind: 'command', command, rest } : nearTo(name, word);
}

function nearTo(name: string, word: string): Meaning {
  const head = nearestWord(name, [...firstWords, ...names]);
  if (head === null) return { kind: 'none' };
  const secondWords = names.filter((other) => other.startsWith(`${head} `)).map((other) => other.slice(head.length + 1));
  const nearest = nearestWord(word, secondWords);
  return { kind: 'near', nearest: `/${head}${nearest === null ? '' : ` ${nearest}`}` };
}
