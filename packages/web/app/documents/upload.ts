/** Handing a document in, with how much of it is on its way: `fetch` does not tell that, the older way to send does. */

import { createClient, type Answer } from '@laisee/client/client.ts'
import type { DocumentKind } from '@laisee/core/document.ts'
import { session } from '../session/session.ts'

/** A slow network needs its time for ten megabytes. */
const deadlineMs = 180_000

/** Hand in what a blob holds, as its own type says. Tells how many per cent have left. */
export function handIn(
  kind: DocumentKind,
  blob: Blob,
  onPercent: (percent: number) => void,
): Promise<Answer<'handInDocument'>> {
  const token = session()?.token
  const counted: typeof fetch = (input) => sendCounted(input as Request, onPercent)
  const options = { baseUrl: window.location.origin, deadlineMs, attemptsMax: 3, fetch: counted }
  return createClient(token === undefined ? options : { ...options, token }).handInDocument({
    body: blob,
    query: { kind },
  })
}

async function sendCounted(request: Request, onPercent: (percent: number) => void): Promise<Response> {
  const body = await request.blob()
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open(request.method, request.url)
    request.headers.forEach((value, name) => sending.setRequestHeader(name, value))
    sending.responseType = 'arraybuffer'
    sending.upload.onprogress = ({ loaded, total }) => onPercent(Math.floor((loaded / total) * 100))
    sending.onload = () => {
      const headers = { 'Content-Type': sending.getResponseHeader('Content-Type') ?? '' }
      resolve(new Response(sending.response as ArrayBuffer, { status: sending.status, headers }))
    }
    sending.onerror = () => reject(new TypeError('the network broke off'))
    sending.onabort = () => reject(request.signal.reason as Error)
    request.signal.addEventListener('abort', () => sending.abort(), { once: true })
    sending.send(body)
  })
}
