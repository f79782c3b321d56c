/**
 * The API's description (OpenAPI 3.1), made from the routes and from nothing else. Every operation lists the refusals
 * it may give, each a type of its own by its code, so that the SDK's callers get them as a union. The same routes
 * give the same text: its diff is the review of the API.
 */

import type { TSchema } from 'typebox'
import { isKept, problemsOf } from './openapi-problems.ts'
import type { Route } from './route.ts'
import { version } from '../version.ts'

export type Json = Record<string, unknown>

/** What operations share, by name. */
export interface Components {
  schemas: Map<string, Json>
  responses: Map<string, Json>
}

/** The description of these routes. */
export function openapiOf(routes: readonly Route[]): Json {
  const parts: Components = { schemas: new Map(), responses: new Map() }
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = (paths[route.path] ??= {})
    path[route.method.toLowerCase()] = operationOf(route, parts)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Laisee',
      version,
      summary: 'Red packets and transfers that can be taken back.',
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.flatMap((route) => route.tags))].map((name) => ({ name })),
    paths: sorted(paths),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An operator’s key, a member’s session, or a token signed by a host application.',
        },
      },
      parameters: { IdempotencyKey: idempotencyKey },
      headers: { IdempotencyReplayed: idempotencyReplayed },
      schemas: sorted(Object.fromEntries(parts.schemas)),
      responses: sorted(Object.fromEntries(parts.responses)),
    },
  }
}

/** The description as the repository keeps it and the server serves it. */
export function openapiText(routes: readonly Route[]): string {
  return `${JSON.stringify(openapiOf(routes), null, 2)}\n`
}

const introduction = [
  'Money is an integer of minor units (fen). Moments are RFC 3339. Unknown fields are refused by name.',
  '',
  'Every write takes an `Idempotency-Key`: asked again, the same request gets the same answer, with',
  '`Idempotency-Replayed: true`. A claim needs none: asked again, it answers with the share it gave; nor does an',
  'evidence pack, which is the same while nothing new has happened.',
  '',
  'Whatever is refused is answered as `application/problem+json` (RFC 9457) with a `code` that never changes its',
  'meaning; where several apply, the first in the list of codes is the answer.',
].join('\n')

function operationOf(route: Route, parts: Components): Json {
  const parameters = [
    ...parametersIn('path', route.params, parts),
    ...parametersIn('query', route.query, parts),
    ...(isKept(route) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ]
  return {
    operationId: route.name,
    summary: route.summary,
    description: [route.description, callersInWords(route)].filter((part) => part !== undefined).join('\n\n'),
    tags: route.tags,
    security: route.callers.includes('public') ? [] : [{ bearer: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: bodyOf(route.body, parts) }),
    ...(route.bodyTypes && { requestBody: bytesOf(route.bodyTypes) }),
    responses: { ...successOf(route, parts), ...problemsOf(route, parts) },
  }
}

function callersInWords(route: Route): string {
  const words = route.callers.map((rule) => {
    if (rule === 'member') return 'a member'
    return rule === 'public' ? 'anyone' : `an operator with \`${rule.slice('operator:'.length)}\``
  })
  return `Callers: ${words.join(', ')}.${route.demoOnly ? ' In a demo world only.' : ''}`
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A name for this request, new for each: asked again under it, the answer is the same.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
}

const idempotencyReplayed = {
  description: '`true` where the answer was given before.',
  schema: { type: 'string', enum: ['true'] },
}

function parametersIn(place: 'path' | 'query', object: TSchema | undefined, parts: Components): Json[] {
  const { properties = {}, required = [] } = (object ?? {}) as {
    properties?: Record<string, TSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, part]) => {
    const { description, ...schema } = lift(part, parts) as { description?: string }
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(description !== undefined && { description }),
      schema,
    }
  })
}

function bodyOf(body: TSchema, parts: Components): Json {
  const { required = [] } = body as { required?: string[] }
  return { required: required.length > 0, content: { 'application/json': { schema: lift(body, parts) } } }
}

/** A body of bytes, of one of these types. */
function bytesOf(types: readonly string[]): Json {
  const schema = { type: 'string', format: 'binary' }
  return { required: true, content: Object.fromEntries(types.map((type) => [type, { schema }])) }
}

function successOf(route: Route, parts: Components): Json {
  const headers = isKept(route)
    ? { 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } }
    : undefined
  const content = {
    'application/json': { schema: lift(route.reply, parts) },
    ...(route.stream && {
      'text/event-stream': { schema: { type: 'string', description: 'Frames of server-sent events.' } },
    }),
  }
  const hasContent = route.status !== 204
  return {
    [route.status]: {
      description: hasContent ? 'Done.' : 'Done; there is nothing to say.',
      ...(headers && { headers }),
      ...(hasContent && { content }),
    },
  }
}

/** A schema with every named object in it replaced by a reference to its one component. */
function lift(schema: unknown, parts: Components): unknown {
  if (Array.isArray(schema)) return schema.map((part) => lift(part, parts))
  if (typeof schema !== 'object' || schema === null) return schema
  const lifted = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, lift(part, parts)]))
  if (typeof lifted.title !== 'string' || lifted.type !== 'object') return lifted
  const { title, ...component } = lifted
  const known = parts.schemas.get(title as string)
  if (known && JSON.stringify(known) !== JSON.stringify(component))
    throw new Error(`two schemas are named ${title}`)
  parts.schemas.set(title as string, component)
  return { $ref: `#/components/schemas/${title}` }
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
