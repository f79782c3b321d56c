/** Listening to a stream of events in a test, over a real connection, frame by frame. */

export interface Frame {
  id?: string
  event?: string
  data: Record<string, unknown>
}

export interface Listening {
  status: number
  /** Every frame so far. */
  frames: Frame[]
  /** The events among them, without `ready` and `end`. */
  events(): Frame[]
  /** Wait until a condition on the frames holds; fails after ten seconds with what was heard. */
  until(condition: (frames: Frame[]) => boolean): Promise<void>
  /** Resolves when the server has closed the stream. */
  closed: Promise<void>
  stop(): void
}

const patienceMs = 10_000

/** Open a stream. Resolves when the server has answered; `until` waits for what comes. */
export async function listen(url: string, token: string, lastEventId?: string): Promise<Listening> {
  const abort = new AbortController()
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'text/event-stream',
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  }
  const response = await fetch(url, { headers, signal: abort.signal })
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  const closed = read(response, frames, () => {
    for (const wake of waiting) wake()
  })

  function until(condition: (frames: Frame[]) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`not heard in ten seconds; heard ${JSON.stringify(frames).slice(0, 2_000)}`))
      }, patienceMs)
      const look = () => {
        if (!condition(frames)) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  }

  return {
    status: response.status,
    frames,
    events: () => frames.filter((frame) => frame.event === undefined),
    until,
    closed,
    stop: () => abort.abort(),
  }
}

async function read(response: Response, frames: Frame[], heard: () => void): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const part of response.body!) {
      text += decoder.decode(part as Uint8Array, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) {
        const frame = frameOf(block)
        if (frame) frames.push(frame)
      }
      heard()
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError' && !/terminated/.test((error as Error).message)) throw error
  }
  heard()
}

function frameOf(block: string): Frame | undefined {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const data = fields.get('data')
  if (data === undefined) return undefined
  const [id, event] = [fields.get('id'), fields.get('event')]
  return {
    data: JSON.parse(data) as Record<string, unknown>,
    ...(id !== undefined && { id }),
    ...(event !== undefined && { event }),
  }
}
