/** How the API says no: RFC 9457 problem+json. The code is for programs; people's words come from core/words by code. */

import { toIso } from '@laisee/core/instant.ts'
import { refusals, type Refusal } from '@laisee/core/refusals.ts'

export const problemType = 'application/problem+json'

export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  requestId: string
  [more: string]: unknown
}

export interface FieldError {
  field: string
  message: string
}

/** The address that names a code, whichever host answers. */
export function problemAddress(code: string): string {
  return `urn:laisee:refusal:${code}`
}

/** A refusal as the API tells it, with its data after what every problem has; moments in RFC 3339. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  const { code, data } = refusal
  const { status, title } = refusals[code]
  const problem: Problem = {
    type: problemAddress(code),
    title,
    status,
    code,
    detail: detailOf(refusal, title),
    requestId,
  }
  for (const [key, part] of Object.entries(data)) if (!(key in problem)) problem[key] = shown(key, part)
  return problem
}

/** A bug as the API tells it: that it happened, and the request to ask about; what happened is in the log. */
export function internalProblem(requestId: string): Problem {
  return {
    type: problemAddress('internal'),
    title: 'Something went wrong on our side',
    status: 500,
    code: 'internal',
    detail: 'Ask the operator, with this request id.',
    requestId,
  }
}

function detailOf(refusal: Refusal, title: string): string {
  const { errors, detail } = refusal.data
  if (typeof detail === 'string') return detail
  if (!Array.isArray(errors)) return title
  return (errors as FieldError[]).map(({ field, message }) => `${field} ${message}`).join('; ')
}

function shown(key: string, part: unknown): unknown {
  const isMoment = typeof part === 'number' && (key.endsWith('At') || key === 'notBefore')
  return isMoment ? toIso(part) : part
}
