/** `npm run demo`: `unpause demo` from the sources as they are; what follows `--` is handed on. */
import { main } from '../src/cli/main.ts';

await main(['demo', ...process.argv.slice(2)], async () => await import('../src/cli/server.ts'));
