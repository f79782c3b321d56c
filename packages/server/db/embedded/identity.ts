/**
 * Who runs the database. PostgreSQL refuses to run as root, so a root process hands it to `nobody`; any other user
 * runs it as themselves. What exists already decides first: files are served by whoever owns them, so that one
 * `sudo` does not change hands for ever.
 */

import { readFileSync } from 'node:fs'
import { chmod, chown, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface Identity {
  readonly uid: number
  readonly gid: number
  /** What a spawn is given: empty where this process already is that user. */
  readonly become: { readonly uid?: number; readonly gid?: number }
}

const lowBits = (id: number): number => id >>> 0

/** Uid and gid of an account in the text of /etc/passwd. */
export function accountIn(passwd: string, name: string): { uid: number; gid: number } | undefined {
  const fields = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find((line) => line[0] === name && line.length >= 4)
  if (fields === undefined) return undefined
  // macOS writes nobody as -2; files report it as 4294967294.
  return { uid: lowBits(Number(fields[2])), gid: lowBits(Number(fields[3])) }
}

function other(uid: number, gid: number): Identity {
  return { uid, gid, become: { uid: uid | 0, gid: gid | 0 } }
}

/** Who serves these files; without files yet, who shall. */
export async function identityFor(pgdata: string | undefined): Promise<Identity> {
  // Windows has no uid; there pg_ctl itself gives up an administrator's rights.
  const uid = process.geteuid?.()
  const gid = process.getegid?.()
  if (uid === undefined || gid === undefined) return { uid: 0, gid: 0, become: {} }
  const owner = pgdata === undefined ? undefined : await stat(pgdata)
  if (owner !== undefined && owner.uid !== uid) {
    if (uid === 0) return other(owner.uid, owner.gid)
    throw new Error(`${pgdata} belongs to user ${owner.uid}, not to ${uid}: start as that user, or as root`)
  }
  if (uid !== 0) return { uid, gid, become: {} }
  if (owner !== undefined)
    throw new Error(`${pgdata} belongs to root, whom PostgreSQL refuses: chown -R nobody it`)
  const nobody = accountIn(readFileSync('/etc/passwd', 'utf8'), 'nobody')
  if (nobody === undefined || nobody.uid === 0) {
    throw new Error(
      'PostgreSQL refuses to run as root and /etc/passwd has no user "nobody": start as another user',
    )
  }
  return other(nobody.uid, nobody.gid)
}

/** Whether that user can go into this folder: every folder above lets them through. Given by its real path. */
export async function canEnter(folder: string, who: Identity): Promise<boolean> {
  if (who.become.uid === undefined) return true
  for (let path = folder; ; path = dirname(path)) {
    const { uid, gid, mode } = await stat(path)
    const may = uid === who.uid ? mode & 0o100 : gid === who.gid ? mode & 0o010 : mode & 0o001
    if (!may) return false
    if (path === dirname(path)) return true
  }
}

/**
 * Let the database's user through a folder of ours that is closed to everyone else. The group is changed only where
 * it had no rights, so nobody loses or gains any but that user, who may pass and not look.
 */
export async function letThrough(folder: string, who: Identity): Promise<void> {
  if (who.become.uid === undefined) return
  const { uid, mode } = await stat(folder)
  if (uid !== process.geteuid?.() || (mode & 0o077) !== 0) return
  await chown(folder, uid, who.gid)
  await chmod(folder, (mode & 0o7777) | 0o010)
}
