/**
 * Routes as data become routes of the application: door, reading, validation, the transaction and its idempotency,
 * reply by schema. What a feature writes is the handler alone.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { noteAccess } from '../access/note-access.ts'
import type { Context } from '../context.ts'
import type { Feed } from '../events/feed.ts'
import type { Gate } from '../keys/gate.ts'
import { doorOf } from './door.ts'
import { fieldRefusal } from './errors.ts'
import { answerOnce, requestHashOf, type Answer, type KeptAnswer } from './idempotency.ts'
import type { Limits } from './limits.ts'
import { accessOf } from './looking.ts'
import { isKept } from './openapi-problems.ts'
import { problemOf, problemType } from './problem.ts'
import { bytesOf, failOnBodyType } from './body-type.ts'
import { queryReader } from './query.ts'
import type { Route } from './route.ts'
import { closed } from './schemas.ts'
import { createSeal, type Seal } from './sealed-answer.ts'
import type { StreamDesk } from './stream-desk.ts'

/** What the application's parts are handed. */
export interface Edge {
  ctx: Context
  gate: Gate
  limits: Limits
  feed: Feed
  streams: StreamDesk
}

const jsonType = 'application/json; charset=utf-8'

/** Add routes to the application. */
export function registerRoutes(app: FastifyInstance, edge: Edge, routes: readonly Route[]): void {
  const seal = createSeal(edge.ctx.secrets)
  for (const route of routes) {
    const { params, query, body, reply } = route
    app.route({
      method: route.method,
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      schema: {
        ...(params && { params }),
        querystring: query ?? noFields,
        ...(body && { body }),
        ...(route.status !== 204 && { response: { [route.status]: reply } }),
      },
      ...(route.bodyBytesMax !== undefined && { bodyLimit: route.bodyBytesMax }),
      onRequest: doorOf(route, { gate: edge.gate, limits: edge.limits, demo: edge.ctx.demo }),
      preValidation: readerOf(route),
      handler: isKept(route) ? writeHandler(route, edge, seal) : readHandler(route, edge),
    })
  }
}

const noFields = closed({})

/** A query's numbers are read; a body that may be empty may be left out, and one that nobody takes is refused. */
function readerOf(route: Route): (request: FastifyRequest) => Promise<void> {
  const readQuery = queryReader(route.query ?? noFields)
  const mayBeEmpty = route.body !== undefined && !(route.body as { required?: string[] }).required?.length
  return async (request) => {
    failOnBodyType(route, request)
    request.query = readQuery(request.query as Record<string, unknown>)
    if (request.body === undefined && mayBeEmpty) request.body = {}
    if (route.body === undefined && route.method !== 'GET' && !route.bodyTypes) failOnBody(request.body)
  }
}

function failOnBody(body: unknown): void {
  if (body === undefined || body === null) return
  const fields = typeof body === 'object' && !Array.isArray(body) ? Object.keys(body) : ['body']
  if (fields.length === 0) return
  throw new RefusalError(fieldRefusal(fields.map((field) => ({ field, message: 'is not a known field' }))))
}

function askOf(edge: Edge, request: FastifyRequest) {
  const { params, query, body, id } = request
  const { caller } = request.entrance!
  return { ctx: edge.ctx, caller, params, query, body, ...bytesOf(request), requestId: id }
}

function readHandler(route: Route, edge: Edge): RouteHandlerMethod {
  return async (request, reply) => {
    const ask = askOf(edge, request)
    const access = accessOf(route, ask)
    if (route.stream && edge.streams.wanted(request)) {
      if (access) await noteAccess(edge.ctx.db, access, request.id)
      await edge.streams.serve(request, reply, (streaming) => route.stream!({ ...ask, ...streaming }))
      return reply
    }
    const answer = await route.handle(ask as Parameters<Route['handle']>[0])
    if (access) await noteAccess(edge.ctx.db, access, request.id)
    reply.code(route.status)
    return route.status === 204 ? reply.send() : answer
  }
}

function writeHandler(route: Route, edge: Edge, seal: Seal): RouteHandlerMethod {
  return async (request, reply) => {
    const { actorId } = request.entrance!
    const key = idempotencyKeyOf(request)
    const answer = await answerOnce(edge.ctx.db, {
      actorId,
      key,
      requestHash: requestHashOf(request.method, request.url, request.body),
      ...(route.showsSecret && { seal }),
      before: async (tx) => route.before?.(tx, request.entrance!.caller, request.body),
      refused: (tx, refusal) => route.onRefusal?.(tx, request.entrance!.caller, refusal) ?? Promise.resolve(),
      tell: (refusal) => ({
        status: problemOf(refusal, request.id).status,
        body: JSON.stringify(problemOf(refusal, request.id)),
      }),
      async run(tx, remember) {
        const done = await route.handle({ ...askOf(edge, request), tx, idempotencyKey: key, remember })
        return answerOf(route, reply, done)
      },
    })
    return sendAnswer(reply, answer)
  }
}

/** The reply is written out inside the transaction: one that its schema refuses undoes what it would have told. */
function answerOf(route: Route, reply: FastifyReply, done: unknown): Answer {
  if (route.status === 204) return { status: 204, body: null }
  return {
    status: route.status,
    body: reply.serializeInput(done as Record<string, unknown>, String(route.status)) as string,
  }
}

function sendAnswer(reply: FastifyReply, answer: KeptAnswer): FastifyReply {
  reply.code(answer.status)
  if (answer.replayed) reply.header('idempotency-replayed', 'true')
  if (answer.body === null) return reply.send()
  return reply.type(answer.status >= 400 ? problemType : jsonType).send(answer.body)
}

const keyForm = /^[\x21-\x7e]{1,255}$/

function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (key === undefined || key === '') throw new RefusalError(refuse('idempotency_key_missing'))
  if (typeof key === 'string' && keyForm.test(key)) return key
  throw new RefusalError(
    fieldRefusal([{ field: 'Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters' }]),
  )
}
