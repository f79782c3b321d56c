import { defineConfig } from 'vitest/config'

/** Where to write the results as JSON, beside the words for a person: what counts the tests reads them there. */
const resultsFile = process.env.LAISEE_TEST_RESULTS

/** Rules and the service: a worker loads their modules once for all of its files. */
const together = ['packages/core/**/*.test.ts', 'packages/server/**/*.test.ts']
/** What starts and kills databases has processes and folders of its own to end. */
const alone = ['packages/server/db/**/*.test.ts']
const globalSetup = ['packages/server/db/testing/global-setup.ts']

export default defineConfig({
  test: {
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: { name: 'together', include: together, exclude: alone, isolate: false, globalSetup },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [...alone, 'packages/{cli,client,web}/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup,
        },
      },
    ],
  },
})
