/**
 * Age bands and what each brings with it. The law behind them: 未成年人网络保护条例 art. 43–44 asks for caps on a minor's
 * single and daily spending by age, PIPL art. 31 for a guardian's consent under 14. It publishes no figures; those below
 * are proposals of this service, kept as data so that an operator may set stricter ones for anybody.
 */

import type { Amount } from './money.ts'
import type { LimitSums } from './limits.ts'

export const ageBands = ['adult', 'teen', 'child'] as const
/** `teen` is 14 to 17, `child` under 14. Nobody is a minor until an operator has said so. */
export type AgeBand = (typeof ageBands)[number]

export const ageBandDefault: AgeBand = 'adult'

export interface AgeRules {
  limits: LimitSums
  /** Whether every send asks for a step-up, whatever its sum. */
  stepUpAlways: boolean
  /** No send from the first of these times of day until the second, by the wall clock of the member; null for none. */
  night: { from: string; until: string } | null
  /** Whether a lucky packet may be sent to several people: a game of chance with money. */
  groupLucky: boolean
  /** A send above this sum waits for a guardian's word; null where none does. Without it the sum is the most there is. */
  guardianApprovalAbove: Amount | null
}

const night = { from: '22:00', until: '06:00' } as const

export const ageRules: Record<AgeBand, AgeRules> = {
  adult: {
    limits: { share: null, send: null, day: null, month: null },
    stepUpAlways: false,
    night: null,
    groupLucky: true,
    guardianApprovalAbove: null,
  },
  teen: {
    limits: { share: 20_000n, send: 20_000n, day: 50_000n, month: 200_000n },
    stepUpAlways: true,
    night,
    groupLucky: false,
    guardianApprovalAbove: 10_000n,
  },
  child: {
    limits: { share: 5_000n, send: 5_000n, day: 10_000n, month: 30_000n },
    stepUpAlways: true,
    night,
    groupLucky: false,
    guardianApprovalAbove: 2_000n,
  },
}
