/** Passkeys: how many, how they are called, what can be wrong with what one has signed, and how often that may be. */

import { hourMs, minuteMs } from './instant.ts'

/** Passkeys of one member; and the code points of a name. */
export const passkeysMax = 10
export const passkeyNameMax = 40

/** Signatures a member may get wrong in a while before none is looked at. */
export const passkeyFailuresMax = 20
export const passkeyFailuresMs = 10 * minuteMs

/** Recovery codes a member may get wrong in a while before none is looked at. Passkeys are counted for themselves. */
export const codeFailuresMax = 5
export const codeFailuresMs = hourMs

/** What can be wrong with what a passkey or a recovery code answers, in the order in which it is looked at. */
export const passkeyFaults = [
  'unreadable',
  'wrong_kind',
  'challenge_unknown',
  'challenge_used',
  'challenge_expired',
  'signed_other',
  'wrong_origin',
  'wrong_site',
  'passkey_unknown',
  'passkey_copied',
  'not_verified',
  'signature_wrong',
  'attestation_not_asked',
  'code_wrong',
  'code_used',
] as const

export type PasskeyFault = (typeof passkeyFaults)[number]

/**
 * Whether a signature's counter shows that its passkey has been copied: it runs, and it has not moved on from where it
 * was (WebAuthn Level 3, 7.2 step 22). Passkeys that a cloud keeps count nothing: theirs stays 0.
 */
export function isCopied(countBefore: bigint, count: bigint): boolean {
  return (countBefore > 0n || count > 0n) && count <= countBefore
}
