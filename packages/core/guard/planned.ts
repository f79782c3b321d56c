/**
 * A part of a split plan, judged as the whole: what is asked of it is what one send of the plan's sum would be asked.
 * So the parts before it are no past of its own, and what they took is still in the wallet.
 */

import type { Amount } from '../money.ts'
import type { PlannedPart } from '../split-plan.ts'
import type { SendRecord } from './facts.ts'

export interface Before {
  history: readonly SendRecord[]
  balance: Amount | null
}

/** The past and the wallet as they would be had no part been sent yet; as they are for a send of its own. */
export function beforePlan(planned: PlannedPart | null | undefined, { history, balance }: Before): Before {
  if (!planned) return { history, balance }
  const isPart = ({ sendId }: SendRecord) => planned.earlierIds.includes(sendId)
  const out = history.filter((record) => isPart(record) && record.takenBackAt === null)
  const sent = out.reduce((all, { amount }) => all + amount, 0n)
  return {
    history: history.filter((record) => !isPart(record)),
    balance: balance === null ? null : balance + sent,
  }
}
