/** A request that a route's schemas accept, and every way to spoil one of its fields, made from the schemas alone. */

import type { TSchema } from 'typebox'

interface Shape {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  minItems?: number
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

const idBody = '0123456789abcdefghjkmnpqrs'

/** A value that a schema accepts. */
export function sampleOf(schema: TSchema): unknown {
  return sample(schema as Shape)
}

function sample(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.anyOf) return sample(shape.anyOf[0]!)
  switch (typesOf(shape)[0]) {
    case 'object':
      return Object.fromEntries((shape.required ?? []).map((key) => [key, sample(shape.properties![key]!)]))
    case 'array':
      return [sample(shape.items!)]
    case 'integer':
    case 'number':
      return shape.minimum ?? 1
    case 'boolean':
      return true
    case 'string':
      return sampleText(shape)
    default:
      return null
  }
}

const texts: Record<string, string> = {
  'date-time': '2031-01-01T00:00:00Z',
  'https-url': 'https://example.com/face.png',
}

function sampleText(shape: Shape): string {
  const prefix = /^\^(?:\(\?:)?([a-z]+)(?:(?:\|[a-z]+)+\))?_\[0-7\]/.exec(shape.pattern ?? '')?.[1]
  if (prefix !== undefined) return `${prefix}_${idBody}`
  return texts[shape.format ?? ''] ?? 'a'.repeat(Math.max(1, shape.minLength ?? 1))
}

export interface Spoiled {
  /** What was done, for a person to read. */
  how: string
  /** The field that the answer must name. */
  field: string
  /** The value as JSON text, so that numbers JavaScript cannot hold are sent as they are. */
  json: string
}

const wrongTypes: [string, string][] = [
  ['null', 'null'],
  ['a string', '"x y\\u0000"'],
  ['a number', '1.5'],
  ['a boolean', 'false'],
  ['an array', '[[]]'],
  ['an object', '{"a":1}'],
  ['a nested bomb', '['.repeat(200) + ']'.repeat(200)],
]

const numbers: [string, string][] = [
  ['zero', '0'],
  ['negative', '-1'],
  ['fractional', '1.5'],
  ['rounding to whole', '9007199254740991.4'],
  ['above 2^53 - 1', '9007199254740993'],
  ['huge', '1e400'],
  ['tiny', '1e-400'],
  ['a string of digits', '"100"'],
  ['full-width digits', '"１００"'],
]

const strings: [string, string][] = [
  ['empty', '""'],
  ['10,000 characters', JSON.stringify('长'.repeat(10_000))],
  ['a NUL', '"a\\u0000b"'],
  ['half a character', '"\\ud800"'],
  ['turned right to left', '"pay\\u202eeerht"'],
  ['zero width', '"An\\u200bn"'],
  ['HTML', '"<script>alert(1)</script>"'],
  ['an id of another kind', `"key_${idBody}"`],
  ['SQL', '"\'; drop table account; --"'],
]

/** Every way to spoil one field of a body. Whether a spoiled value happens to be allowed is for the schema to say. */
export function spoiledFields(schema: TSchema): Spoiled[] {
  const { properties = {}, required = [] } = schema as Shape
  const spoiled: Spoiled[] = []
  for (const [field, shape] of Object.entries(properties)) {
    const ways = [
      ...wrongTypes,
      ...(isNumber(shape) ? numbers : []),
      ...(isText(shape) ? strings : []),
      ...arrayWays(shape),
    ]
    for (const [how, json] of ways) spoiled.push({ how, field, json })
    if (required.includes(field)) spoiled.push({ how: 'missing', field, json: '' })
  }
  spoiled.push(
    { how: 'unknown', field: 'surprise', json: '1' },
    { how: 'of the prototype', field: '__proto__', json: '{"admin":true}' },
  )
  return spoiled
}

/** A value that may be null is of two types. */
function typesOf({ type }: Shape): string[] {
  return [type ?? []].flat()
}

function isNumber(shape: Shape): boolean {
  return typesOf(shape).includes('integer') || (shape.anyOf ?? []).some(isNumber)
}

function isText(shape: Shape): boolean {
  return typesOf(shape).includes('string') || (shape.anyOf ?? []).some(isText)
}

function arrayWays(shape: Shape): [string, string][] {
  if (shape.type !== 'array') return []
  const one = JSON.stringify(sample(shape.items!))
  return [
    ['a duplicate', `[${one},${one}]`],
    ['too many', `[${Array.from({ length: 2_000 }, () => one).join(',')}]`],
    ['empty', '[]'],
  ]
}

/** A body with one field spoiled, as JSON text. */
export function bodyWith(body: Record<string, unknown>, { field, json }: Spoiled): string {
  const fields = Object.entries(body)
    .filter(([key]) => key !== field)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
  if (json !== '') fields.push(`${JSON.stringify(field)}:${json}`)
  return `{${fields.join(',')}}`
}
