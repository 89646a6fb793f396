const { CI, UNPAUSE_LONG } = process.env;

/** What kills processes, or lives through weeks again and again: `.ci/run` and the long run have them, so that the rest takes minutes. */
const onlyInCi = ['crash', 'crash-workers', 'due-wave', 'laws', 'laws-of-deliveries', 'momentum-crash', 'momentum-cut', 'security-secrets', 'serve', 'sweep-cut-off', 'sweep-story'];

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/test/support/plain-environment.js',
  roots: ['<rootDir>/test', '<rootDir>/src'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: CI === undefined && UNPAUSE_LONG === undefined ? [`/test/app/(?:${onlyInCi.join('|')})\\.test\\.ts$`] : [],
  extensionsToTreatAsEsm: ['.ts'],
  // Tests that run the command line as a process need dist/ as the sources are now.
  globalSetup: '<rootDir>/test/support/set-up.js',
  globalTeardown: '<rootDir>/test/support/tear-down.js',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.js' },
  testTimeout: 300_000,
  // One less than there are, Jest's way, is half of a machine with two.
  maxWorkers: '100%',
  // Each file's modules stay with its worker, and the last of hundreds would find it slow and full.
  workerIdleMemoryLimit: '1GB',
  coverageProvider: 'v8',
  collectCoverageFrom: [
    'src/{rules,lint,decision,config,render}/**/*.ts',
    // Types alone: there is nothing in them that could run.
    '!src/lint/{document-source,field-match,report,rule}.ts',
    '!src/decision/{plan,snapshot,write}.ts',
    '!src/render/report/render-options.ts',
  ],
  coverageThreshold: { global: { lines: 95 } },
  coverageReporters: ['text', 'text-summary'],
};
