/** A GitHub of one repository and one pull request, for the Action's bench; prints its address and serves until killed. */
import { GitHubServer } from '../test/support/github-server.ts';
import { decided } from '../test/action/payloads.ts';

const server = await GitHubServer.start({
  repositories: {
    'acme/rfcs': {
      commits: { main: { 'README.md': '# RFCs\n' }, feature: { 'README.md': '# RFCs\n', 'rfcs/1.md': decided } },
      pulls: { 7: { base: 'main', head: 'feature' } },
    },
  },
  users: { alice: { type: 'User' } },
});
process.stdout.write(`${server.url}\n`);
