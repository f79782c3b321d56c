/** What a member changes about their passkeys once they have one: names, removals, recovery codes, their own sum. */

import { toIso } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { protectsLess } from '@laisee/core/step-up.ts'
import type { Tx } from '../db/db.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { lockAttempts } from './failures.ts'
import { deleteFailures } from './failures.sql.ts'
import {
  deletePasskey,
  deletePasskeys,
  deleteStepUpSetting,
  putStepUpSetting,
  readPasskeys,
  readStepUpSetting,
  renamePasskeyRow,
  type PasskeyRow,
} from './passkeys.sql.ts'
import { proveStepUp, type StepUpGiven } from './prove-step-up.ts'
import { replaceCodes } from './recovery-codes.ts'
import { deleteCodes } from './recovery-codes.sql.ts'

const changing = { reason: 'change' }

interface PasskeyAsk {
  memberId: string
  passkeyId: string
}

/** Call a passkey something else. What it is called already is told to nobody. Refuses `not_found`. */
export async function renamePasskey(tx: Tx, ask: PasskeyAsk & { name: string }): Promise<PasskeyRow> {
  const { memberId, passkeyId, name } = ask
  const member = await lockMember(tx, memberId)
  const before = await findPasskey(tx, memberId, passkeyId)
  if (before.name === name) return before
  const at = await tx.now(member.changedAt)
  const passkey = await tx.one(renamePasskeyRow, memberId, passkeyId, name)
  await tellMember(tx, memberId, { kind: 'passkey.renamed', at, data: { memberId, passkeyId, name } })
  return passkey!
}

/**
 * Remove a passkey, by a step-up with any of the member's passkeys or by a recovery code. With the last one go the
 * recovery codes and the member's own sum: nothing is left that could prove anything. Refuses `not_found`, and as
 * `proveStepUp`.
 */
export async function removePasskey(
  tx: Tx,
  { memberId, passkeyId, given }: PasskeyAsk & { given: StepUpGiven | undefined },
): Promise<void> {
  const member = await lockMember(tx, memberId)
  const { name } = await findPasskey(tx, memberId, passkeyId)
  const signed = { memberId, change: 'remove_passkey', passkeyId } as const
  await proveStepUp(tx, memberId, { signed, given, need: changing })
  const at = await tx.now(member.changedAt)
  await tx.run(deletePasskey, memberId, passkeyId)
  const left = (await tx.run(readPasskeys, memberId)).length
  if (left === 0) await forgetProtection(tx, memberId)
  const data = { memberId, passkeyId, name, left, by: memberId }
  await tellMember(tx, memberId, { kind: 'passkey.removed', at, data })
}

/**
 * Remove all of a member's passkeys, for whoever has lost every one of them and every recovery code; the operator has
 * made sure who asks. One without any is left as they are. Refuses `not_found` where there is no such member.
 */
export async function resetPasskeys(
  tx: Tx,
  { memberId, by }: { memberId: string; by: string },
): Promise<void> {
  await lockAttempts(tx, memberId)
  const member = await lockMember(tx, memberId)
  const passkeys = await tx.run(readPasskeys, memberId)
  if (passkeys.length === 0) return
  const at = await tx.now(member.changedAt)
  await tx.run(deletePasskeys, memberId)
  await forgetProtection(tx, memberId)
  const data = { memberId, passkeyIds: passkeys.map(({ id }) => id), by }
  await tellMember(tx, memberId, { kind: 'passkey.reset', at, data })
}

async function forgetProtection(tx: Tx, memberId: string): Promise<void> {
  await tx.run(deleteCodes, memberId)
  await tx.run(deleteStepUpSetting, memberId)
  await tx.run(deleteFailures, memberId)
}

/** Make a new set of recovery codes; the one before is void. Refuses `passkey_missing`, and as `proveStepUp`. */
export async function makeRecoveryCodes(
  tx: Tx,
  { memberId, given }: { memberId: string; given: StepUpGiven | undefined },
): Promise<string[]> {
  const member = await lockMember(tx, memberId)
  await failWithoutPasskey(tx, memberId)
  const signed = { memberId, change: 'make_recovery_codes' } as const
  await proveStepUp(tx, memberId, { signed, given, need: changing })
  return replaceCodes(tx, memberId, await tx.now(member.changedAt))
}

/**
 * Set from which sum on one's own sends ask for a step-up, or null for none. What protects less than before needs a
 * step-up itself. Refuses `passkey_missing`, for a sum would only lock the member out, and as `proveStepUp`.
 */
export async function setStepUp(
  tx: Tx,
  ask: { memberId: string; fromAmount: Amount | null; given: StepUpGiven | undefined },
): Promise<void> {
  const { memberId, fromAmount, given } = ask
  const member = await lockMember(tx, memberId)
  const before = (await tx.one(readStepUpSetting, memberId))?.fromAmount ?? null
  if (fromAmount === before) return
  if (fromAmount !== null) await failWithoutPasskey(tx, memberId)
  const signed = { memberId, change: 'set_step_up', fromAmount } as const
  if (protectsLess(fromAmount, before)) await proveStepUp(tx, memberId, { signed, given, need: changing })
  const at = await tx.now(member.changedAt)
  if (fromAmount === null) await tx.run(deleteStepUpSetting, memberId)
  else await tx.run(putStepUpSetting, memberId, fromAmount, toIso(at))
  await tellMember(tx, memberId, { kind: 'step_up.changed', at, data: { memberId, fromAmount, before } })
}

async function failWithoutPasskey(tx: Tx, memberId: string): Promise<void> {
  if ((await tx.run(readPasskeys, memberId)).length === 0) throw new RefusalError(refuse('passkey_missing'))
}

async function findPasskey(tx: Tx, memberId: string, passkeyId: string): Promise<PasskeyRow> {
  const passkey = (await tx.run(readPasskeys, memberId)).find(({ id }) => id === passkeyId)
  if (!passkey) throw new RefusalError(refuse('not_found'))
  return passkey
}
