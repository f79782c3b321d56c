/**
 * What a route may refuse, as its description says it: the domain's refusals that it lists and those of the edge, one
 * response a status, one type a code, so that the SDK's callers get them as a union.
 */

import { refusals, type RefusalCode } from '@laisee/core/refusals.ts'
import type { Components, Json } from './openapi.ts'
import { problemAddress, problemType } from './problem.ts'
import type { Route } from './route.ts'

const openEdge: readonly RefusalCode[] = ['too_many_requests', 'invalid_request', 'unavailable']
const namedEdge: readonly RefusalCode[] = ['unauthenticated', 'forbidden']
const bodyEdge: readonly RefusalCode[] = ['body_too_large', 'unsupported_media_type', 'malformed_json']
const keyEdge: readonly RefusalCode[] = [
  'idempotency_key_missing',
  'idempotency_key_reused',
  'canceled_before_arrival',
]

/** Whether a route's answer is kept under an idempotency key. */
export function isKept(route: Route): boolean {
  return route.method !== 'GET' && route.idempotent === 'key'
}

/** Every refusal a route may give, the edge's among them, in order of precedence. */
export function refusalsOf(route: Route): RefusalCode[] {
  const codes = new Set<RefusalCode>([...openEdge, ...route.refusals])
  if (!route.callers.includes('public')) for (const code of namedEdge) codes.add(code)
  if (route.method !== 'GET') for (const code of bodyEdge) codes.add(code)
  if (isKept(route)) for (const code of keyEdge) codes.add(code)
  if (route.demoOnly) codes.add('demo_only')
  return (Object.keys(refusals) as RefusalCode[]).filter((code) => codes.has(code))
}

/** One response a status; within it one type a code. A response of one code is a component of its own. */
export function problemsOf(route: Route, parts: Components): Json {
  const byStatus = new Map<number, string[]>([[500, ['internal']]])
  for (const code of refusalsOf(route)) {
    const { status } = refusals[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const responses: Json = {}
  for (const [status, codes] of byStatus) {
    const refs = codes.map((code) => problemRef(code, status, parts))
    const description = codes.map(titleOf).join('; ')
    const schema = refs.length === 1 ? refs[0] : { oneOf: refs }
    const response = { description, content: { [problemType]: { schema } } }
    if (codes.length > 1) responses[status] = response
    else {
      const name = problemName(codes[0]!)
      parts.responses.set(name, response)
      responses[status] = { $ref: `#/components/responses/${name}` }
    }
  }
  return responses
}

function titleOf(code: string): string {
  return code === 'internal' ? 'Something went wrong on our side' : refusals[code as RefusalCode].title
}

function problemRef(code: string, status: number, parts: Components): Json {
  const name = problemName(code)
  parts.schemas.set(name, problemSchema(code, status, titleOf(code)))
  return { $ref: `#/components/schemas/${name}` }
}

function problemName(code: string): string {
  return `${code.replaceAll(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}Problem`
}

const fieldErrors = {
  type: 'array',
  description: 'The fields at fault.',
  items: {
    type: 'object',
    properties: { field: { type: 'string' }, message: { type: 'string' } },
    required: ['field', 'message'],
  },
}

function problemSchema(code: string, status: number, title: string): Json {
  const isFields = code === 'invalid_request'
  return {
    type: 'object',
    description: title,
    properties: {
      type: { type: 'string', const: problemAddress(code) },
      title: { type: 'string' },
      status: { type: 'integer', const: status },
      code: { type: 'string', const: code },
      detail: { type: 'string' },
      requestId: { type: 'string' },
      ...(isFields && { errors: fieldErrors }),
    },
    required: ['type', 'title', 'status', 'code', 'detail', 'requestId', ...(isFields ? ['errors'] : [])],
    additionalProperties: true,
  }
}
