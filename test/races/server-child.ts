/** A server process for the race and kill tests: the real composition root without a guard, told its settings by its parent. */

import { readConfig } from '@laisee/server/config.ts'
import { startService } from '@laisee/server/main.ts'

const config = readConfig(process.env, { demo: true })
// A hundred like sends at once are what the guard exists to ask about; here they are about money and locks.
const service = await startService(config, { limits: 'off', guard: null })
process.stdout.write(`${JSON.stringify({ address: service.address, databaseUrl: service.databaseUrl })}\n`)
process.on('SIGTERM', () => {
  void service.stop().then(() => process.exit(0))
})
