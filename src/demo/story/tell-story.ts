import { chapters } from './chapters.ts';
import { expectTold, settle, type Stage } from './stage.ts';

/** Tells the whole story, line by line. Throws a `StoryMistake` where something is not as it is told. */
export async function tellStory({ demo, say }: Pick<Stage, 'demo' | 'say'>): Promise<void> {
  const { standIn } = demo;
  await settle(demo);
  for (const [index, { title, tell }] of chapters.entries()) {
    say(`${index === 0 ? '' : '\n'}${index + 1}. ${title}`);
    const sayIndented = (line: string): void => {
      say(`   ${line}`);
    };
    await tell({ demo, world: standIn.world, say: sayIndented });
  }
  expectTold(standIn.unknownRequests.length === 0, 'the stand-in knows everything that was asked', standIn.unknownRequests);
  expectTold(standIn.crashes.length === 0, 'the stand-in made no mistake of its own', standIn.crashes.map(String));
}
