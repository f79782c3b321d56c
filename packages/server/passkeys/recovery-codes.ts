/** Recovery codes on the server: shown once, kept as hashes, each used up in the transaction of what it lets through. */

import { hash } from 'node:crypto'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { PasskeyFault } from '@laisee/core/passkey.ts'
import { newRecoveryCode, readRecoveryCode, recoveryCodesMade } from '@laisee/core/recovery-code.ts'
import type { Tx } from '../db/db.ts'
import { tellMember } from '../people/tell-member.ts'
import { countCodes, deleteCodes, insertCodes, lockCode, markCodeUsed } from './recovery-codes.sql.ts'

/** Eighty bits of chance need no slow hash; the member's id keeps the hashes of two members apart. */
function hashCode(memberId: string, code: string): Buffer {
  return hash('sha256', `${memberId}\0${code}`, 'buffer')
}

/** Make a new set and void the one before. Gives the codes, which nobody sees again. */
export async function replaceCodes(tx: Tx, memberId: string, at: Instant): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodesMade }, () => newRecoveryCode(tx.random))
  const hashes = codes.map((code) => hashCode(memberId, readRecoveryCode(code)!))
  await tx.run(deleteCodes, memberId)
  await tx.run(insertCodes, memberId, hashes)
  await tellMember(tx, memberId, {
    kind: 'recovery_codes.made',
    at,
    data: { memberId, count: codes.length },
  })
  return codes
}

/** How many codes a member has left. */
export async function codesLeft(tx: Tx, memberId: string): Promise<number> {
  return (await tx.one(countCodes, memberId))?.unused ?? 0
}

/** Use a code up. Gives how many are left, or what is wrong with it. */
export async function useCode(
  tx: Tx,
  memberId: string,
  typed: string,
  now: Instant,
): Promise<{ left: number } | PasskeyFault> {
  const code = readRecoveryCode(typed)
  if (code === undefined) return 'code_wrong'
  const codeHash = hashCode(memberId, code)
  const found = await tx.one(lockCode, memberId, codeHash)
  if (found === undefined) return 'code_wrong'
  if (found.usedAt !== null) return 'code_used'
  await tx.run(markCodeUsed, memberId, codeHash, toIso(now))
  return { left: await codesLeft(tx, memberId) }
}
