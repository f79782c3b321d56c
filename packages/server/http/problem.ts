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

/** A refusal as the API tells it, with its data; moments in RFC 3339. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  const { status, title } = refusals[refusal.code]
  const data = Object.fromEntries(Object.entries(refusal.data).map(([key, part]) => [key, shown(key, part)]))
  const address = problemAddress(refusal.code)
  return { ...data, type: address, title, status, code: refusal.code, detail: detailOf(refusal, title), requestId }
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
