/**
 * One database server as a process: whether it runs, starting it, and stopping it. It is started apart from us (its
 * own session, its output in a file), so that neither a Ctrl-C meant for us nor our death takes it along half way.
 */

import { execFile, spawn } from 'node:child_process'
import { closeSync, fchownSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { clusterName, socketFile, type Address } from './address.ts'
import type { Binaries } from './binaries.ts'
import { plainEnvironment } from './cluster.ts'
import type { Identity } from './identity.ts'
import { leftoversOf, processStamp, servesFolder } from './processes.ts'

export interface Server {
  readonly pgdata: string
  readonly log: string
  readonly who: Identity
  readonly binaries: Binaries
  readonly address: Address
}

/** A server that runs, told apart from any later process with the same pid. */
export interface Running {
  readonly pid: number
  readonly stamp: string
}

const windows = process.platform === 'win32'
const run = promisify(execFile)
const logBytesMax = 10_000_000
const refusalsMax = 20
const deathsMax = 3

export function isRunning(running: Running): boolean {
  return processStamp(running.pid) === running.stamp
}

interface PidFile {
  readonly pid: number
  readonly status: string
}

/** What a server says of itself in `postmaster.pid`; a killed one leaves it behind. */
function readPidFile(pgdata: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : undefined
  } catch {
    return undefined
  }
}

/** The server of these files, if one runs, ready or not. */
export function findRunning(pgdata: string): (Running & { readonly status: string }) | undefined {
  const file = readPidFile(pgdata)
  if (file === undefined || !servesFolder(file.pid, pgdata)) return undefined
  const stamp = processStamp(file.pid)
  return stamp === undefined ? undefined : { pid: file.pid, stamp, status: file.status }
}

/**
 * Start a server and wait until it takes connections, however long recovery takes. Its predecessor may have been
 * killed a moment ago: while the last processes of that one leave, PostgreSQL refuses, and is asked again. So is one
 * that was killed itself while it started.
 */
export async function launch(server: Server): Promise<Running> {
  for (let refusals = 0, deaths = 0; ; await sleep(100)) {
    await clearTheWay(server)
    try {
      return await launchOnce(server)
    } catch (error) {
      const { message } = error as Error
      if (/pre-existing shared memory block|lock file ".*" already exists/.test(message)) refusals++
      else if (/it ended with SIG/.test(message)) deaths++
      else throw error
      if (refusals === refusalsMax || deaths === deathsMax) throw error
    }
  }
}

/** End what a killed server left running, and remove what would make PostgreSQL believe that it still runs. */
async function clearTheWay({ pgdata, address }: Server): Promise<void> {
  const leftovers = (): number[] => leftoversOf(pgdata, clusterName(address))
  for (let waits = 0; leftovers().length > 0 && waits < 100; waits++) {
    // Most leave by themselves within milliseconds. One that is busy is killed: what it did was never committed.
    if (waits >= 15) for (const pid of leftovers()) signal(pid, 'SIGKILL')
    await sleep(20)
  }
  rmSync(join(pgdata, 'postmaster.pid'), { force: true })
  if (address.transport === 'loopback') return
  rmSync(socketFile(address), { force: true })
  rmSync(`${socketFile(address)}.lock`, { force: true })
}

async function launchOnce(server: Server): Promise<Running> {
  const { pgdata, who, binaries } = server
  const output = openLog(server)
  const before = statSync(server.log).size
  // On Windows pg_ctl gives up an administrator's rights, which postgres itself refuses.
  const command = windows ? binaries.pgCtl : binaries.postgres
  const args = windows ? ['start', '-W', '-D', pgdata] : ['-D', pgdata]
  let failure: string | undefined
  const child = spawn(command, args, {
    ...who.become,
    cwd: dirname(binaries.postgres),
    env: plainEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
    windowsHide: true,
  })
  child.once('error', (error) => (failure = error.message))
  child.once('exit', (code, by) => {
    if (!windows || code !== 0) failure ??= `it ended with ${by ?? `code ${code}`}`
  })
  child.unref()
  closeSync(output)
  for (;;) {
    if (failure !== undefined)
      throw new Error(`PostgreSQL did not start: ${failure}\n${readLog(server.log, before)}`)
    const found = findRunning(pgdata)
    if (found?.status === 'ready' && (windows || found.pid === child.pid))
      return { pid: found.pid, stamp: found.stamp }
    await sleep(5)
  }
}

function openLog({ log, who }: Server): number {
  try {
    if (statSync(log).size > logBytesMax) renameSync(log, `${log}.1`)
  } catch {
    // There is no log yet.
  }
  const file = openSync(log, 'a', 0o600)
  if (who.become.uid !== undefined) fchownSync(file, who.uid, who.gid)
  return file
}

function readLog(log: string, from: number): string {
  return readFileSync(log).subarray(from).toString('utf8').split('\n').slice(-20).join('\n').trim()
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has just left by itself.
  }
}

/** Ask a server to end its connections and stop, without waiting for it; what is committed is on the disk already. */
export function askToStop(running: Running): void {
  if (!windows && isRunning(running)) signal(running.pid, 'SIGINT')
}

const patience = [
  // A fast stop writes out what is in memory; a disk may take its time.
  { name: 'SIGINT', seconds: 60 },
  // An immediate one leaves it to the next start to recover.
  { name: 'SIGQUIT', seconds: 10 },
  { name: 'SIGKILL', seconds: 10 },
] as const

/** Stop a server and wait until it is gone. */
export async function shutDown(server: Server, running: Running): Promise<void> {
  if (windows) {
    await run(server.binaries.pgCtl, ['stop', '-m', 'fast', '-w', '-D', server.pgdata], { windowsHide: true })
    return
  }
  for (const { name, seconds } of patience) {
    if (isRunning(running)) signal(running.pid, name)
    for (let waits = 0; waits < seconds * 200; waits++) {
      if (!isRunning(running)) return
      await sleep(5)
    }
  }
  throw new Error(`the database's process ${running.pid} does not end`)
}
