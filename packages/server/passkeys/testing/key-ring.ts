/** Passkeys in a test, through the API: adding one with an authenticator in software, and signing for what happens. */

import { expect } from 'vitest'
import type { Method } from '../../http/route.ts'
import {
  createKeyFor,
  signWith,
  type CreationOptions,
  type RequestOptions,
  type SoftKey,
  type Wrong,
} from './authenticator.ts'

/** Whoever calls with their own token. */
export interface Caller {
  call(method: Method, url: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }>
}

export interface AddedKey {
  key: SoftKey
  passkeyId: string
  recoveryCodes: string[] | null
}

/** Ask for what is to be signed. */
export async function optionsFor(who: Caller, what: object): Promise<RequestOptions> {
  const { status, body } = await who.call('POST', '/v1/step-ups', what)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.options as RequestOptions
}

/** A step-up for this, as a body carries it. */
export async function stepUpFor(who: Caller, key: SoftKey, what: object, wrong: Wrong = {}) {
  return { passkey: signWith(key, await optionsFor(who, what), wrong) }
}

/** What a new passkey is made with; `by` is one that is there already. */
export async function creationOptionsFor(who: Caller, by?: SoftKey): Promise<CreationOptions> {
  const stepUp = by && (await stepUpFor(who, by, { addPasskey: true }))
  const { status, body } = await who.call('POST', '/v1/me/passkeys/options', stepUp ? { stepUp } : {})
  expect(status, JSON.stringify(body)).toBe(201)
  return body.options as CreationOptions
}

/** Add a passkey; `by` is one that is there already. */
export async function addKey(who: Caller, name = '我的手机', by?: SoftKey): Promise<AddedKey> {
  const { key, made } = createKeyFor(await creationOptionsFor(who, by))
  const { status, body } = await who.call('POST', '/v1/me/passkeys', { name, credential: made })
  expect(status, JSON.stringify(body)).toBe(201)
  const { passkey, recoveryCodes } = body as { passkey: { id: string }; recoveryCodes: string[] | null }
  return { key, passkeyId: passkey.id, recoveryCodes }
}
