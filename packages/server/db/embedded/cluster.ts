/**
 * A new database, and the settings it runs with: UTF-8, the C locale (the same order of text on every machine),
 * checksums, and nothing answered before it is on the disk.
 */

import { execFile } from 'node:child_process'
import { chown, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { clusterName, makePassword, passwordFile, user, type Address } from './address.ts'
import type { Binaries } from './binaries.ts'
import type { Identity } from './identity.ts'
import { syncFolder } from './place.ts'

const run = promisify(execFile)
const settingsFile = 'laisee.conf'

/** The environment of the database's programs: none of ours, or a stray PGDATA or LD_LIBRARY_PATH would steer them. */
export function plainEnvironment(): NodeJS.ProcessEnv | undefined {
  if (process.platform === 'win32') return undefined
  return { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }
}

/** Fill an empty folder with a database; its password is drawn here and lies among its files. */
export async function initCluster(empty: string, who: Identity, binaries: Binaries): Promise<void> {
  // initdb wants its folder empty, so the password waits beside it and moves in when it is done.
  const password = `${empty}.password`
  try {
    await put(password, makePassword(), 'wx', who)
    const secret = ['--username', user, '--pwfile', password, '--auth', 'scram-sha-256']
    const kept = ['--encoding', 'UTF8', '--no-locale', '--data-checksums', '--no-instructions']
    const options = { ...who.become, cwd: '/', env: plainEnvironment(), windowsHide: true }
    await run(binaries.initdb, ['--pgdata', empty, ...secret, ...kept], options)
    await put(join(empty, 'postgresql.conf'), `\ninclude '${settingsFile}'\n`, 'a', who)
    await rename(password, join(empty, passwordFile))
    await syncFolder(empty)
  } catch (error) {
    await rm(password, { force: true })
    const { stderr, message } = error as Error & { stderr?: string }
    throw new Error(`initdb could not make a database in ${empty}: ${(stderr || message).trim()}`, {
      cause: error,
    })
  }
}

/** Write a file of the database's user, down to the disk. */
async function put(file: string, text: string, flag: 'wx' | 'w' | 'a', who: Identity): Promise<void> {
  const handle = await open(file, flag, 0o600)
  try {
    await handle.writeFile(text)
    if (who.become.uid !== undefined) await chown(file, who.uid, who.gid)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function readPassword(pgdata: string): Promise<string> {
  const file = join(pgdata, passwordFile)
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    throw new Error(`the database's password cannot be read from ${file}`, { cause: error })
  }
}

/** Files of another major version are refused before a server tries them: only an upgrade tool may. */
export async function checkVersion(pgdata: string, binaries: Binaries): Promise<void> {
  const written = (await readFile(join(pgdata, 'PG_VERSION'), 'utf8')).trim()
  const ours = binaries.version.split('.')[0]
  if (written !== ours) {
    throw new Error(
      `${pgdata} was written by PostgreSQL ${written}, and this is ${ours}: dump it there and load it here`,
    )
  }
}

/** Sensible on a small machine, durable on any. What a person asks for stands after these, and so wins. */
const defaults: Record<string, string> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '100',
  max_wal_size: '1GB',
  // While a checkpoint is written out, who commits waits a tenth of a second now and then: three times less often than usual.
  checkpoint_timeout: '15min',
  // Log files that were written are kept to be written again: a new one is filled with zeros first, which holds up
  // whoever commits for some 60 ms, and a storm of claims fills one every 12,000.
  min_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Failed statements reach their callers; the log keeps starts, stops, recoveries and crashes.
  log_min_messages: 'log',
  log_checkpoints: 'off',
}

const belongToLauncher = new Set([
  'port',
  'unix_socket_directories',
  'cluster_name',
  'data_directory',
  'logging_collector',
])

/** Refuse what would break the launcher's hold on its database, before anything is made. */
export function checkSettings(asked: Record<string, string>): void {
  for (const name of Object.keys(asked)) {
    if (!/^[a-z_][a-z0-9_.]*$/i.test(name)) throw new Error(`not the name of a setting: ${name}`)
    if (belongToLauncher.has(name.toLowerCase())) throw new Error(`the setting ${name} is the launcher's own`)
  }
}

/** The text of the settings file; the programs are named in it, so that a change of version shows as a difference. */
export function settingsText(address: Address, binaries: Binaries, asked: Record<string, string>): string {
  const own = {
    listen_addresses: address.transport === 'socket' ? '' : address.host,
    unix_socket_directories: address.transport === 'socket' ? address.host : '',
    unix_socket_permissions: '0700',
    port: String(address.port),
    cluster_name: clusterName(address),
    logging_collector: 'off',
  }
  const lines = Object.entries({ ...defaults, ...own, ...asked }).map(
    ([name, value]) => `${name} = ${quoted(value)}`,
  )
  return `# Written anew at every start; lines of your own belong at the end of postgresql.conf.\n# ${binaries.postgres}\n${lines.join('\n')}\n`
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\n', '\\n')}'`
}

export async function readSettings(pgdata: string): Promise<string | undefined> {
  return readFile(join(pgdata, settingsFile), 'utf8').catch(() => undefined)
}

export async function writeSettings(pgdata: string, text: string, who: Identity): Promise<void> {
  const file = join(pgdata, settingsFile)
  await put(`${file}.draft`, text, 'w', who)
  await rename(`${file}.draft`, file)
}
