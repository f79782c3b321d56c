/**
 * Closing without cutting anyone off: requests that run are answered, then every connection is closed, also those that
 * a browser opened ahead and never used, which would hold the server for a minute.
 */

import type { Server } from 'node:http'

const lookMs = 25
const patienceMs = 10_000

/** Watch a server's requests. Gives the function that closes its connections once all of them are answered. */
export function watchRequests(server: Server): () => Promise<void> {
  let running = 0
  server.on('request', (_request, response) => {
    running += 1
    response.once('close', () => (running -= 1))
  })
  return async () => {
    const until = performance.now() + patienceMs
    while (running > 0 && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    server.closeAllConnections()
  }
}
