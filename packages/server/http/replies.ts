/** What every reply carries, and how every error leaves: one place, so that no path answers in another manner. */

import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '@laisee/core/refusals.ts'
import type { Log } from '../context.ts'
import { problemFor } from './errors.ts'
import { problemAddress, problemOf, problemType, type Problem } from './problem.ts'
import type { Route } from './route.ts'

/** Answer with a problem. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  reply.code(problem.status).type(problemType)
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="laisee"')
  if (problem.status === 429 || problem.status === 503)
    reply.header('retry-after', String(Number(problem.retryAfterS ?? 1)))
  return reply.send(JSON.stringify(problem))
}

/** Every reply names its request, is not kept by anyone on the way, and is taken for nothing but what it says it is. */
export function addReplyHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.setHeader('x-request-id', request.id)
    reply.raw.setHeader('x-content-type-options', 'nosniff')
    reply.raw.setHeader('cache-control', 'no-store')
    done()
  })
}

/** Every error leaves as a problem: what the framework finds, what a handler throws, and addresses nobody answers. */
export function addProblems(app: FastifyInstance, log: Log, routes: readonly Route[]): void {
  const addresses = routes.map(({ path, method }) => ({ method, form: formOf(path) }))
  app.setErrorHandler((error, request, reply) => sendProblem(reply, problemFor(error, request.id, log)))
  app.setNotFoundHandler((request, reply) => sendProblem(reply, notFound(request, reply)))

  function notFound(request: FastifyRequest, reply: FastifyReply): Problem {
    const path = request.url.split('?')[0]!
    const methods = new Set(addresses.filter(({ form }) => form.test(path)).map(({ method }) => method))
    // An id too long for the router is at no address, though the method is right.
    if (methods.size === 0 || methods.has(request.method as Route['method']))
      return problemOf(refuse('not_found', { detail: 'There is nothing at this address' }), request.id)
    reply.header('allow', [...methods].sort().join(', '))
    return problemOf(refuse('method_not_allowed', { allowed: [...methods].sort() }), request.id)
  }
}

function formOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}

const parserRefusals: Record<
  string,
  { status: string; code: 'invalid_request' | 'unavailable'; detail: string }
> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    code: 'invalid_request',
    detail: 'The headers are too long',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    code: 'unavailable',
    detail: 'The request took too long to arrive',
  },
}

/** A request that cannot be read as HTTP never reaches the application: it is answered on the socket, and closed. */
export function answerUnreadable(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const fallback = {
    status: '400 Bad Request',
    code: 'invalid_request',
    detail: 'The request is not valid HTTP',
  }
  const { status, code, detail } = parserRefusals[error.code ?? ''] ?? fallback
  const problem = {
    type: problemAddress(code),
    title: detail,
    status: Number(status.slice(0, 3)),
    code,
    detail,
  }
  const body = JSON.stringify(problem)
  const head = `HTTP/1.1 ${status}\r\nContent-Type: ${problemType}\r\nContent-Length: ${Buffer.byteLength(body)}`
  socket.end(`${head}\r\nConnection: close\r\n\r\n${body}`)
}
