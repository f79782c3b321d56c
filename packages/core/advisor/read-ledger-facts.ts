/** The facts of our own ledger from JSON, as a screen hands them on. */

import { amountFromJson } from '../money.ts'
import { isObject, readList, readMoment, readWord, type Read } from './read-value.ts'
import { phases, powers, type LedgerFacts } from './situation.ts'

const countMax = 1_000_000

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= countMax
}

/** Read the ledger's facts, or say which of them is at fault: `ledger.phase`. */
export function readLedgerFacts(value: unknown): Read<LedgerFacts> {
  if (!isObject(value)) return { problem: 'must be an object' }
  const fault = (name: string, problem: string) => ({ problem, at: `ledger.${name}` })
  const { id, shares, claimedShares } = value
  if (typeof id !== 'string' || !/^(pkt|tr)_[0-9A-Za-z]{1,64}$/.test(id))
    return fault('id', 'must be the id of a packet or a transfer')
  const phase = readWord(value.phase, phases)
  if ('problem' in phase) return fault('phase', phase.problem)
  const deliverAt = readMoment(value.deliverAt)
  if ('problem' in deliverAt) return fault('deliverAt', deliverAt.problem)
  const backAt = value.backAt == null ? { value: null } : readMoment(value.backAt)
  if ('problem' in backAt) return fault('backAt', backAt.problem)
  const recallUntil = value.recallUntil == null ? { value: null } : readMoment(value.recallUntil)
  if ('problem' in recallUntil) return fault('recallUntil', recallUntil.problem)
  if (!isCount(shares) || shares === 0) return fault('shares', 'must be a whole number from 1')
  if (!isCount(claimedShares) || claimedShares > shares)
    return fault('claimedShares', 'must be a whole number, no more than there are shares')
  const claimedAmount = amountFromJson(value.claimedAmount)
  if (claimedAmount === undefined || claimedAmount < 0n)
    return fault('claimedAmount', 'must be a whole number of fen, 0 or more')
  const can = readList(value.can, powers)
  if ('problem' in can) return fault('can', can.problem)
  return {
    value: {
      id,
      phase: phase.value,
      deliverAt: deliverAt.value,
      backAt: backAt.value,
      recallUntil: recallUntil.value,
      shares,
      claimedShares,
      claimedAmount,
      can: can.value,
    },
  }
}
