import { defineConfig } from 'vitest/config'

/** Where to write the results as JSON, beside the words for a person: what counts the tests reads them there. */
const resultsFile = process.env.LAISEE_TEST_RESULTS

export default defineConfig({
  test: {
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
    include: ['packages/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    pool: 'forks',
    globalSetup: ['packages/server/db/testing/global-setup.ts'],
  },
})
