/** `laisee serve`: the service for real. It starts empty, and refuses the keys and tokens of a demo world. */

import { readConfig } from '@laisee/server/config.ts'
import { startService } from '@laisee/server/main.ts'
import { command } from '../command.ts'
import { print } from '../output.ts'
import { untilStopped } from '../running.ts'

export const serve = command({}, async () => {
  const service = await startService(readConfig(process.env, { demo: false }))
  print(`Laisee listens at ${service.address}; the API's page is ${service.address}/docs.`)
  print('The first key: npx laisee keys create --name operator --scopes all')
  await untilStopped(() => service.stop())
})
