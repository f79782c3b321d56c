/** A sheet as a PDF, rendered in a thread of its own that ends by itself when nobody has asked for a while. */

import { Worker } from 'node:worker_threads'
import type { Sheet } from '@laisee/core/documents/sheet.ts'

interface Waiting {
  resolve(bytes: Uint8Array): void
  reject(error: Error): void
}

interface Answer {
  no: number
  bytes?: Uint8Array
  error?: string
}

interface Desk {
  worker: Worker
  waiting: Map<number, Waiting>
  idle: NodeJS.Timeout | undefined
}

const idleMs = 30_000
let desk: Desk | undefined
let last = 0

/** Render a sheet. The same sheet gives the same bytes. */
export function renderSheet(sheet: Sheet): Promise<Uint8Array> {
  const { worker, waiting, idle } = (desk ??= openDesk())
  clearTimeout(idle)
  worker.ref()
  const no = ++last
  return new Promise((resolve, reject) => {
    waiting.set(no, { resolve, reject })
    worker.postMessage({ no, sheet })
  })
}

function openDesk(): Desk {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url))
  const opened: Desk = { worker, waiting: new Map(), idle: undefined }
  worker.on('message', ({ no, bytes, error }: Answer) => {
    const asked = opened.waiting.get(no)
    opened.waiting.delete(no)
    if (bytes) asked?.resolve(bytes)
    else asked?.reject(new Error(error))
    if (opened.waiting.size > 0) return
    worker.unref()
    opened.idle = setTimeout(() => close(opened), idleMs).unref()
  })
  const fail = (error: Error) => {
    close(opened)
    for (const { reject } of opened.waiting.values()) reject(error)
    opened.waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the thread that renders documents ended')))
  return opened
}

function close(opened: Desk): void {
  if (desk === opened) desk = undefined
  void opened.worker.terminate()
}
