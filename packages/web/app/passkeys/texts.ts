/** Why a passkey was not made, did not sign or was not taken, as a sentence for the reader. */

import type { TFunction } from 'i18next'
import { failureText } from '../words/failure.ts'
import { BrowserNoError } from './browser.ts'

const said = ['code_wrong', 'code_used', 'passkey_copied', 'signed_other', 'wrong_origin'] as const

/** What was wrong with an answer. */
export function faultText(t: TFunction, fault: string): string {
  return t(`passkeys.faults.${said.find((one) => one === fault) ?? 'other'}`)
}

/** What the browser, or the service, said instead. */
export function noText(t: TFunction, error: unknown): string {
  if (!(error instanceof BrowserNoError)) return failureText(error)
  const { no } = error
  return no.reason === 'address'
    ? t('passkeys.no.address', { address: no.address })
    : t(`passkeys.no.${no.reason}`)
}
