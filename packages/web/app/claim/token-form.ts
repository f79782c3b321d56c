/** What a link's token looks like. */

/** As the service takes one. */
const form = /^[A-Za-z0-9_.-]{1,2048}$/

/** A token from a fragment; a text that cannot be one is kept, to be said that it is no good. */
export function tokenFrom(fragment: string): string | undefined {
  const text = fragment.replace(/^#/, '').trim()
  return text === '' ? undefined : text
}

/** Whether the service could take it at all. */
export function isTokenForm(token: string): boolean {
  return form.test(token)
}
