/** Probot whose handler awaits one `send` of pg-boss for each delivery, on the same kind of database as ours. */
import { PgBoss, type ConstructorOptions } from 'pg-boss';

import { connectFolder } from '../../src/store/connect-pglite.ts';
import { answerParent, readOptions, readUsage, type Question } from './answer-parent.ts';
import { startProbot, type ProbotOptions } from './probot.ts';

export interface ProbotQueueOptions extends ProbotOptions {
  databaseUrl: string | null;
  dataDir: string;
  /** `stately`: deliveries of one RFC melt into one job, as ours do. `standard`: a job for each. */
  policy: 'stately' | 'standard';
}

const { databaseUrl, dataDir, policy, ...probot } = readOptions() as ProbotQueueOptions;
const connection = databaseUrl === null ? await connectFolder(dataDir) : null;
const boss = new PgBoss(connection?.boss ?? ({ connectionString: databaseUrl } as ConstructorOptions));
await boss.start();
await boss.createQueue('look', { policy });
const { url, stop } = await startProbot(probot, (app) => {
  app.on('issues', async ({ payload: { repository, issue } }) => {
    const key = `${repository.full_name}#${issue.number}`;
    await boss.send('look', { key }, policy === 'stately' ? { singletonKey: key } : {});
  });
});
answerParent(async ({ about }: Question) => (about === 'url' ? url : await readUsage()), async () => {
  await stop();
  await boss.stop({ graceful: false });
  await connection?.close();
});
