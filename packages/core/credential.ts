/**
 * What lets someone in: an operator's key, a member's session, a host's signing keys. A revoked one never comes back;
 * one that has expired is as good as revoked.
 */

import { dayMs, hourMs, minuteMs, type Instant } from './instant.ts'
import { refuse, type Refusal } from './refusals.ts'

export interface Credential {
  expiresAt: Instant | null
  revokedAt: Instant | null
}

/** How long a member's session may last, and how long it does where nobody says. */
export const sessionMinMs = minuteMs
export const sessionMaxMs = 90 * dayMs
export const sessionDefaultMs = dayMs

/** How long whoever signs in by a code or a host's token stays signed in on that device, where nobody says. */
export const keptSessionDefaultMs = 30 * dayMs

/** How long a one-time sign-in code may wait to be used, and how long it does where nobody says. */
export const signInCodeMinMs = minuteMs
export const signInCodeMaxMs = hourMs
export const signInCodeDefaultMs = 10 * minuteMs

/** How long a rotated key's previous secret may go on, and how long it does where nobody says. */
export const overlapMaxMs = 7 * dayMs
export const overlapDefaultMs = dayMs

/** A token signed by a host is short-lived: it cannot be taken back one by one. */
export const signedTokenMaxMs = dayMs

/** Whether it lets its holder in at a moment: from its making up to, not including, its expiry. */
export function isGood(credential: Credential, now: Instant): boolean {
  return credential.revokedAt === null && (credential.expiresAt === null || now < credential.expiresAt)
}

/**
 * May this sign-in code be exchanged for a session? Once, before its end, in the kind of world it was made in. Whatever
 * is wrong with it, the answer is the same: who guesses learns nothing.
 */
export function decideSignIn(
  code: { expiresAt: Instant; demo: boolean } | undefined,
  demo: boolean,
  now: Instant,
): 'sign_in' | Refusal {
  const isFit = code !== undefined && now < code.expiresAt && (demo || !code.demo)
  return isFit ? 'sign_in' : refuse('sign_in_code_invalid', { field: 'code' })
}

/**
 * May the caller have a session to keep? Only for a token that a host application signed: a session that could be
 * exchanged for another would never end. And not for one that a sign-out has ended since.
 */
export function decideKeepSession(
  signed: { issuedAt: Instant } | undefined,
  tokensValidFrom: Instant | null,
): 'keep' | Refusal {
  if (signed !== undefined && tokensValidFrom !== null && signed.issuedAt < tokensValidFrom)
    return refuse('unauthenticated')
  if (signed !== undefined) return 'keep'
  return refuse('forbidden', {
    detail: 'Only a token signed by a host application is exchanged for a session',
  })
}

/** May it be ended? Once; the second asker is told when that was. */
export function decideRevoke(credential: Credential): 'revoke' | Refusal {
  return credential.revokedAt === null
    ? 'revoke'
    : refuse('already_revoked', { decidedAt: credential.revokedAt })
}

/** May a key be given a new secret? Not once it is revoked; an expired one is answered the same way. */
export function decideRotate(credential: Credential, now: Instant): 'rotate' | Refusal {
  if (isGood(credential, now)) return 'rotate'
  return refuse('already_revoked', { decidedAt: credential.revokedAt ?? credential.expiresAt })
}

/** May the holder of these scopes give those to another key? Nobody hands on what they do not hold. */
export function decideGrant(held: readonly string[], asked: readonly string[]): 'grant' | Refusal {
  const beyond = asked.filter((scope) => !held.includes(scope))
  return beyond.length === 0 ? 'grant' : refuse('forbidden', { field: 'scopes', scopes: beyond })
}
