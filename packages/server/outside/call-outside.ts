/**
 * One request to an address outside. The address is looked at after its name was resolved and where the connection is
 * made, so that no name leads inside by a second answer; nothing is followed elsewhere; an answer is read up to a bound
 * and waited for up to a time. It is never called inside a transaction.
 */

import { lookup } from 'node:dns'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP, type BlockList, type LookupFunction } from 'node:net'
import { failIfInside } from '../db/open-tx.ts'
import { mayCall } from './networks.ts'

export interface OutsideAsk {
  /** `https:`, or `http:` to a network that the settings open. */
  url: string
  contentType: string
  body: string | Uint8Array
  /** Networks of one's own that may be called. */
  opened: BlockList
  timeoutMs?: number
  answerBytesMax?: number
}

export interface OutsideAnswer {
  status: number
  contentType: string
  body: Buffer
}

/** Why nothing was sent, or no answer came. */
export class OutsideError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'OutsideError'
  }
}

const timeoutDefaultMs = 10_000
const answerBytesDefault = 65_536

/** POST it, and give the answer whatever its status. Rejects with an OutsideError. */
export async function callOutside(ask: OutsideAsk): Promise<OutsideAnswer> {
  failIfInside()
  const url = readUrl(ask.url)
  const signal = AbortSignal.timeout(ask.timeoutMs ?? timeoutDefaultMs)
  try {
    const response = await send(url, ask, signal)
    const body = await readAnswer(response, ask.answerBytesMax ?? answerBytesDefault)
    return { status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', body }
  } catch (error) {
    if (error instanceof OutsideError) throw error
    throw new OutsideError(`${url.host} did not answer`, { cause: error })
  }
}

function readUrl(text: string): URL {
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new OutsideError(`${text} is not an address to call`)
  if (url.username !== '' || url.password !== '')
    throw new OutsideError('an address to call carries no name and no password')
  return url
}

function send(url: URL, ask: OutsideAsk, signal: AbortSignal): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:'
  const mayReach = (address: string) =>
    isSecure ? mayCall(address, ask.opened) : ask.opened.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) !== 0 && !mayReach(host)) throw new OutsideError(`${host} may not be called`)
  const body = Buffer.from(ask.body)
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestSecure : requestPlain)(url, {
      method: 'POST',
      agent: false,
      signal,
      lookup: guarded(mayReach),
      headers: { 'content-type': ask.contentType, 'content-length': body.length, 'user-agent': 'laisee' },
    })
    request.on('response', resolve)
    request.on('error', reject)
    request.end(body)
  })
}

/** Resolves a name to the addresses that may be called; one that may not is as if there were no name. */
function guarded(mayReach: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const reached = addresses.filter(({ address }) => mayReach(address))
      const [first] = reached
      if (first === undefined || reached.length < addresses.length)
        return callback(new OutsideError(`${hostname} leads to an address that may not be called`), '', 0)
      if (options.all) return callback(null, reached)
      return callback(null, first.address, first.family)
    })
  }
}

async function readAnswer(response: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > bytesMax) {
      response.destroy()
      throw new OutsideError(`an answer of more than ${bytesMax} bytes`)
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}
