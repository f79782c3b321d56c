/**
 * What can go wrong below the rules. A Fault is the world failing (a connection, a timeout): the caller may ask
 * again, and the edge answers 503. A constraint that stands for a refusal is listed here; any other database
 * error is a bug.
 */

import { refuse, type Refusal } from '@laisee/core/refusals.ts'

export class FaultError extends Error {
  readonly outcomeUnknown: boolean

  constructor(message: string, options: { cause: unknown; outcomeUnknown: boolean }) {
    super(message, { cause: options.cause })
    this.name = 'FaultError'
    this.outcomeUnknown = options.outcomeUnknown
  }
}

interface DatabaseError {
  code?: string
  constraint?: string
  message?: string
}

const retryable = new Set(['40001', '40P01'])
const worldClasses = ['08', '53', '57', '58']
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
])

/** Whether running the whole transaction again can help: a serialization failure or a deadlock. */
export function isRetryable(error: unknown): boolean {
  return retryable.has((error as DatabaseError | undefined)?.code ?? '')
}

/** Whether the world failed rather than the statement: connection lost, server starting, out of resources. */
export function isWorldFailure(error: unknown): boolean {
  const { code, message } = (error ?? {}) as DatabaseError
  if (code !== undefined && (socketCodes.has(code) || worldClasses.includes(code.slice(0, 2)))) return true
  return /connection terminated|connection timeout|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i.test(
    message ?? '',
  )
}

const constraintRefusals: Record<string, Refusal> = {
  wallet_never_negative: refuse('balance_too_low'),
  external_id_pkey: refuse('external_id_taken'),
  host_issuer_once: refuse('issuer_taken'),
}

/** The refusal a broken constraint stands for, if it stands for one. */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  const constraint = (error as DatabaseError | undefined)?.constraint
  return constraint === undefined ? undefined : constraintRefusals[constraint]
}
