/**
 * A route is data: method, address, who may call, what goes in and comes out, which refusals it may give, and a
 * handler. The application, the API's description, the SDK's types and the test of every door are made from it.
 */

import type { Static, TObject, TSchema } from 'typebox'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import type { Refusal, RefusalCode } from '@laisee/core/refusals.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import type { Feed } from '../events/feed.ts'
import type { Sink } from '../events/stream.ts'
import type { CallerOf, CallerRule } from './caller.ts'
import type { OwnLimit } from './limits.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * How a write is made safe to ask again: `key` by an Idempotency-Key in the transaction of the write; `natural` by
 * what it does (a claim answers with the share it gave); `read` because it writes nothing.
 */
export type Idempotency = 'key' | 'natural' | 'read'

export type NoFields = TObject<{}>

interface AnyRequest<P, Q, B, C> {
  ctx: Context
  caller: C
  params: P
  query: Q
  body: B
  /** The bytes of a body that is no JSON, on a route that takes such; and what they are said to be. */
  bytes: Buffer
  contentType: string | undefined
  requestId: string
}

interface WriteRequest<P, Q, B, C> extends AnyRequest<P, Q, B, C> {
  /** The transaction that also keeps the answer under the idempotency key. */
  tx: Tx
  /** The key this request is sent under. */
  idempotencyKey: string
  /** Name the packet, transfer or other source this request made, so that it can be cancelled by its key. */
  remember(sourceId: string): void
}

/** A request for server-sent events: `open` answers 200 and begins; whatever is refused is refused before it. */
export interface StreamRequest<P, Q, B, C> extends AnyRequest<P, Q, B, C> {
  feed: Feed
  lastEventId: string | undefined
  open(): Sink
}

/** What a handler is given: only a write under a key has a transaction; all others go through `ctx.db`. */
export type RouteRequest<M extends Method, I extends Idempotency, P, Q, B, C> = M extends 'GET'
  ? AnyRequest<P, Q, B, C>
  : I extends 'key'
    ? WriteRequest<P, Q, B, C>
    : AnyRequest<P, Q, B, C>

export interface RouteDefinition<
  Callers extends readonly [CallerRule, ...CallerRule[]],
  M extends Method,
  R extends TSchema,
  I extends Idempotency,
  P extends TObject,
  Q extends TObject,
  B extends TObject,
> {
  method: M
  /** The address as OpenAPI writes it: `/v1/packets/{id}/recall`. */
  path: `/${string}`
  /** The operation's id, which is also the SDK's function: `recallPacket`. */
  name: string
  summary: string
  /** More than the summary can say, in Markdown. */
  description?: string
  tags: readonly string[]
  /** Who may call: nobody else. */
  callers: Callers
  /** Of the members who may call, those in one of these roles of the organisation: the verb refuses the others. */
  roles?: readonly OrganisationRole[]
  /** A read by which members see what is another's, by an office of theirs: each is told to the log. */
  looksAtOthers?: boolean
  /** Made with `closed({…})` from schemas.ts, as are `query` and `body`: an unknown field is refused by name. */
  params?: P
  query?: Q
  body?: B
  reply: R
  /** 200 where nothing is said. */
  status?: 200 | 201 | 204
  /** The domain's refusals this route may give; those of the edge are added to every route. */
  refusals: readonly RefusalCode[]
  /** Takes locks before the verb is run, which stay where it is refused and undone: until the answer is kept. */
  before?(tx: Tx, caller: CallerOf<Callers[number]>, body: Static<B>): Promise<void>
  /** Told once of a refusal that is kept, in the transaction that keeps it and after the verb was undone. */
  onRefusal?(tx: Tx, caller: CallerOf<Callers[number]>, refusal: Refusal): Promise<void>
  /** `key` where nothing is said. */
  idempotent?: I
  /** Takes bytes of these types as its body, and no JSON. */
  bodyTypes?: readonly string[]
  /** The most bytes its body may have, where that is more than the application takes otherwise. */
  bodyBytesMax?: number
  /** A counter of its own, narrower than the one all routes share. */
  ownLimit?: OwnLimit
  /** Only in a demo world: refused as `demo_only` elsewhere. */
  demoOnly?: boolean
  /** The reply shows a token once: what is kept of it for a repeated request is kept sealed. */
  showsSecret?: boolean
  handle(
    request: RouteRequest<M, I, Static<P>, Static<Q>, Static<B>, CallerOf<Callers[number]>>,
  ): Promise<Static<R>>
  /** Answers the same address where the caller accepts `text/event-stream`. */
  stream?(request: StreamRequest<Static<P>, Static<Q>, Static<B>, CallerOf<Callers[number]>>): Promise<void>
}

/** A route as the application sees it. */
export interface Route {
  readonly method: Method
  readonly path: `/${string}`
  readonly name: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly callers: readonly CallerRule[]
  readonly roles?: readonly OrganisationRole[]
  readonly looksAtOthers?: boolean
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TObject
  readonly reply: TSchema
  readonly status: 200 | 201 | 204
  readonly refusals: readonly RefusalCode[]
  before?(tx: Tx, caller: unknown, body: unknown): Promise<void>
  onRefusal?(tx: Tx, caller: unknown, refusal: Refusal): Promise<void>
  readonly idempotent: Idempotency
  readonly bodyTypes?: readonly string[]
  readonly bodyBytesMax?: number
  readonly ownLimit?: OwnLimit
  readonly demoOnly: boolean
  readonly showsSecret: boolean
  handle(request: WriteRequest<unknown, unknown, unknown, unknown>): Promise<unknown>
  stream?(request: StreamRequest<unknown, unknown, unknown, unknown>): Promise<void>
}

/** Declare a route. Throws where its path and its parameters differ, or where a schema lets unknown fields in. */
export function route<
  const Callers extends readonly [CallerRule, ...CallerRule[]],
  const M extends Method,
  R extends TSchema,
  const I extends Idempotency = 'key',
  P extends TObject = NoFields,
  Q extends TObject = NoFields,
  B extends TObject = NoFields,
>(definition: RouteDefinition<Callers, M, R, I, P, Q, B>): Route {
  const named = [...definition.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const declared = Object.keys(definition.params?.properties ?? {})
  if (named.join() !== declared.join())
    throw new Error(`${definition.name}: the path names ${named.join()}, params ${declared.join()}`)
  for (const part of ['params', 'query', 'body'] as const)
    failIfOpen(definition[part], `${definition.name}.${part}`)
  const { status = 200, idempotent = 'key', demoOnly = false, showsSecret = false } = definition
  return { ...definition, status, idempotent, demoOnly, showsSecret } as unknown as Route
}

/** Every object of an input says what it takes: a field nobody declared is refused, never dropped. */
function failIfOpen(schema: unknown, at: string): void {
  if (typeof schema !== 'object' || schema === null) return
  const { type, additionalProperties } = schema as { type?: unknown; additionalProperties?: unknown }
  if (type === 'object' && additionalProperties === undefined)
    throw new Error(`${at} takes unknown fields: make it with closed()`)
  for (const [key, part] of Object.entries(schema)) failIfOpen(part, `${at}.${key}`)
}
