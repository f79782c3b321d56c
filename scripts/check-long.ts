/**
 * `npm run check:long`: the races, the kills and the simulation with their full counts (LAISEE_LONG), where a usual run
 * has smaller, stated ones; and every flow and look of the screens, where a usual run has one of each kind. Takes what it takes.
 */

import { spawnSync } from 'node:child_process'
import { root } from './root.ts'

const { status } = spawnSync(
  'vitest',
  ['run', 'test/races', 'test/kill', 'test/simulation', 'test/e2e', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, LAISEE_LONG: '1' },
  },
)
process.exitCode = status ?? 1
