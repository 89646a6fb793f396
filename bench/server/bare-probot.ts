/** Probot whose handler does nothing. */
import { answerParent, readOptions, readUsage, type Question } from './answer-parent.ts';
import { startProbot, type ProbotOptions } from './probot.ts';

const { url, stop } = await startProbot(readOptions() as ProbotOptions, (app) => {
  app.onAny(() => undefined);
});
answerParent(async ({ about }: Question) => (about === 'url' ? url : await readUsage()), stop);
