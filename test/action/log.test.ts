import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorkflow, type AWorkflow } from '../support/a-workflow.ts';
import { buildAction, removeFolders, runAction } from './run-action.ts';

const config = 'calendar:\n  weekend: []\n  hours: 00:00-24:00\ndomains:\n  keys: {when: {labels: [RFC]}, rung: delegate}\n';
const repository = { private: false, default_branch: 'main', full_name: 'acme/rfcs' };

let built = '';
let place: AWorkflow;
let number = 0;

beforeAll(async () => {
  built = buildAction();
  // The Action goes by real time.
  place = await aWorkflow({ start: new Date(Date.now() - 60_000), files: { '.github/unpause.yml': config } });
  const { world } = place.standIn;
  number = world.openIssue({ repo: place.repo, by: 'alice', title: 'Rotate <keys>', body: '**Decision Owner**: @bob\n\nShall we?\n' }).number;
  world.addLabels({ repo: place.repo, number, by: 'alice', labels: ['RFC'] });
  await run({ mode: 'sweep' });
  world.comment({ repo: place.repo, number, by: 'bob', body: '/decide accept It is cheap.' });
  place.clock.advance(1_000);
  await run({ mode: 'sweep' });
});

afterAll(async () => {
  await place.close();
  removeFolders(built);
});

async function run(inputs: Record<string, string>) {
  return await runAction({ built, apiUrl: place.standIn.url, event: 'workflow_dispatch', payload: { repository }, inputs: { token: place.token, ...inputs } });
}

describe('mode log', () => {
  it('writes the decisions that the loop recorded as a site, and nothing on GitHub', async () => {
    const before = place.writes();
    const { status, outputs, workspace } = await run({ mode: 'log', output: 'public/decisions' });
    const folder = join(workspace, 'public', 'decisions');
    expect({ status, conclusion: outputs.conclusion, log: outputs.log }).toEqual({ status: 0, conclusion: 'success', log: folder });
    expect(readdirSync(folder, { recursive: true }).map(String).sort()).toEqual(['decisions', `decisions/${number}-1.html`, 'index.html', 'principles.html', 'style.css']);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('Rotate &lt;keys&gt;');
    expect(readFileSync(join(folder, 'decisions', `${number}-1.html`), 'utf8')).toContain('It is cheap.');
    expect(place.writes()).toBe(before);
  });

  it('says what is missing where there is no token', async () => {
    const { status, commands } = await run({ mode: 'log', token: '' });
    expect(status).toBe(1);
    expect(commands.join('\n')).toContain('Missing `token`, expected one for the log');
  });
});
