/** The App inside somebody's own server, by Probot's `createNodeMiddleware`, as a process of its own. */
import { createServer } from 'node:http';
import { createNodeMiddleware, createProbot } from 'probot';
import { webhookPath } from '../../src/app/app-manifest.ts';
import { createLogger } from '../../src/app/log.ts';
import unpause from '../../src/index.ts';

const log = await createLogger({ level: 'info', format: 'json' });
const handle = await createNodeMiddleware(unpause, { probot: createProbot(), webhooksPath: webhookPath });
const server = createServer((request, response) => {
  void handle(request, response, () => {
    response.writeHead(404).end();
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  log.info({}, 'hosted');
});
