/** Reading what was typed: a value that will not do is named with its option, and nothing has been done yet. */

/** Something is wrong with the command as typed. Told in a line; the exit status is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export interface Bounds {
  min: number
  max: number
}

/** A whole number between two bounds, both included, written in digits. */
export function wholeNumber(option: string, text: string, { min, max }: Bounds): number {
  const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= min && number <= max)) {
    throw new UsageError(`${option} must be a whole number from ${min} to ${max}, not ${shown(text)}`)
  }
  return number
}

/** One of these words. */
export function oneOf<const Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new UsageError(`${option} must be ${words.join(' or ')}, not ${shown(text)}`)
  return found
}

/** An option that this command cannot do without. */
export function required(option: string, text: string | undefined, what: string): string {
  if (text === undefined || text === '') throw new UsageError(`${option} is missing: ${what}`)
  return text
}

const shownMax = 60

function shown(text: string): string {
  return text.length > shownMax ? `${JSON.stringify(text.slice(0, shownMax))}…` : JSON.stringify(text)
}
