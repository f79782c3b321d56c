/**
 * Where a database is reached, and the secret that lets one in.
 *
 * Two doors are closed to other users of the machine. The socket lies in a folder of mode 0700 that belongs to the
 * database's user, and the server asks for a random password (scram-sha-256, which also proves the server to the
 * client). The password alone would do; it is there because a loopback port, where there are no Unix sockets, has no
 * permissions at all, and because under root the database runs as `nobody`, a user that strangers may share. It is
 * kept in a 0600 file within the database's own files, so that it travels with a backup and is readable by exactly
 * those who could read the data itself.
 *
 * The address is written down beside the data: a restart, and every launcher that joins, comes to the same one.
 */

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { canEnter, type Identity } from './identity.ts'
import type { Folder } from './place.ts'

export type Transport = 'socket' | 'loopback'

export interface Address {
  readonly transport: Transport
  /** The socket's folder, or the loopback address. */
  readonly host: string
  readonly port: number
}

export const user = 'laisee'
export const passwordFile = 'laisee.password'
export const usualTransport: Transport = process.platform === 'win32' ? 'loopback' : 'socket'

const socketPort = 5432
/** A socket's path has 108 bytes on Linux and 104 elsewhere, its end included. */
const socketPathBytesMax = 103

export function makePassword(): string {
  return randomBytes(24).toString('base64url')
}

export function urlOf(address: Address, password: string, database: string): string {
  const { transport, host, port } = address
  if (transport === 'loopback') return `postgres://${user}:${password}@${host}:${port}/${database}`
  return `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}

/** A name for this cluster that is its own on this machine; its processes carry it in their titles. */
export function clusterName(address: Address): string {
  return address.transport === 'socket' ? basename(address.host) : `laisee-${address.port}`
}

export function socketFile(address: Address): string {
  return join(address.host, `.s.PGSQL.${address.port}`)
}

/** Whether the way in is still there: someone may have emptied the temporary folder. */
export function isOpen(address: Address): boolean {
  return address.transport === 'loopback' || existsSync(socketFile(address))
}

/** The address of this folder's database: the one it had, if that can still be had, else a new one. */
export async function settleAddress(
  folder: Folder,
  who: Identity,
  asked: { transport: Transport | undefined; running: boolean },
): Promise<Address> {
  const before = await readAddress(folder)
  const transport = asked.transport ?? before?.transport ?? usualTransport
  if (before?.transport === transport && (await canHave(before, who, asked.running))) return before
  const address = transport === 'loopback' ? await freePort() : await newSocketFolder(who)
  const draft = `${folder.address}.draft`
  await writeFile(draft, JSON.stringify({ of: folder.path, ...address }), { mode: 0o644 })
  await rename(draft, folder.address)
  return address
}

/** Take an address again; a socket's folder that was cleaned away is made anew under its old name. */
export async function canHave(address: Address, who: Identity, running: boolean): Promise<boolean> {
  if (address.transport === 'socket') return ownSocketFolder(address.host, who)
  // A running database holds its port; while it was away, someone else may have come to it.
  return running || (await listenOn(address.port).catch(() => undefined)) !== undefined
}

/** What this folder wrote down. A copy of another folder brings that one's address along, and must not take it. */
async function readAddress(folder: Folder): Promise<Address | undefined> {
  try {
    const { of, ...address } = JSON.parse(await readFile(folder.address, 'utf8')) as Address & { of: string }
    return of === folder.path ? address : undefined
  } catch {
    return undefined
  }
}

async function ownSocketFolder(path: string, who: Identity): Promise<boolean> {
  try {
    const made = await mkdir(path, { mode: 0o700 }).then(
      () => true,
      () => false,
    )
    if (made && who.become.uid !== undefined) await chown(path, who.uid, who.gid)
    const found = await lstat(path)
    return found.isDirectory() && found.uid === who.uid && (found.mode & 0o077) === 0
  } catch {
    return false
  }
}

async function newSocketFolder(who: Identity): Promise<Address> {
  const reasons: string[] = []
  for (const base of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    try {
      const address = {
        transport: 'socket',
        host: await mkdtemp(join(await realpath(base), 'laisee-')),
        port: socketPort,
      } as const
      const fits = Buffer.byteLength(socketFile(address)) <= socketPathBytesMax
      if (who.become.uid !== undefined) await chown(address.host, who.uid, who.gid)
      await chmod(address.host, 0o700)
      if (fits && (await canEnter(address.host, who))) return address
      await rm(address.host, { recursive: true })
      reasons.push(`${base} ${fits ? `cannot be reached by user ${who.uid}` : 'is too long a path'}`)
    } catch (error) {
      reasons.push((error as Error).message)
    }
  }
  throw new Error(`no temporary folder can hold the database's socket: ${reasons.join('; ')}`)
}

/** Give back what the address took once nobody uses it. */
export async function releaseAddress(address: Address): Promise<void> {
  if (address.transport === 'socket') await rm(address.host, { recursive: true, force: true })
}

async function freePort(): Promise<Address> {
  return { transport: 'loopback', host: '127.0.0.1', port: await listenOn(0) }
}

async function listenOn(port: number): Promise<number> {
  const server = createServer()
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  const found = (server.address() as AddressInfo).port
  await new Promise((done) => server.close(done))
  return found
}
