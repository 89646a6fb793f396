/**
 * The commands that run the App: a bundle of its own, with the packages outside of it, so that `unpause lint` loads none
 * of it. Errors that cross over from here are of another copy of their class: what a person can mend crosses as lines.
 */
import type { Environment } from '../app/settings.ts';
import { UserError } from '../files/user-error.ts';
import { redeliverCommand, type RedeliverFlags } from './deliveries-command.ts';
import type { DemoFlags } from './demo-command.ts';
import { serveCommand } from './serve-command.ts';
import { forgetCommand, type ForgetFlags } from './forget-command.ts';
import { logCheckCommand, logCommand, type LogCheckFlags, type LogFlags } from './log-command.ts';
import { sweepCommand, type SweepFlags } from './sweep-command.ts';

/** The lines for standard error; none where all went well. */
export type Ended = readonly string[];

export async function serve(environment: Environment): Promise<Ended> {
  return await linesOf(serveCommand(environment));
}

export async function redeliver(flags: RedeliverFlags, environment: Environment): Promise<Ended> {
  return await linesOf(redeliverCommand(flags, environment));
}

/** Also the exit status: a story that does not go as told is 1. The demo is loaded only here. */
export async function demo(flags: DemoFlags, environment: Environment): Promise<WithStatus> {
  const { demoCommand } = await import('./demo-command.ts');
  return await withStatus(demoCommand(flags, environment));
}

/** Also the exit status: an RFC that could not be looked at is 1. */
export async function sweep(flags: SweepFlags, environment: Environment): Promise<WithStatus> {
  return await withStatus(sweepCommand(flags, environment));
}

export async function log(flags: LogFlags, environment: Environment): Promise<Ended> {
  return await linesOf(logCommand(flags, environment));
}

/** Also the exit status: 1 where something differs. */
export async function logCheck(flags: LogCheckFlags, environment: Environment): Promise<WithStatus> {
  return await withStatus(logCheckCommand(flags, environment));
}

/** Also the exit status: 1 where something had to be left as it is. */
export async function forget(user: string, flags: ForgetFlags, environment: Environment): Promise<WithStatus> {
  return await withStatus(forgetCommand(user, flags, environment));
}

export interface WithStatus {
  mistakes: Ended;
  status: number;
}

async function withStatus(command: Promise<number>): Promise<WithStatus> {
  let status = 0;
  const ended = command.then((given) => {
    status = given;
  });
  return { mistakes: await linesOf(ended), status };
}

async function linesOf(command: Promise<void>): Promise<Ended> {
  try {
    await command;
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.lines;
    throw error;
  }
}
