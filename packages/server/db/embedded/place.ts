/**
 * Where a database's files lie. The folder a person names holds everything: `postgres/` (all that a backup needs,
 * the password included) and, beside it, what belongs to this machine only (address, log, claims). Where the
 * database's user cannot reach that folder, or the file system cannot keep owners and modes, the files go to a
 * lasting place they can be kept in, and `postgres` becomes a link that says where.
 */

import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { canEnter, letThrough, type Identity } from './identity.ts'

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
/** PostgreSQL builds paths in 1,024 bytes and needs some for itself. */
const clusterPathBytesMax = 900

/** Open the folder a person named, made if need be. */
export async function openFolder(dataDir: string): Promise<Folder> {
  const named = resolve(dataDir)
  const firstMade = await mkdir(named, { recursive: true })
  const path = await realpath(named)
  if ((await readdir(path)).includes('PG_VERSION')) {
    throw new Error(`${path} holds a database's own files; name the folder above it, or one that is free`)
  }
  const claims = join(path, 'launchers')
  await mkdir(claims, { recursive: true, mode: 0o700 })
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
  const empty = await findRoom(folder, who)
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

async function findRoom(folder: Folder, who: Identity): Promise<string> {
  const reasons: string[] = []
  for (const base of [folder.path, ...otherPlaces(folder.path)]) {
    try {
      const name = base === folder.path ? unfinished : `laisee-data-${basename(folder.path).slice(0, 40)}-`
      if (base !== folder.path) await mkdir(base, { recursive: true, mode: 0o711 })
      return await makeRoom(join(await realpath(base), name), who)
    } catch (error) {
      reasons.push(`${base}: ${(error as Error).message}`)
    }
  }
  throw new Error(`no place for the database's files was found. ${reasons.join('; ')}`)
}

/** What was asked for under a temporary folder stays temporary; anything else must outlive the next boot. */
function otherPlaces(asked: string): string[] {
  const temporary = tmpdir()
  if (asked.startsWith(temporary + sep)) return [temporary]
  const lasting = process.geteuid?.() === 0 ? '/var/lib/laisee' : join(homedir(), '.local', 'share', 'laisee')
  return [lasting, temporary]
}

/** An empty folder that belongs to the database's user, closed to others: PostgreSQL asks for exactly that. */
async function makeRoom(prefix: string, who: Identity): Promise<string> {
  const room = await mkdtemp(prefix)
  try {
    if (Buffer.byteLength(room) > clusterPathBytesMax) throw new Error('the path is too long for PostgreSQL')
    if (who.become.uid !== undefined) await chown(room, who.uid, who.gid)
    await chmod(room, 0o700)
    const { uid, mode } = await stat(room)
    const kept = process.platform === 'win32' || (uid === who.uid && (mode & 0o077) === 0)
    if (!kept) throw new Error('the file system does not keep owners and modes')
    if (!(await canEnter(room, who))) throw new Error(`user ${who.uid} cannot reach it`)
    return room
  } catch (error) {
    await rm(room, { recursive: true, force: true })
    throw error
  }
}
