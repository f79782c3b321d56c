/** What is counted of sends on behalf of an organisation: for its limits, and so that a draft can be tried on them. */

import type { RuleFactValues } from '@laisee/core/guard/rule-facts.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { endGivesBack, type Counted } from '@laisee/core/limits.ts'
import { organisationOf, type PaidFrom } from '@laisee/core/on-behalf.ts'
import type { LimitedSender, TotalLimits } from '@laisee/core/policy-limits.ts'
import type { Periods } from '@laisee/core/wall-day.ts'
import type { Tx } from '../db/db.ts'
import { giveBackSend, insertSend, sumOfEverybody, sumOfSender } from './policies.sql.ts'

const nothing: Counted = { day: 0n, month: 0n }

/**
 * What was sent on behalf of an organisation in these periods, by a sender and, where its policy limits that, by
 * everybody. For a decision the caller holds the lock of the organisation's wallet, so that no two sends see the same
 * sum left.
 */
export async function countedOnBehalf(
  tx: Tx,
  { organisationId, payerId, totalLimits }: CountedAsk,
  { day, month }: Periods,
): Promise<Omit<LimitedSender, 'roles'>> {
  const from = [toIso(day.startsAt), toIso(month.startsAt)] as const
  const own = await tx.one(sumOfSender, organisationId, payerId, ...from)
  const isLimited = totalLimits.day !== null || totalLimits.month !== null
  const total = isLimited ? await tx.one(sumOfEverybody, organisationId, ...from) : undefined
  return { own: own ?? nothing, total: total ?? nothing }
}

interface CountedAsk {
  organisationId: string
  payerId: string
  totalLimits: TotalLimits
}

export interface SendOnBehalf {
  organisationId: string
  sendId: string
  payerId: string
  at: Instant
  kind: string
  amount: bigint
  count: number
  policyVersion: number
  chainId: string | null
  facts: RuleFactValues
}

/** Keep a send on behalf of an organisation, with the facts that its policy judged it by. */
export async function keepSendOnBehalf(tx: Tx, send: SendOnBehalf): Promise<void> {
  const facts = JSON.stringify(send.facts, (_, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value,
  )
  await tx.run(
    insertSend,
    send.organisationId,
    send.sendId,
    send.payerId,
    toIso(send.at),
    send.kind,
    send.amount,
    send.count,
    send.policyVersion,
    send.chainId,
    facts,
  )
}

/** Give a send's sum back to its sender's limits where it counts as never sent, as for a member's own. */
export async function countOrganisationReturn(
  tx: Tx,
  send: PaidFrom & { id: string },
  { end, at }: { end: string; at: Instant },
): Promise<void> {
  const organisationId = organisationOf(send)
  if (organisationId === null || endGivesBack[end] !== true) return
  await tx.run(giveBackSend, organisationId, send.id, toIso(at))
}
