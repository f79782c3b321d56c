/**
 * The notices of what protects the reader: told also where it was their own doing, for it may have been somebody else's.
 */

import type { EventKind } from './events.ts'

export const passkeyNoticeKinds = [
  'passkey_added',
  'passkey_removed',
  'passkeys_reset',
  'passkey_copied',
  'recovery_code_used',
] as const

export type PasskeyNoticeKind = (typeof passkeyNoticeKinds)[number]

type Judge = (data: Record<string, unknown>) => [PasskeyNoticeKind, readonly string[]] | null

/** What each kind of event says to whose passkeys and recovery codes they are. */
export const passkeyJudges: Partial<Record<EventKind, Judge>> = {
  'passkey.added': () => ['passkey_added', ['name']],
  'passkey.removed': () => ['passkey_removed', ['name']],
  'passkey.reset': () => ['passkeys_reset', []],
  'passkey.copied': () => ['passkey_copied', ['name']],
  'step_up.given': ({ way }) =>
    way === 'recovery_code' ? ['recovery_code_used', ['recoveryCodesLeft']] : null,
}
