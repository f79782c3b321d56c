/**
 * Money is a whole number of minor units (分) in a `bigint`, always beside its currency.
 * Nothing in the house adds, splits or compares money as a float.
 */

export type Amount = bigint
export type Currency = 'CNY'

export const currencies: readonly Currency[] = ['CNY']
export const defaultCurrency: Currency = 'CNY'

/** The largest amount the API takes or gives: 2^53 − 1 fen, so that JSON in any language keeps it exact. */
export const amountMax: Amount = BigInt(Number.MAX_SAFE_INTEGER)

/** An integer from JSON as an amount, or `undefined` where it is not a whole number of fen the API can carry. */
export function amountFromJson(value: unknown): Amount | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : undefined
}

/** An amount as a JSON number. Throws where that would lose a fen: that is a bug, never an answer. */
export function amountToJson(amount: Amount): number {
  if (amount > amountMax || amount < -amountMax) throw new RangeError(`amount beyond 2^53 - 1: ${amount}`)
  return Number(amount)
}

/** Fen as yuan with two places, for a person to read: 123456n → "1,234.56". */
export function formatYuan(amount: Amount): string {
  const sign = amount < 0n ? '-' : ''
  const absolute = amount < 0n ? -amount : amount
  const whole = (absolute / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${whole}.${(absolute % 100n).toString().padStart(2, '0')}`
}
