import usual from './jest.config.js';

/** The tests of the demo's page in a browser (`npm run test:browser`): they need Chromium, at CHROMIUM_PATH or where Debian has it. */
/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test/browser'],
  testMatch: ['<rootDir>/test/browser/**/*.browser.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: usual.transform,
  testTimeout: 120_000,
  maxWorkers: 2,
};
