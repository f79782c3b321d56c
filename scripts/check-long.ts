/**
 * `npm run check:long`: the races, the kills, the simulation and the look at every screen with their full counts
 * (LAISEE_LONG), where a usual run has smaller, stated ones. Takes what it takes.
 */

import { spawnSync } from 'node:child_process'
import { root } from './root.ts'

const { status } = spawnSync(
  'vitest',
  ['run', 'test/races', 'test/kill', 'test/simulation', 'test/e2e/accessible', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, LAISEE_LONG: '1' },
  },
)
process.exitCode = status ?? 1
