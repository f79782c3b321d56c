/**
 * A real PostgreSQL of one's own, from a folder's name: made at the first start, durable from the first commit,
 * closed to other users of the machine.
 *
 * Every process that starts the same folder shares one database. Nobody owns it: each holds a lease that ends with
 * its process, whoever finds the database dead starts it again at the same address, and the last one out stops it.
 * So a launcher may stop, or be killed, while others go on undisturbed; a database whose last launcher was killed
 * keeps running until the next start, which takes it over as it is (or starts it anew, if its settings changed).
 */

import { existsSync } from 'node:fs'
import { isOpen, urlOf, type Transport } from './address.ts'
import { databaseName } from './connect.ts'
import { withLock } from './lock.ts'
import { openFolder } from './place.ts'
import { isRunning } from './postmaster.ts'
import { enter, leave, leaveAtExit, revive, waitForElsewhere, type Session } from './session.ts'
import { watch } from './watch.ts'

export interface EmbeddedPostgres {
  /** For the `pg` driver and libpq: a Unix socket, or a loopback port where there are none. Kept across restarts. */
  readonly url: string
  /** Where the database's files really lie. */
  readonly dataDir: string
  /** Whether another launcher was using the database already. */
  readonly joined: boolean
  /** Leave; the last one out stops the database. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  dataDir: string
  log?: (message: string) => void
  /** More lines for postgresql.conf. Whoever starts the database decides; one who joins takes it as it is. */
  settings?: Record<string, string>
  /** A Unix socket, or a loopback port (the only way on Windows). */
  transport?: Transport
}

const sessions = new Set<Session>()

function whenExiting(): void {
  for (const session of sessions) leaveAtExit(session)
}

/** Start the database of a folder, or join it where it runs already. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { settings = {}, transport, log = () => undefined } = options
  const folder = await openFolder(options.dataDir)
  await waitForElsewhere(folder, log)
  const session = await withLock(folder.claims, () => enter(folder, { settings, transport, log }))
  const { server } = session
  const watching = watch(
    {
      isWell: () => isRunning(session.running) && isOpen(server.address),
      touch: () => session.lease.touch(),
      revive: () => withLock(folder.claims, () => revive(session, log)),
    },
    log,
  )
  if (sessions.size === 0) process.once('exit', whenExiting)
  sessions.add(session)

  const stop = async (): Promise<void> => {
    await watching.stop()
    // A folder that was deleted under a running database has no lock to take, and nobody to share it with.
    await (existsSync(folder.claims) ? withLock(folder.claims, () => leave(session)) : leave(session))
    sessions.delete(session)
    if (sessions.size === 0) process.off('exit', whenExiting)
  }
  let stopped: Promise<void> | undefined
  return {
    url: urlOf(server.address, session.password, databaseName),
    dataDir: server.pgdata,
    joined: session.joined,
    stop: () => (stopped ??= stop()),
  }
}
