/**
 * Where a database's files lie. The folder a person names holds everything: `postgres/` (all that a backup needs,
 * the password included) and, beside it, what belongs to this machine only (address, log, claims). Where the
 * database's user cannot reach that folder, or the file system cannot keep owners and modes, the files go to a
 * lasting place they can be kept in, and `postgres` becomes a link that says where.
 */

import {
  access,
  chmod,
  constants,
  lstat,
  mkdir,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { letThrough, type Identity } from './identity.ts'
import { findRoom } from './room.ts'

export interface Folder {
  readonly path: string
  /** Where launchers claim the lock and their leases. */
  readonly claims: string
  readonly log: string
  readonly address: string
  /** `postgres`: a folder, or a link to it; absent before the first start. */
  readonly cluster: string
}

const unfinished = 'postgres.unfinished-'
const ours = new Set(['postgres', 'launchers', 'postgres.log', 'postgres.log.1', 'address.json'])

/** Open the folder a person named, made if need be. */
export async function openFolder(dataDir: string): Promise<Folder> {
  const named = resolve(dataDir)
  try {
    return await openNamed(named)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
    throw new Error(`${named} is closed to this user: start as the one it belongs to, or name another`, {
      cause: error,
    })
  }
}

async function openNamed(named: string): Promise<Folder> {
  const firstMade = await mkdir(named, { recursive: true })
  const path = await realpath(named)
  if ((await readdir(path)).includes('PG_VERSION')) {
    throw new Error(`${path} holds a database's own files; name the folder above it, or one that is free`)
  }
  const claims = join(path, 'launchers')
  await mkdir(claims, { recursive: true, mode: 0o700 })
  await access(claims, constants.W_OK)
  if (firstMade !== undefined) {
    const top = await realpath(firstMade)
    await closeToOthers(path, top)
    for (let made = path; made !== dirname(top); made = dirname(made)) await syncFolder(made)
    await syncFolder(dirname(top))
  }
  const inside = (name: string): string => join(path, name)
  return {
    path,
    claims,
    log: inside('postgres.log'),
    address: inside('address.json'),
    cluster: inside('postgres'),
  }
}

/** A folder made here is private; one made on the way to it lets others through, whatever the umask says. */
async function closeToOthers(path: string, top: string): Promise<void> {
  await chmod(path, 0o700)
  if (process.geteuid?.() !== 0) return
  for (let folder = path; folder !== top;) {
    folder = dirname(folder)
    await chmod(folder, 0o755)
  }
}

/** Put a folder's entries on the disk: a file that a power cut forgets was never there. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/** The real path of an existing database's files; undefined before the first start. */
export async function findCluster(folder: Folder): Promise<string | undefined> {
  const found = await lstat(folder.cluster).catch(() => undefined)
  if (found === undefined) return undefined
  try {
    return await realpath(folder.cluster)
  } catch {
    const target = await readlink(folder.cluster)
    throw new Error(
      `the database of ${folder.path} was kept in ${target} and is not there any more: ` +
        `bring it back, or delete the link ${folder.cluster} to begin with an empty one`,
    )
  }
}

/**
 * Make a new database with `fill` and let it appear whole: until `fill` is done and on the disk, the next start
 * finds nothing and begins again.
 */
export async function makeCluster(
  folder: Folder,
  who: Identity,
  fill: (empty: string) => Promise<void>,
  log: (message: string) => void,
): Promise<string> {
  await sweepUnfinished(folder)
  await openTheWay(folder, who)
  const empty = await findRoom(folder.path, unfinished, who)
  try {
    await fill(empty)
    if (dirname(empty) === folder.path) await rename(empty, folder.cluster)
    else await symlink(empty, folder.cluster)
  } catch (error) {
    await rm(empty, { recursive: true, force: true })
    throw error
  }
  await syncFolder(dirname(empty))
  await syncFolder(folder.path)
  const pgdata = await realpath(folder.cluster)
  if (dirname(pgdata) !== folder.path) {
    log(`the user that runs the database cannot keep its files in ${folder.path}: they are in ${pgdata}`)
  }
  return pgdata
}

/** A killed start's initdb may still be writing for a moment; then a later start sweeps. */
async function sweepUnfinished(folder: Folder): Promise<void> {
  for (const name of await readdir(folder.path)) {
    if (!name.startsWith(unfinished)) continue
    await rm(join(folder.path, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/**
 * Let the database's user through our folder, and through private temporary folders made for it alone. Never through
 * one that holds anything else: those files are not ours to show.
 */
async function openTheWay(folder: Folder, who: Identity): Promise<void> {
  const temporary = await realpath(tmpdir())
  let path = folder.path
  let alone = (await readdir(path)).every((name) => ours.has(name) || name.startsWith(unfinished))
  while (alone) {
    await letThrough(path, who)
    path = dirname(path)
    if (!path.startsWith(temporary + sep)) return
    alone = (await readdir(path)).length === 1
  }
}
