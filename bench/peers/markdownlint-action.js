// What markdownlint-cli2-action does from start to finish: read the inputs, lint, annotate. The Action itself is not
// in the registry; these are its two packages, called as it calls them.
import * as core from '@actions/core';
import { main } from 'markdownlint-cli2';

const globs = core.getInput('globs').split('\n').filter(Boolean);
const code = await main({
  argv: globs,
  logMessage: core.info,
  logError: core.error,
  optionsOverride: { config: { default: false, MD043: { headings: ['*'] } }, noBanner: true },
});
if (code !== 0) core.setFailed('Failed');
