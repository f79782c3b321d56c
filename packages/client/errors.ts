/** The two ways a call fails: the service said no, or there is no answer to go by. */

/** How the service says no (RFC 9457). `code` never changes its meaning; what else is there depends on it. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  requestId: string
  [more: string]: unknown
}

/** The service said no. Asking again under the same key is answered the same; a call of its own takes a new key. */
export class RefusalError<P extends Problem = Problem> extends Error {
  override readonly name = 'RefusalError'
  readonly operation: string
  readonly code: P['code']
  readonly status: number
  /** To ask the operator about. */
  readonly requestId: string
  readonly problem: P

  constructor(operation: string, problem: P) {
    super(`${operation} was refused: ${problem.code} (${problem.detail})`)
    this.operation = operation
    this.code = problem.code
    this.status = problem.status
    this.requestId = problem.requestId
    this.problem = problem
  }
}

/** No answer came in time, or none that can be read. A write may have happened: ask again under the same key, or cancel it. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError'
  readonly operation: string
  readonly idempotencyKey: string
  /** The last status, where there was one. */
  readonly status: number | undefined

  constructor(
    operation: string,
    facts: { idempotencyKey: string; status: number | undefined; cause: unknown },
  ) {
    super(`${operation} got no answer: ${reasonOf(facts.cause, facts.status)}`, { cause: facts.cause })
    this.operation = operation
    this.idempotencyKey = facts.idempotencyKey
    this.status = facts.status
  }
}

function reasonOf(cause: unknown, status: number | undefined): string {
  if (!(cause instanceof Error)) return status === undefined ? String(cause) : `status ${status}`
  const inner = cause.cause instanceof Error ? ` (${cause.cause.message})` : ''
  return `${cause.message}${inner}`
}

/** Whether a body is a problem with a code. */
export function isProblem(body: unknown): body is Problem {
  const { code, status, requestId } = (body ?? {}) as Partial<Problem>
  return typeof code === 'string' && typeof status === 'number' && typeof requestId === 'string'
}
