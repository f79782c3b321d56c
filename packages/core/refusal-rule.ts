/** What the registry says of a refusal besides its place in it. */

/**
 * `kept`: the domain's refusals are remembered under an idempotency key; the others may be answered differently
 * the next time. `retry`: whether asking again, unchanged, can ever help.
 */
export interface RefusalRule {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503
  title: string
  kept: boolean
  retry: 'never' | 'later' | 'after_change'
}

/** The edge's: said before any rule of the domain is asked. */
export const edge = (
  status: RefusalRule['status'],
  title: string,
  retry: RefusalRule['retry'] = 'after_change',
) => ({ status, title, kept: false, retry }) satisfies RefusalRule

/** The domain's. */
export const domain = (status: RefusalRule['status'], title: string, retry: RefusalRule['retry'] = 'never') =>
  ({ status, title, kept: true, retry }) satisfies RefusalRule
