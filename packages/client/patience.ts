/**
 * Sending a request until it is answered: again after a lost connection, and where the service asks to come back later.
 * The same request goes out each time, with the same idempotency key, so that a write happens once.
 */

export interface Patience {
  fetch: typeof globalThis.fetch
  attemptsMax: number
  /** On the clock of `performance.now()`: no pause reaches past it. */
  giveUpAt: number
  /** Aborted when nobody waits any more: at the deadline, or at the caller's word. */
  ended: AbortSignal
}

/** The edge says these when the same request may well succeed in a moment; a proxy says them for a server that restarts. */
const comeBackLater = new Set([429, 502, 503, 504])
const firstPauseMs = 100
const pauseMaxMs = 5_000

/** Send a request patiently. Gives the last reply, read to its end; rejects where none came. */
export async function fetchPatiently(request: Request, patience: Patience): Promise<Response> {
  const { ended } = patience
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt >= patience.attemptsMax
    const reply = await attemptOnce(isLast ? request : request.clone(), patience).catch((error: unknown) => {
      if (isLast || ended.aborted) throw error
      return undefined
    })
    if (reply && (isLast || !comeBackLater.has(reply.status))) return reply
    const pauseMs = Math.max(growing(attempt), askedFor(reply))
    if (reply && performance.now() + pauseMs >= patience.giveUpAt) return reply
    await sleep(pauseMs, ended)
  }
}

/** A reply that breaks off on its way is no reply: the body is read here, where the request can be sent again. */
async function attemptOnce(request: Request, { fetch, ended }: Patience): Promise<Response> {
  const reply = await unlessEnded(fetch(request), ended)
  const body = await unlessEnded(reply.arrayBuffer(), ended)
  const { status, statusText, headers } = reply
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers })
}

/**
 * The work, or the end of waiting for it, whichever is first. A fetch is given the signal as well, and does not always heed it:
 * in Node a cloned request holds its controller weakly, and hears of no abort once memory was tidied.
 */
function unlessEnded<T>(work: Promise<T>, ended: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(ended.reason as Error)
    if (ended.aborted) end()
    ended.addEventListener('abort', end, { once: true })
    void work.then(resolve, reject).finally(() => ended.removeEventListener('abort', end))
  })
}

/** Twice as long each time, and somewhat by chance, so that many clients do not come back at once. */
function growing(attempt: number): number {
  const chance = crypto.getRandomValues(new Uint8Array(1))[0]! / 255
  return Math.min(pauseMaxMs, firstPauseMs * 2 ** (attempt - 1)) * (0.5 + chance / 2)
}

function askedFor(reply: Response | undefined): number {
  const seconds = Number(reply?.headers.get('retry-after') ?? 0)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0
}

/** Wait, or reject as soon as the signal does. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    if (signal?.aborted) return reject(signal.reason as Error)
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
