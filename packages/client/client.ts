/**
 * The SDK: every operation of the API as a typed function, over the generated client. What this file adds is what makes
 * a write safe to ask again: one idempotency key a call, kept over its retries; a bounded number of retries with growing
 * pauses; a deadline; and a "no" that carries its code.
 *
 *     const laisee = createClient({ baseUrl: 'http://127.0.0.1:7860', token })
 *     const packet = await laisee.sendPacket({ body: { kind: 'direct', total: 520, count: 1, recipientIds: [id] } })
 */

import { createClient as createHttpClient, createConfig } from './generated/client/index.ts'
import * as operations from './generated/sdk.gen.ts'
import { readEvents, type EventsAsk, type StreamedEvent } from './events.ts'
import { isProblem, RefusalError, UnansweredError, type Problem } from './errors.ts'
import { fetchPatiently } from './patience.ts'

type Operations = typeof operations
/** The name of an operation: `sendPacket`, `claimPacket`, … */
export type OperationName = keyof Operations

type Asked<Name extends OperationName> = NonNullable<Parameters<Operations[Name]>[0]>
type Answered<Name extends OperationName> = Awaited<ReturnType<Operations[Name]>>
type Fields<Name extends OperationName> = Pick<
  Asked<Name>,
  Extract<keyof Asked<Name>, 'body' | 'path' | 'query'>
>

export interface CallOptions {
  /** Give up after this long, retries included; the client's own where it is not said. */
  deadlineMs?: number
  /** A name for this write of the caller's own choosing, to ask again under, or to cancel by. */
  idempotencyKey?: string
  signal?: AbortSignal
}

/** What an operation takes: its body, path and query, and how patiently to ask. */
export type Ask<Name extends OperationName> = Fields<Name> & CallOptions
type AskOf<Name extends OperationName> = object extends Fields<Name> ? [ask?: Ask<Name>] : [ask: Ask<Name>]

/** What an operation answers. */
export type Answer<Name extends OperationName> = Extract<Answered<Name>, { error: undefined }>['data']

/** The problems an operation may answer with, told apart by `code`. */
export type ProblemOf<Name extends OperationName> = Exclude<
  Extract<Answered<Name>, { data: undefined }>['error'],
  undefined
>

/** An answer or a refusal, as a value. */
export type Settled<Name extends OperationName> =
  { ok: true; data: Answer<Name> } | { ok: false; refusal: RefusalError<ProblemOf<Name>> }

/** A client of one caller: every operation by its name. */
export type Laisee = {
  /** Ask, and give the answer. Throws RefusalError for a "no", UnansweredError where none came. */
  [Name in OperationName]: (...ask: AskOf<Name>) => Promise<Answer<Name>>
} & {
  /** Ask, and give the answer or the "no" as a value. Throws UnansweredError where neither came. */
  settle<Name extends OperationName>(name: Name, ...ask: AskOf<Name>): Promise<Settled<Name>>
  /** What happens, as it happens; goes on by itself after a lost connection, without a gap. */
  events(ask?: EventsAsk): AsyncGenerator<StreamedEvent, void>
}

export interface ClientOptions {
  /** Where the service listens: `https://pay.example.com`. */
  baseUrl: string
  /** An operator's key, a member's session, or a token signed by a host application. */
  token?: string
  deadlineMs?: number
  /** How often a call is sent at most; 1 for no retries. */
  attemptsMax?: number
  /** Another way to reach the service: for tests, and for proxies of one's own. */
  fetch?: typeof globalThis.fetch
}

const deadlineDefaultMs = 30_000
const attemptsDefault = 5

interface Reply {
  data?: unknown
  error?: unknown
  response?: Response
}
type Operation = (options: object) => Promise<Reply>

/** Make a client for one caller. It keeps no connection and may be shared. */
export function createClient(options: ClientOptions): Laisee {
  const { baseUrl, token, attemptsMax = attemptsDefault, fetch = globalThis.fetch } = options
  const client = createHttpClient(
    createConfig({ baseUrl: baseUrl.replace(/\/+$/, ''), ...(token === undefined ? {} : { auth: token }) }),
  )

  async function settle(
    name: OperationName,
    ask: CallOptions = {},
  ): Promise<{ ok: boolean; data?: unknown; refusal?: unknown }> {
    const {
      deadlineMs = options.deadlineMs ?? deadlineDefaultMs,
      idempotencyKey = crypto.randomUUID(),
      signal,
      ...fields
    } = ask
    const giveUpAt = performance.now() + deadlineMs
    const ended = AbortSignal.any([AbortSignal.timeout(deadlineMs), ...(signal ? [signal] : [])])
    const { data, error, response } = await (operations[name] as unknown as Operation)({
      ...fields,
      client,
      signal: ended,
      headers: { 'Idempotency-Key': idempotencyKey, ...typeOf(fields) },
      fetch: (request: Request) => fetchPatiently(request, { fetch, attemptsMax, giveUpAt, ended }),
    })
    if (response?.ok && error === undefined)
      return { ok: true, data: response.status === 204 ? undefined : data }
    if (response && !response.ok && isProblem(error))
      return { ok: false, refusal: new RefusalError(name, error) }
    throw new UnansweredError(name, {
      idempotencyKey,
      status: response?.status,
      cause: ended.aborted ? ended.reason : error,
    })
  }

  async function call(name: OperationName, ask?: CallOptions): Promise<unknown> {
    const settled = await settle(name, ask)
    if (!settled.ok) throw settled.refusal
    return settled.data
  }

  const names = Object.keys(operations) as OperationName[]
  const calls: Record<string, unknown> = Object.fromEntries(
    names.map((name) => [name, (ask?: CallOptions) => call(name, ask)]),
  )
  const events = (ask?: EventsAsk) => readEvents({ baseUrl, token, fetch }, ask)
  return { ...calls, settle, events } as unknown as Laisee
}

/** A body of bytes goes as what it says it is. */
function typeOf(fields: object): { 'Content-Type'?: string } {
  const body = 'body' in fields ? fields.body : undefined
  return body instanceof Blob && body.type !== '' ? { 'Content-Type': body.type } : {}
}

export { RefusalError, UnansweredError, type Problem }
