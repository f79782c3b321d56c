/**
 * One launcher's part in a database that several may share: coming in, bringing the database up or back, and
 * leaving. All of it happens under the folder's lock, so that between "is anyone there?" and the deed nobody comes.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { canHave, releaseAddress, settleAddress, usualTransport, type Transport } from './address.ts'
import { cacheFolders, packagedBinaries, prepareBinaries } from './binaries.ts'
import {
  checkSettings,
  checkVersion,
  initCluster,
  readPassword,
  readSettings,
  settingsText,
  writeSettings,
} from './cluster.ts'
import { isUnsettled, knock, nobodyListens } from './connect.ts'
import { identityFor } from './identity.ts'
import { claim, freshSeconds, livingClaims, type Claim } from './lock.ts'
import { findCluster, makeCluster, type Folder } from './place.ts'
import {
  askToStop,
  findRunning,
  isRunning,
  launch,
  shutDown,
  type Running,
  type Server,
} from './postmaster.ts'

export interface Session {
  readonly folder: Folder
  readonly server: Server
  readonly password: string
  readonly joined: boolean
  readonly lease: Claim
  running: Running
}

export interface Wishes {
  settings: Record<string, string>
  transport: Transport | undefined
  log: (message: string) => void
}

const lostMax = 3
const unsettledMax = 300

/**
 * Wait for a launcher in another container or on another machine to leave. Its database cannot be seen from here,
 * and two servers on the same files destroy them; a rolling restart, or a crash, is over when its lease goes stale.
 */
export async function waitForElsewhere(folder: Folder, log: (message: string) => void): Promise<void> {
  const elsewhere = (): boolean => livingClaims(folder.claims, 'lease').some((one) => !one.here)
  if (!elsewhere()) return
  log(
    `the database of ${folder.path} is used in another container or on another machine: waiting for it to stop`,
  )
  for (let waits = 0; elsewhere(); waits++) {
    if (waits > (freshSeconds + 10) * 10) throw usedElsewhere(folder)
    await sleep(100)
  }
}

function usedElsewhere(folder: Folder): Error {
  return new Error(
    `the database of ${folder.path} is used in another container or on another machine: stop that one first, ` +
      'or run one PostgreSQL server and point LAISEE_DATABASE_URL at it',
  )
}

/** Come in: find the database or make it, bring it up, and take a lease. */
export async function enter(folder: Folder, wishes: Wishes): Promise<Session> {
  const others = livingClaims(folder.claims, 'lease')
  if (others.some((one) => !one.here)) throw usedElsewhere(folder)
  checkSettings(wishes.settings)
  const existing = await findCluster(folder)
  const who = await identityFor(existing)
  const binaries = await prepareBinaries(who, await packagedBinaries(), cacheFolders())
  const pgdata =
    existing ?? (await makeCluster(folder, who, (empty) => initCluster(empty, who, binaries), wishes.log))
  await checkVersion(pgdata, binaries)
  const joined = others.length > 0
  // Those who are there already hold an address; only a first comer may choose.
  const transport = joined ? undefined : (wishes.transport ?? usualTransport)
  const address = await settleAddress(folder, who, { transport, running: findRunning(pgdata) !== undefined })
  const server: Server = { pgdata, log: folder.log, who, binaries, address }
  if (!joined) await renewSettings(server, settingsText(address, binaries, wishes.settings), wishes.log)
  const password = await readPassword(pgdata)
  const running = await bringUp(server, password, existing === undefined)
  return { folder, server, password, joined, running, lease: claim(folder.claims, 'lease') }
}

/** Write the settings of this start. An orphan that runs with the same is taken over; with others, it is stopped. */
async function renewSettings(
  server: Server,
  settings: string,
  log: (message: string) => void,
): Promise<void> {
  const orphan = findRunning(server.pgdata)
  const same = (await readSettings(server.pgdata)) === settings
  if (orphan !== undefined)
    log(`took over the database that a killed process left${same ? '' : ', with new settings'}`)
  if (same) return
  if (orphan !== undefined) await shutDown(server, orphan)
  await writeSettings(server.pgdata, settings, server.who)
}

/** Have a database that answers: the one that runs, or a new start. */
async function bringUp(server: Server, password: string, isNew: boolean): Promise<Running> {
  for (let lost = 0, unsettled = 0; ;) {
    const running = await untilReady(server)
    try {
      await knock(server.address, password, isNew && lost + unsettled === 0)
      return running
    } catch (error) {
      if (isUnsettled(error) && ++unsettled < unsettledMax) await sleep(100)
      else if ((isRunning(running) && !nobodyListens(error)) || ++lost === lostMax) throw error
      // It runs behind a door that is gone: its socket was deleted. Only a new start makes another.
      else if (isRunning(running)) await shutDown(server, running)
    }
  }
}

async function untilReady(server: Server): Promise<Running> {
  for (;;) {
    const found = findRunning(server.pgdata)
    if (found === undefined) return launch(server)
    if (found.status === 'ready') return found
    if (found.status === 'stopping') await shutDown(server, found)
    else await sleep(10)
  }
}

/** Bring a database back that died, or whose socket was deleted. Another launcher may have been quicker. */
export async function revive(session: Session, log: (message: string) => void): Promise<void> {
  const { server } = session
  if (!existsSync(join(server.pgdata, 'PG_VERSION')))
    throw new Error(`its files in ${server.pgdata} are gone`)
  const found = findRunning(server.pgdata)
  if (!(await canHave(server.address, server.who, found !== undefined))) {
    throw new Error(`its address ${server.address.host} was taken by someone else`)
  }
  session.running = await bringUp(server, session.password, false)
  log('the database had died and runs again')
}

/** Leave; the last one out stops the database. */
export async function leave(session: Session): Promise<void> {
  const { folder, lease, server } = session
  lease.drop()
  if (livingClaims(folder.claims, 'lease').length > 0) return
  const running = findRunning(server.pgdata) ?? session.running
  if (isRunning(running)) await shutDown(server, running)
  await releaseAddress(server.address)
}

/** The same without waiting, for a process that is exiting and can wait for nothing any more. */
export function leaveAtExit({ folder, lease, running }: Session): void {
  lease.drop()
  if (livingClaims(folder.claims, 'lease').length === 0) askToStop(running)
}
