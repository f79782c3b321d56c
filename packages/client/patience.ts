/**
 * Sending a request until it is answered: again after a lost connection, and where the service asks to come back later.
 * The same request goes out each time, with the same idempotency key, so that a write happens once.
 */

export interface Patience {
  fetch: typeof globalThis.fetch
  attemptsMax: number
  /** On the clock of `performance.now()`: no pause reaches past it. */
  giveUpAt: number
}

/** The edge says these when the same request may well succeed in a moment; a proxy says them for a server that restarts. */
const comeBackLater = new Set([429, 502, 503, 504])
const firstPauseMs = 100
const pauseMaxMs = 5_000

/** Send a request patiently. Gives the last reply, read to its end; rejects where none came. */
export async function fetchPatiently(request: Request, patience: Patience): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt >= patience.attemptsMax
    const reply = await attemptOnce(isLast ? request : request.clone(), patience).catch((error: unknown) => {
      if (isLast || request.signal.aborted) throw error
      return undefined
    })
    if (reply && (isLast || !comeBackLater.has(reply.status))) return reply
    const pauseMs = Math.max(growing(attempt), askedFor(reply))
    if (reply && performance.now() + pauseMs >= patience.giveUpAt) return reply
    await sleep(pauseMs, request.signal)
  }
}

/** A reply that breaks off on its way is no reply: the body is read here, where the request can be sent again. */
async function attemptOnce(request: Request, { fetch }: Patience): Promise<Response> {
  const reply = await fetch(request)
  const body = await reply.arrayBuffer()
  const { status, statusText, headers } = reply
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers })
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
