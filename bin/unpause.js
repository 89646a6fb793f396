#!/usr/bin/env node
// Plain old syntax on purpose: this file must be able to say what is missing on a Node too old for the rest.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 13)) {
  process.stderr.write('unpause: Node ' + process.versions.node + ' found, Node 22.13 or newer expected: install a newer Node and run this again\n');
  process.exit(2);
}
import('../dist/cli.js').then(
  function (cli) {
    return cli.main(process.argv.slice(2));
  },
  function (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write('unpause: dist/cli.js is missing in this checkout: run `npm run build` first\n');
    process.exitCode = 2;
  },
);
