/**
 * The settings of a server, read from the environment in one place. Every one is listed here with what it does; the
 * reference page is generated from this list.
 */

import { networksOf } from './outside/networks.ts'
import { siteOf } from './passkeys/site.ts'

/** An authority for timestamps (RFC 3161). */
export interface TimestampSettings {
  url: URL
  /** A file with its root in PEM. */
  rootsFile: string
}

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
  /** Who stamps evidence packs with the time; null for nobody. */
  timestamps: TimestampSettings | null
  /** The built web app's folder, `off` for none; null is the one built beside this package, where there is one. */
  webDir: string | null
  /** How many keys the log has had; the last of them signs, the one before it beside it. */
  logKeyCount: number
  /** Where checkpoints of the log are shown to: `https:` witnesses and `file:` addresses. */
  witnesses: string[]
  /** Networks of one's own that the service may call out to. */
  outsideAllow: string[]
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
  {
    name: 'LAISEE_LOG_KEY',
    fallback: '1',
    does: 'Which key of the audit log signs, from 1 to 1000, all made of the secret: one more, and the next start signs with a new key and, beside it, with the one before.',
  },
  {
    name: 'LAISEE_WITNESS',
    fallback: 'none',
    does: 'Where checkpoints of the audit log are shown to, so that others hold them, by commas: `https://…` for a witness (C2SP tlog-witness, below which `/add-checkpoint` is called), `file:///…` for a file they are added to.',
  },
  {
    name: 'LAISEE_OUTSIDE_ALLOW',
    fallback: 'none',
    does: 'Addresses or networks of one’s own, by commas, that the service may call out to, over `http:` too. Otherwise it calls public addresses alone, over `https:`.',
  },
  {
    name: 'LAISEE_TIMESTAMP_URL',
    fallback: 'none: evidence packs say that they have no timestamp',
    does: 'An authority that stamps evidence packs with the time (RFC 3161), as `https://timestamp.example/tsr`. It is sent a hash, never the evidence.',
  },
  {
    name: 'LAISEE_TIMESTAMP_ROOTS',
    fallback: 'needed with LAISEE_TIMESTAMP_URL',
    does: 'A file with the root certificates, in PEM, that the authority must be signed by.',
  },
  { name: 'LAISEE_LOG', fallback: 'info', does: 'How much is logged: debug, info, warn, error or silent.' },
]

const listOf = (text = '') =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const logKeysMax = 1_000

/** What is said of the log: its keys, its witnesses, and where they may be. */
function readLogConfig(
  environment: Record<string, string | undefined>,
): Pick<ServerConfig, 'logKeyCount' | 'witnesses' | 'outsideAllow'> {
  const logKeyCount = Number(environment.LAISEE_LOG_KEY ?? '1')
  if (!Number.isInteger(logKeyCount) || logKeyCount < 1 || logKeyCount > logKeysMax)
    throw new Error(`LAISEE_LOG_KEY is not a number from 1 to ${logKeysMax}`)
  const witnesses = listOf(environment.LAISEE_WITNESS)
  const wrong = witnesses.find((target) => !/^(https?|file):\/\/\S+$/.test(target) || !URL.canParse(target))
  if (wrong !== undefined) throw new Error(`LAISEE_WITNESS: ${wrong} is not an https: or file: address`)
  const outsideAllow = listOf(environment.LAISEE_OUTSIDE_ALLOW)
  try {
    networksOf(outsideAllow)
  } catch (error) {
    throw new Error(`LAISEE_OUTSIDE_ALLOW: ${(error as Error).message}`, { cause: error })
  }
  return { logKeyCount, witnesses, outsideAllow }
}

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

/** The authority for timestamps, where one is named. */
function readTimestamps(environment: Record<string, string | undefined>): TimestampSettings | null {
  const { LAISEE_TIMESTAMP_URL: address, LAISEE_TIMESTAMP_ROOTS: rootsFile } = environment
  if (address === undefined || address === '') return null
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new Error('LAISEE_TIMESTAMP_URL is not an http(s) address')
  if (rootsFile === undefined || rootsFile === '')
    throw new Error('LAISEE_TIMESTAMP_ROOTS is needed with LAISEE_TIMESTAMP_URL')
  return { url: new URL(address), rootsFile }
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
    timestamps: readTimestamps(environment),
    webDir: environment.LAISEE_WEB_DIR ?? null,
    ...readLogConfig(environment),
    logLevel: logLevel as ServerConfig['logLevel'],
  }
}
