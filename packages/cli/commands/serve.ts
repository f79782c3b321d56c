/** `laisee serve`: the service for real. It starts empty, and refuses the keys and tokens of a demo world. */

import { readConfig } from '@laisee/server/config.ts'
import { startService } from '@laisee/server/main.ts'
import { command } from '../command.ts'
import { print } from '../output.ts'
import { untilStopped } from '../running.ts'
import { buildScreens } from '../web-build.ts'

export const serve = command({}, async () => {
  const config = readConfig(process.env, { demo: false })
  await buildScreens(config)
  const service = await startService(config)
  print(`Laisee listens at ${service.address}; the API's page is ${service.address}/docs.`)
  print('The first key: npx laisee keys create --name operator --scopes all')
  await untilStopped(() => service.stop())
})
