/** Bodies that are bytes, not JSON: only on a route that says which types it takes. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Route } from './route.ts'

const none = Buffer.alloc(0)

/** What a request's body is said to be, without its parameters. */
function typeOf({ headers }: FastifyRequest): string | undefined {
  return headers['content-type']?.split(';')[0]!.trim().toLowerCase()
}

/** Let the application read bytes of every type that a route takes. How many, the route says. */
export function takeBytes(app: FastifyInstance, routes: readonly Route[]): void {
  const types = [...new Set(routes.flatMap(({ bodyTypes = [] }) => bodyTypes))]
  if (types.length === 0) return
  app.addContentTypeParser(types, { parseAs: 'buffer' }, (request, body, done) => {
    const encoding = request.headers['content-encoding']
    if (encoding === undefined || encoding === 'identity') done(null, body)
    else done(new RefusalError(refuse('unsupported_media_type')))
  })
}

/** Refuse bytes where JSON is taken, and whatever else where bytes are. */
export function failOnBodyType({ bodyTypes }: Route, request: FastifyRequest): void {
  const isBytes = Buffer.isBuffer(request.body)
  const wanted = bodyTypes !== undefined && bodyTypes.includes(typeOf(request) ?? '')
  if (bodyTypes === undefined ? isBytes : !isBytes || !wanted)
    throw new RefusalError(refuse('unsupported_media_type'))
}

/** The body as bytes, none where it is JSON, and what it is said to be. */
export function bytesOf(request: FastifyRequest): { bytes: Buffer; contentType: string | undefined } {
  return { bytes: Buffer.isBuffer(request.body) ? request.body : none, contentType: typeOf(request) }
}
