/**
 * Calling the service in a test as its users do, with every reply held to its route: a success to the reply's schema,
 * a refusal to the codes the route says it may give.
 */

import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import { refusals, type RefusalCode } from '@laisee/core/refusals.ts'
import { refusalsOf } from '../http/openapi-problems.ts'
import type { Method, Route } from '../http/route.ts'
import { routes as everyRoute } from '../routes.ts'

export interface Reply {
  status: number
  body: Record<string, unknown>
  headers: Record<string, unknown>
  /** The body as it came. */
  text: string
}

export interface CallOptions {
  body?: unknown
  /** A new one where none is given; null for none at all. */
  key?: string | null
  headers?: Record<string, string>
}

export type Call = (method: Method, url: string, options?: CallOptions) => Promise<Reply>

/** Calls under a token, or without one. */
export function callerOf(app: FastifyInstance, token?: string, routes: readonly Route[] = everyRoute): Call {
  return async (method, url, { body, key = randomUUID(), headers = {} } = {}) => {
    const response = await app.inject({
      method,
      url,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(method !== 'GET' && key !== null && { 'idempotency-key': key }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    })
    const text = response.body
    const reply = {
      status: response.statusCode,
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
      headers: response.headers,
      text,
    }
    hold(reply, method, url, routes)
    return reply
  }
}

function hold(reply: Reply, method: Method, url: string, routes: readonly Route[]): void {
  const path = url.split('?')[0]!
  const route = routes.find((one) => one.method === method && formOf(one.path).test(path))
  if (route === undefined) return
  if (reply.status >= 400) return holdProblem(reply, route)
  if (reply.status !== route.status)
    throw new Error(`${route.name} answered ${reply.status}, not ${route.status}`)
  if (route.status !== 204 && !Value.Check(route.reply, reply.body)) {
    const [first] = Value.Errors(route.reply, reply.body)
    throw new Error(
      `${route.name} answered what its schema does not say: ${JSON.stringify(first)} in ${reply.text}`,
    )
  }
}

function holdProblem({ status, body, headers, text }: Reply, route: Route): void {
  const code = body.code as RefusalCode
  const isSaid = refusalsOf(route).includes(code)
  if (!isSaid) throw new Error(`${route.name} does not say that it may answer ${text}`)
  if (refusals[code].status !== status || body.status !== status)
    throw new Error(`${code} has another status than ${status}`)
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    throw new Error(`${code} is no problem+json`)
  if (body.requestId === undefined || body.title === undefined)
    throw new Error(`${code} lacks a part: ${text}`)
}

function formOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}
