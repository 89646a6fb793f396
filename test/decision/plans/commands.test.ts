import { describe, expect, it } from '@jest/globals';
import type { Comment } from '../../../src/decision/acts.ts';
import { commands } from '../../../src/decision/commands/registry.ts';
import type { Config } from '../../../src/config/schema.ts';
import type { Account } from '../../../src/decision/snapshot.ts';
import { commandCases, machine, nextPlan, onlyForAdministrators, planOf, saidBy, stranger, type CommandCase } from '../../support/command-cases.ts';
import { planInWords } from '../../support/plan-in-words.ts';
import { commandPlans, type CommandWay } from './command-plans.ts';

function caseOf(command: string): CommandCase {
  const found = commandCases.get(command.slice(1));
  if (found === undefined) throw new Error(`a case of ${command}`);
  return found;
}

/** The comments that meet a command in a way, and the config where it is another. */
function met(way: CommandWay, command: string): [Comment[], Config?] {
  const { by, text, unclear } = caseOf(command);
  switch (way) {
    case 'allowed':
      return [saidBy(by, text)];
    case 'refused':
      return [saidBy(by, text), onlyForAdministrators(command.slice(1))];
    case 'unclear':
      return [saidBy(by, unclear)];
    case 'twice':
      return [saidBy(by, text, text)];
    case 'by a stranger':
      return [saidBy(stranger, text)];
    case 'edited':
      return [saidBy(by, text).map((comment) => ({ ...comment, isEdited: true }))];
  }
}

const names = commands.map(({ name }) => `/${name}`);
const check = 'document = success, findings';

describe('the plan for a command', () => {
  it('is told of every command in every way', () => {
    const ways: CommandWay[] = ['allowed', 'refused', 'unclear', 'twice', 'by a stranger', 'edited'];
    expect(commandPlans.map(([command, way]) => `${command} ${way}`)).toEqual(names.flatMap((name) => ways.map((way) => `${name} ${way}`)));
  });

  it.each(commandPlans)('%s, %s', (...[command, way, effects, record, wakeAt, aways = []]) => {
    const [comments, config] = met(way, command);
    expect(planInWords(planOf(comments, caseOf(command), config).plan)).toEqual({ effects: [check, ...effects], record, wakeAt, aways });
  });

  it.each(names)('%s runs nothing the next time that somebody looks', (command) => {
    const { by, text } = caseOf(command);
    const first = planOf(saidBy(by, text), caseOf(command));
    const next = nextPlan(first);
    expect(next.record).toEqual(first.plan.record);
    expect(next.aways).toEqual([]);
    expect(planInWords(next).effects.filter((effect) => / on comment |^reply/.test(effect))).toEqual([]);
  });

  it.each(names.flatMap((name) => ['```\nX\n```', 'As in `X`.', '> X', '<!-- X -->', '~~X~~'].map((frame) => [name, frame] as const)))('%s is plain text in %j', (command, frame) => {
    const { by, text } = caseOf(command);
    expectPlainText(by, frame.replace('X', text), command);
  });

  it.each(names)('%s is plain text where a bot writes it', (command) => {
    expectPlainText(machine, caseOf(command).text, command);
  });

  /** The whole plan is that for a comment without commands. */
  function expectPlainText(by: Account, body: string, command: string): void {
    const [given, plain] = [body, 'A thought.'].map((words) => planOf(saidBy(by, words), caseOf(command)).plan);
    expect(given).toEqual(plain);
  }
});
