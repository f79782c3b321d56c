/**
 * The composition root: settings, database, application, duties, and a clean end. Nothing else reads the environment;
 * the command line starts the service through `startService`.
 */

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { GuardPolicy } from '@laisee/core/guard/rule.ts'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { createApp, type AppOptions } from './app.ts'
import { openService } from './compose.ts'
import type { ServerConfig } from './config.ts'
import type { Context } from './context.ts'
import { settingsOf } from './configuration/settings-of.ts'
import { tellSettings } from './configuration/tell-settings.ts'
import { refuseUnlessDurable } from './db/durability.ts'
import { startEmbedded } from './db/embedded/start-embedded.ts'
import { migrate } from './db/migrate.ts'
import { openAuthority, type Authority } from './evidence/timestamp/authority.ts'
import { hint } from './hints.ts'
import { startDuties } from './jobs/duties.ts'
import { witnessDuties } from './log/witness-duty.ts'
import { networksOf } from './outside/networks.ts'
import { siteOf } from './passkeys/site.ts'
import { secretInFolder } from './secrets.ts'

export interface RunningService {
  /** Where it listens: `http://127.0.0.1:7860`. */
  address: string
  /** The database it runs on. */
  databaseUrl: string
  /** The folder of the web app that it shows at its address; null where it serves the API alone. */
  webDir: string | null
  ctx: Context
  stop(): Promise<void>
}

interface OpenedDatabase {
  url: string
  secret: string
  stop(): Promise<void>
}

/** Open the database the settings name: a server's, or the embedded one, started where it is not running. */
export async function openDatabase(
  config: ServerConfig,
  say: (message: string) => void,
): Promise<OpenedDatabase> {
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, secret: config.secret!, stop: () => Promise.resolve() }
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: say })
  const secret = config.secret ?? (await secretInFolder(config.dataDir))
  return { url: embedded.url, secret, stop: () => embedded.stop() }
}

/** The app as `packages/web` builds it, beside this package in a checkout and where it is installed. */
export const builtWebDir = fileURLToPath(new URL('../web/dist', import.meta.url))

/** Which folder's app is shown. */
function webDirOf({ webDir }: ServerConfig): string | null {
  if (webDir === 'off') return null
  if (webDir !== null) return resolve(webDir)
  return existsSync(join(builtWebDir, 'index.html')) ? builtWebDir : null
}

/** Who stamps evidence packs with the time. Throws where its roots cannot be read: nothing starts half configured. */
async function authorityOf({ timestamps, outsideAllow }: ServerConfig): Promise<Authority | null> {
  if (!timestamps) return null
  const { url, rootsFile } = timestamps
  return openAuthority({
    url,
    rootsPem: await readFile(rootsFile, 'utf8'),
    opened: networksOf(outsideAllow),
  })
}

export interface StartOptions extends AppOptions {
  /** The rules that judge sends, where they are not the usual ones; null where nothing judges. */
  guard?: GuardPolicy | null
}

/** Start the service: database, migrations, application, duties. Rejects, with everything stopped, where one fails. */
export async function startService(
  config: ServerConfig,
  { guard = defaultPolicy, ...options }: StartOptions = {},
): Promise<RunningService> {
  const log = pino({ level: config.logLevel, redact: ['req.headers.authorization'] })
  const database = await openDatabase(config, (message) => log.info(message))
  try {
    await refuseUnlessDurable(database.url)
    await migrate(database.url)
    const { url, secret } = database
    const site = siteOf(config.origins)
    const { demo, logKeyCount } = config
    const authority = await authorityOf(config)
    const service = openService({
      url,
      secret,
      logKeyCount,
      demo,
      log,
      site,
      ...(guard && { guard }),
      ...(authority && { authority }),
    })
    await service.ctx.db.transaction((tx) => tellSettings(tx, settingsOf(config, service.ctx.secrets, guard)))
    const webDir = webDirOf(config)
    const { app, stop: stopApp } = await createApp(service.ctx, {
      trustProxy: config.trustProxy,
      webDir,
      ...options,
    })
    const address = await app.listen({ host: config.host, port: config.port })
    const duties = startDuties(service.ctx.db, log, () => hint('events'), witnessDuties(service.ctx, config))
    return {
      address,
      databaseUrl: database.url,
      webDir,
      ctx: service.ctx,
      async stop() {
        await stopApp()
        await duties.stop()
        await service.close()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}
