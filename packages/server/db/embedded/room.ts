/**
 * Room for a database's files: an empty folder that PostgreSQL will take, which is one that its user owns and can
 * reach, that is closed to everyone else, and whose path is not too long.
 */

import { chmod, chown, mkdir, mkdtemp, realpath, rm, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, join, sep } from 'node:path'
import { canEnter, type Identity } from './identity.ts'

/** PostgreSQL builds paths in 1,024 bytes and needs some for itself. */
const clusterPathBytesMax = 900

/** Make an empty folder: `prefix…` in the folder that was asked for, or one named after that in another place. */
export async function findRoom(asked: string, prefix: string, who: Identity): Promise<string> {
  const reasons: string[] = []
  for (const base of [asked, ...otherPlaces(asked)]) {
    try {
      const name = base === asked ? prefix : `laisee-data-${basename(asked).slice(0, 40)}-`
      if (base !== asked) await mkdir(base, { recursive: true, mode: 0o711 })
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
