/** A policy as it is kept and sent: JSON, with amounts as integers of fen. */

import type { LimitSums } from '@laisee/core/limits.ts'
import type { OrganisationPolicy } from '@laisee/core/policy.ts'

type InJson<T> = {
  readonly [K in keyof T]: T[K] extends bigint ? number : T[K] extends bigint | null ? number | null : T[K]
}

/** A policy with its amounts as numbers. */
export type PolicyContent = Omit<InJson<OrganisationPolicy>, 'limits' | 'thresholds'> & {
  readonly limits: InJson<LimitSums>
  readonly thresholds: readonly { readonly amount: number; readonly chainId: string }[]
}

const fen = (amount: number | null) => (amount === null ? null : BigInt(amount))
const number = (amount: bigint | null) => (amount === null ? null : Number(amount))

/** The policy that a content is. What is kept was checked by its shape when it came. */
export function contentToPolicy(content: unknown): OrganisationPolicy {
  const { limits, thresholds, bulkMax, unsureHoldFrom, ...rest } = content as PolicyContent
  return {
    ...rest,
    limits: {
      share: fen(limits.share),
      send: fen(limits.send),
      day: fen(limits.day),
      month: fen(limits.month),
    },
    thresholds: thresholds.map(({ amount, chainId }) => ({ amount: BigInt(amount), chainId })),
    bulkMax: fen(bulkMax),
    unsureHoldFrom: BigInt(unsureHoldFrom),
  }
}

/** The content that a policy is kept as. */
export function policyToContent(policy: OrganisationPolicy): PolicyContent {
  const { limits, thresholds, bulkMax, unsureHoldFrom, ...rest } = policy
  return {
    ...rest,
    limits: {
      share: number(limits.share),
      send: number(limits.send),
      day: number(limits.day),
      month: number(limits.month),
    },
    thresholds: thresholds.map(({ amount, chainId }) => ({ amount: Number(amount), chainId })),
    bulkMax: number(bulkMax),
    unsureHoldFrom: Number(unsureHoldFrom),
  }
}
