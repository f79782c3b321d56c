/**
 * A launcher in a process of its own, for tests that kill one: it starts what its argument says, writes one line of
 * JSON when it is ready, and obeys "stop" (leave) and "end" (finish without leaving) on its input.
 */

import { startEmbedded } from '../start-embedded.ts'

interface Orders {
  dataDir: string
  /** Become this user first, as if it had started us. */
  uid?: number
  gid?: number
  settings?: Record<string, string>
}

const { uid, gid, ...options } = JSON.parse(process.argv[2]!) as Orders
if (gid !== undefined) {
  process.setgroups?.([gid])
  process.setgid?.(gid)
}
if (uid !== undefined) process.setuid?.(uid)

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

try {
  const log: string[] = []
  const database = await startEmbedded({ ...options, log: (message) => log.push(message) })
  say({ url: database.url, dataDir: database.dataDir, joined: database.joined, log })
  process.stdin.once('data', (order) => {
    process.stdin.destroy()
    if (order.toString().trim() === 'stop') void database.stop().then(() => say({ stopped: true }))
  })
} catch (error) {
  say({ failed: (error as Error).message })
}
