/** `laisee demo`: the service with its own database and a world in it, ready to play with. */

import { createServer } from 'node:net'
import { readConfig, type ServerConfig } from '@laisee/server/config.ts'
import { startService } from '@laisee/server/main.ts'
import { command } from '../command.ts'
import { demoLines } from '../demo/show.ts'
import { packetsToTry } from '../demo/to-try.ts'
import { giveTokens } from '../demo/tokens.ts'
import { introducePeople, openDemoWorld } from '../demo/world.ts'
import { print, printAside } from '../output.ts'
import { urlDefault } from '../remote.ts'
import { untilStopped } from '../running.ts'
import { buildScreens } from '../web-build.ts'

export const demo = command({}, async () => {
  const config = await withFreePort(readConfig({ LAISEE_LOG: 'warn', ...process.env }, { demo: true }))
  await buildScreens(config)
  printAside('Starting the service and its database …')
  const service = await startService(config)
  try {
    const { made, ids } = await openDemoWorld(service.ctx)
    introducePeople(service.ctx, ids)
    const callers = await giveTokens(service.ctx, ids)
    const toTry = await packetsToTry(service.address, callers)
    const { address, webDir } = service
    const isUsualAddress = address === urlDefault
    print(...demoLines({ address, hasScreens: webDir !== null, isUsualAddress, made, callers, toTry }))
  } catch (error) {
    await service.stop()
    throw error
  }
  await untilStopped(() => service.stop())
})

/** A demo that nobody told a port takes any, where something else has the usual one. */
async function withFreePort(config: ServerConfig): Promise<ServerConfig> {
  if (process.env.LAISEE_PORT !== undefined || (await isFree(config))) return config
  printAside(`Port ${config.port} is taken; another one will do.`)
  return { ...config, port: 0 }
}

function isFree({ host, port }: ServerConfig): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
