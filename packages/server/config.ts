/**
 * The settings of a server, read from the environment in one place. Every one is listed here with what it does; the
 * reference page is generated from this list.
 */

import { siteOf } from './passkeys/site.ts'

export interface ServerConfig {
  databaseUrl: string | null
  dataDir: string
  host: string
  port: number
  secret: string | null
  demo: boolean
  /** Where the screens are served to people; none is localhost, at any port. */
  origins: string[]
  trustProxy: string[]
  /** The built web app's folder, `off` for none; null is the one built beside this package, where there is one. */
  webDir: string | null
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export interface Setting {
  name: string
  fallback: string
  does: string
}

export const settings: readonly Setting[] = [
  {
    name: 'LAISEE_DATABASE_URL',
    fallback: 'the embedded PostgreSQL',
    does: 'A postgres:// address to use instead of the embedded database.',
  },
  {
    name: 'LAISEE_DATA_DIR',
    fallback: '.laisee/production, or .laisee/demo for a demo world',
    does: 'Where the embedded database and its secret are kept.',
  },
  { name: 'LAISEE_HOST', fallback: '127.0.0.1', does: 'The address to listen on.' },
  { name: 'LAISEE_PORT', fallback: '7860', does: 'The port to listen on; 0 picks a free one.' },
  {
    name: 'LAISEE_SECRET',
    fallback: 'a file beside the embedded database',
    does: 'At least 32 characters that seal links and passphrases; the same on every server of one database.',
  },
  {
    name: 'LAISEE_ORIGIN',
    fallback: 'http://localhost, at any port',
    does: 'Where people open the app, as `https://hongbao.example`: passkeys are made for the domain of the first, and signed at these alone. Several by commas, all within that domain.',
  },
  {
    name: 'LAISEE_TRUST_PROXY',
    fallback: 'nobody',
    does: 'Addresses or networks of proxies, by commas, whose X-Forwarded-For is believed: limits count callers by it.',
  },
  {
    name: 'LAISEE_WEB_DIR',
    fallback: 'the app that comes with the server',
    does: 'The folder of a built web app, served at `/`; `off` serves the API alone.',
  },
  { name: 'LAISEE_LOG', fallback: 'info', does: 'How much is logged: debug, info, warn, error or silent.' },
]

const listOf = (text = '') =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const logLevels: readonly string[] = ['debug', 'info', 'warn', 'error', 'silent']

/** Read where the database is: all that a command needs which works on it directly. */
export function readDatabaseConfig(
  environment: Record<string, string | undefined>,
  options: { demo: boolean },
): Pick<ServerConfig, 'databaseUrl' | 'dataDir'> {
  const databaseUrl = environment.LAISEE_DATABASE_URL ?? null
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Error('LAISEE_DATABASE_URL is not a postgres:// address')
  }
  const dataDir = environment.LAISEE_DATA_DIR ?? (options.demo ? '.laisee/demo' : '.laisee/production')
  return { databaseUrl, dataDir }
}

/** Read the settings. Throws an Error that names the setting at fault. */
export function readConfig(
  environment: Record<string, string | undefined>,
  options: { demo: boolean },
): ServerConfig {
  const { databaseUrl, dataDir } = readDatabaseConfig(environment, options)
  const port = Number(environment.LAISEE_PORT ?? '7860')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('LAISEE_PORT is not a port')
  const secret = environment.LAISEE_SECRET ?? null
  if (secret !== null && secret.length < 32) throw new Error('LAISEE_SECRET is shorter than 32 characters')
  if (secret === null && databaseUrl !== null) {
    throw new Error(
      'LAISEE_SECRET is needed with LAISEE_DATABASE_URL: every server of one database seals with the same',
    )
  }
  const origins = listOf(environment.LAISEE_ORIGIN)
  siteOf(origins)
  const logLevel = environment.LAISEE_LOG ?? 'info'
  if (!logLevels.includes(logLevel)) throw new Error(`LAISEE_LOG is not one of ${logLevels.join(', ')}`)
  return {
    databaseUrl,
    dataDir,
    host: environment.LAISEE_HOST ?? '127.0.0.1',
    port,
    secret,
    demo: options.demo,
    origins,
    trustProxy: listOf(environment.LAISEE_TRUST_PROXY),
    webDir: environment.LAISEE_WEB_DIR ?? null,
    logLevel: logLevel as ServerConfig['logLevel'],
  }
}
