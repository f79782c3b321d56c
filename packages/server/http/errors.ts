/**
 * Whatever a request ended in, as a problem: a refusal with its code, the world's failure as 503, anything else as a
 * bug with a full log and nothing of it for the caller.
 */

import type { FastifySchemaValidationError } from 'fastify'
import { refuse, RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { Log } from '../context.ts'
import { FaultError, refusalOfConstraint } from '../db/faults.ts'
import { formats } from './formats.ts'
import { MalformedJsonError } from './json.ts'
import { internalProblem, problemOf, type FieldError, type Problem } from './problem.ts'

const errorsMax = 20
/** A field that nobody knows may be called anything at any length. */
const fieldLengthMax = 100

/** What Fastify throws before a handler runs, by its code. */
const frameworkRefusals: Record<string, Refusal> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: refuse('unsupported_media_type'),
  FST_ERR_CTP_BODY_TOO_LARGE: refuse('body_too_large'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: refuse('malformed_json', {
    detail: 'The body is not as long as Content-Length says',
  }),
  FST_ERR_BAD_URL: fieldRefusal([{ field: 'path', message: 'is not a valid address' }]),
  FST_ERR_MAX_PARAM_LENGTH: fieldRefusal([{ field: 'path', message: 'is too long' }]),
}

/** The refusal that names the fields at fault. */
export function fieldRefusal(errors: FieldError[]): Refusal {
  return refuse('invalid_request', { errors: errors.slice(0, errorsMax) })
}

/** The refusal an error stands for, if it is one. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof RefusalError) return error.refusal
  if (error instanceof MalformedJsonError)
    return refuse('malformed_json', { detail: `The body is not valid JSON: ${error.message}` })
  if (error instanceof FaultError) {
    return refuse(
      'unavailable',
      error.outcomeUnknown
        ? { outcomeUnknown: true, detail: 'It may have happened: ask again, with the same idempotency key' }
        : {},
    )
  }
  const { code, validation, validationContext } = (error ?? {}) as {
    code?: string
    validation?: FastifySchemaValidationError[]
    validationContext?: string
  }
  if (validation) return fieldRefusal(fieldErrors(validation, validationContext))
  return frameworkRefusals[code ?? ''] ?? refusalOfConstraint(error)
}

/** An error as a problem. Bugs, and failures of the world, are logged with the request's id. */
export function problemFor(error: unknown, requestId: string, log: Log): Problem {
  const refusal = refusalOf(error)
  if (error instanceof FaultError) log.warn({ requestId, err: error }, 'the world failed a request')
  if (refusal) return problemOf(refusal, requestId)
  log.error({ requestId, err: error }, 'a bug ended a request')
  return internalProblem(requestId)
}

/** Each field once, in words: what the schema missed first. Where a part is at fault, the part is named and not the whole. */
function fieldErrors(validation: FastifySchemaValidationError[], context = 'body'): FieldError[] {
  const byField = new Map<string, string>()
  const wholes = new Set<string>()
  for (const error of validation) {
    const field = fieldOf(error, context)
    if (!byField.has(field)) byField.set(field, messageOf(error))
    const parts = error.instancePath.split('/').slice(1).map(unescapePointer)
    for (let depth = 1; depth <= parts.length; depth++) {
      const whole = parts.slice(0, depth).join('.')
      if (whole !== field) wholes.add(whole)
    }
  }
  const named = [...byField].filter(([field]) => !wholes.has(field))
  return named.map(([field, message]) => ({ field: field.slice(0, fieldLengthMax), message }))
}

function fieldOf(error: FastifySchemaValidationError, context: string): string {
  const { missingProperty, additionalProperty } = error.params as {
    missingProperty?: string
    additionalProperty?: string
  }
  const path = error.instancePath.split('/').slice(1).map(unescapePointer)
  const last = missingProperty ?? additionalProperty
  if (last !== undefined) path.push(last)
  return path.join('.') || context
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}

function messageOf(error: FastifySchemaValidationError): string {
  const { format, type, allowedValues } = error.params as {
    format?: string
    type?: string | string[]
    allowedValues?: unknown[]
  }
  switch (error.keyword) {
    case 'required':
      return 'is missing'
    case 'additionalProperties':
      return 'is not a known field'
    case 'format':
      return formats[format ?? '']?.message ?? 'has the wrong form'
    case 'pattern':
      return 'has the wrong form'
    case 'enum':
      return `must be one of ${(allowedValues ?? []).join(', ')}`
    case 'type':
      return `must be ${[type ?? []].flat().map(withArticle).join(' or ')}`
    default:
      return error.message ?? 'is out of range'
  }
}

function withArticle(type: string): string {
  if (type === 'integer') return 'a whole number'
  return type === 'array' || type === 'object' ? `an ${type}` : type === 'null' ? 'null' : `a ${type}`
}
