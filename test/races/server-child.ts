/** A server process for the race and kill tests: the real composition root, told its settings by its parent. */

import { readConfig } from '@laisee/server/config.ts'
import { startService } from '@laisee/server/main.ts'

const config = readConfig(process.env, { demo: true })
const service = await startService(config, { limits: 'off' })
process.stdout.write(`${JSON.stringify({ address: service.address, databaseUrl: service.databaseUrl })}\n`)
process.on('SIGTERM', () => {
  void service.stop().then(() => process.exit(0))
})
