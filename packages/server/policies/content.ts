/** A policy as it is kept and sent: JSON, with amounts as integers of fen. */

import type { LimitSums } from '@laisee/core/limits.ts'
import type { RoleLimits, TotalLimits } from '@laisee/core/policy-limits.ts'
import type { OrganisationPolicy } from '@laisee/core/policy.ts'

type InJson<T> = {
  readonly [K in keyof T]: T[K] extends bigint ? number : T[K] extends bigint | null ? number | null : T[K]
}

type Converted = 'limits' | 'thresholds' | 'roleLimits' | 'totalLimits' | 'stepUpFrom'

/** A policy with its amounts as numbers. What a later version of the service added may be left out. */
export type PolicyContent = Omit<InJson<OrganisationPolicy>, Converted> & {
  readonly limits: InJson<LimitSums>
  readonly thresholds: readonly { readonly amount: number; readonly chainId: string }[]
  readonly roleLimits?: readonly InJson<RoleLimits>[]
  readonly totalLimits?: InJson<TotalLimits>
  readonly stepUpFrom?: number | null
}

const fen = (amount: number | null) => (amount === null ? null : BigInt(amount))
const number = (amount: bigint | null) => (amount === null ? null : Number(amount))
const sums = ({ share, send, day, month }: InJson<LimitSums>): LimitSums => ({
  share: fen(share),
  send: fen(send),
  day: fen(day),
  month: fen(month),
})
const numbers = ({ share, send, day, month }: LimitSums): InJson<LimitSums> => ({
  share: number(share),
  send: number(send),
  day: number(day),
  month: number(month),
})
const noTotal = { day: null, month: null }

/** The policy that a content is. What is kept was checked by its shape when it came. */
export function contentToPolicy(content: unknown): OrganisationPolicy {
  const { limits, thresholds, bulkMax, unsureHoldFrom, ...rest } = content as PolicyContent
  const { roleLimits = [], totalLimits = noTotal, stepUpFrom = null } = rest
  return {
    ...rest,
    limits: sums(limits),
    roleLimits: roleLimits.map((one) => ({ role: one.role, ...sums(one) })),
    totalLimits: { day: fen(totalLimits.day), month: fen(totalLimits.month) },
    stepUpFrom: fen(stepUpFrom),
    thresholds: thresholds.map(({ amount, chainId }) => ({ amount: BigInt(amount), chainId })),
    bulkMax: fen(bulkMax),
    unsureHoldFrom: BigInt(unsureHoldFrom),
  }
}

/** The content that a policy is kept as. */
export function policyToContent(policy: OrganisationPolicy): Required<PolicyContent> {
  const { limits, roleLimits, totalLimits, thresholds, ...rest } = policy
  return {
    ...rest,
    limits: numbers(limits),
    roleLimits: roleLimits.map((one) => ({ role: one.role, ...numbers(one) })),
    totalLimits: { day: number(totalLimits.day), month: number(totalLimits.month) },
    stepUpFrom: number(policy.stepUpFrom),
    thresholds: thresholds.map(({ amount, chainId }) => ({ amount: Number(amount), chainId })),
    bulkMax: number(policy.bulkMax),
    unsureHoldFrom: Number(policy.unsureHoldFrom),
  }
}
