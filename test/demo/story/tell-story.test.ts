import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '../../../src/app/log.ts';
import { rfcs } from '../../../src/demo/seed/seed-world.ts';
import { startDemo, type Demo } from '../../../src/demo/start-demo.ts';
import { StoryMistake } from '../../../src/demo/story/stage.ts';
import { tellStory } from '../../../src/demo/story/tell-story.ts';

let demo: Demo;
beforeEach(async () => {
  demo = await startDemo({ log: await createLogger({ level: 'fatal', format: 'json' }) });
});
afterEach(async () => {
  await demo.close();
});

describe('the journal', () => {
  it('says in plain words what the App wrote, and where', async () => {
    await demo.activity.settled();
    const entries = demo.journal.entries();
    expect([...new Set(entries.map(({ text }) => text))].sort()).toEqual([
      'added the label RFC',
      'added the label needs-decision-owner',
      'edited its comment',
      'made the label RFC',
      'made the label needs-decision-owner',
      'posted a comment',
      'reported Unpause: decision: action required',
      'reported Unpause: decision: neutral',
      'reported Unpause: document: failure',
      'reported Unpause: document: neutral',
      'reported Unpause: document: success',
    ]);
    const reports = entries.filter(({ text }) => text.startsWith('reported')).map(({ repo, number }) => `${repo ?? ''}#${number ?? ''}`);
    const checked = [1, 2, 3, 4, 6, 7, 8].flatMap((number) => [`acme/rfcs#${number}`, `acme/rfcs#${number}`]);
    const onLadder = [1, 2, 3].flatMap((number) => [`acme/architecture#${number}`, `acme/architecture#${number}`]);
    // Where people are asked, the decision check is reported once more as the period begins.
    const begun = ['acme/rfcs#7', 'acme/architecture#1', 'acme/architecture#2'];
    expect(reports.sort()).toEqual([...checked, ...onLadder, ...begun, 'acme/website#1'].sort());
  });
});

describe('the story', () => {
  it('ends where something is not as it is told, and says what', async () => {
    const lines: string[] = [];
    demo.standIn.world.push({ repo: rfcs, by: 'alice', branch: 'main', files: { '.github/unpause.yml': 'dry-run: true\n' } });
    const told = tellStory({ demo, say: (line) => lines.push(line) });
    await expect(told).rejects.toThrow(StoryMistake);
    await expect(told).rejects.toThrow('expected: the labels RFC and needs-decision-owner');
    expect(lines.filter((line) => /^\d\. /.test(line))).toEqual(['1. Nobody is named']);
  });

  it('ends where the App hears of nothing', async () => {
    await demo.activity.settled();
    demo.standIn.faults.deliveries({ kind: 'lose' });
    await expect(tellStory({ demo, say: () => undefined })).rejects.toThrow('Unexpected null, expected: the check is failure');
  });
});
