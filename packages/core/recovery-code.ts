/**
 * Recovery codes: for whoever has lost their passkeys. Ten at a time, each good once, eighty bits each, written so that
 * they can be copied from paper: no letter that looks like a digit, and case, gaps and the usual slips are forgiven.
 */

import type { Random } from './random.ts'

export const recoveryCodesMade = 10

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const letters = 16
const group = /.{4}/g

/** The most characters a code may be typed with. */
export const recoveryCodeTypedMax = 64

/** A new code, as it is shown: four groups of four. */
export function newRecoveryCode(random: Random): string {
  const code = Array.from({ length: letters }, () => alphabet[Number(random.below(32n))]!).join('')
  return code.match(group)!.join('-')
}

/** A code as it was meant, whatever way it was typed; undefined where it can be none. */
export function readRecoveryCode(typed: string): string | undefined {
  const bare = typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return bare.length === letters && [...bare].every((letter) => alphabet.includes(letter)) ? bare : undefined
}
