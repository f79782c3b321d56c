// Reads vitest's JSON results and prints "N passed, N failed". A file that could not even be loaded counts as one
// failure, and so does a run that ended without results or with an error outside any test.

import { readFileSync } from 'node:fs'

const [file, status] = process.argv.slice(2)

function count() {
  let results
  try {
    results = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
  const unloaded = results.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = results.numFailedTests + unloaded.length
  return { passed: results.numPassedTests, failed: failed === 0 && status !== '0' ? 1 : failed }
}

const { passed, failed } = count()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
