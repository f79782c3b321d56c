/**
 * What is alive on this machine. A pid alone proves nothing: it is used again by strangers, it stays visible as a
 * zombie where nobody reaps it, and it means something else in another container. Every answer here therefore looks
 * at more than the number, and says "gone" only when it is sure.
 */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync, statSync, type Stats } from 'node:fs'
import { hostname } from 'node:os'

const linux = process.platform === 'linux'

/** The stamp of a process whose start cannot be seen. */
export const unknownStamp = '0'

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** A word that differs between two lives of one pid; undefined once the process is gone, zombies included. */
export function processStamp(pid: number): string | undefined {
  const stat = linux ? attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) : undefined
  if (stat === undefined) return exists(pid) ? unknownStamp : undefined
  // The name in brackets may hold spaces, so the fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
}

/** Names the set of processes in which a pid means the same: this machine, this boot, this container. */
export const realm: string = ((): string => {
  const boot = linux ? attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')) : ''
  const container = linux ? attempt(() => readlinkSync('/proc/self/ns/pid')) : ''
  return createHash('sha256').update(`${hostname()} ${boot} ${container}`).digest('hex').slice(0, 12)
})()

function sameFolder(a: Stats | undefined, b: Stats | undefined): boolean {
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
}

/** Whether this pid is a PostgreSQL process that works in this data folder. */
export function servesFolder(pid: number, pgdata: string): boolean {
  if (processStamp(pid) === undefined) return false
  if (process.platform === 'win32') return true
  if (!linux) return attempt(() => commandOf(pid))?.includes('postgres') ?? false
  const name = attempt(() => readFileSync(`/proc/${pid}/comm`, 'utf8'))
  if (name !== undefined && name.trim() !== 'postgres') return false
  // The folder is compared by inode: one folder may have several names. Unreadable means another user's: believe it.
  const works = attempt(() => statSync(`/proc/${pid}/cwd`))
  return (
    works === undefined ||
    sameFolder(
      works,
      attempt(() => statSync(pgdata)),
    )
  )
}

function commandOf(pid: number): string {
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
}

/**
 * The processes a dead server left behind. They hold its shared memory, and PostgreSQL refuses to start until the
 * last is gone; one that is busy with a long query does not notice for as long as the query takes.
 */
export function leftoversOf(pgdata: string, clusterName: string): number[] {
  if (process.platform === 'win32') return []
  if (!linux) return attempt(() => leftoversByTitle(clusterName)) ?? []
  const home = attempt(() => statSync(pgdata))
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => attempt(() => readFileSync(`/proc/${entry}/comm`, 'utf8'))?.trim() === 'postgres')
    .filter((entry) =>
      sameFolder(
        home,
        attempt(() => statSync(`/proc/${entry}/cwd`)),
      ),
    )
    .map(Number)
    .filter((pid) => processStamp(pid) !== undefined)
}

/** Without /proc a backend is known by the cluster's name in its title: "postgres: laisee-Ab12Cd: …". */
export function leftoversByTitle(clusterName: string): number[] {
  return execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`postgres: ${clusterName}: `))
    .map((line) => Number.parseInt(line, 10))
}
