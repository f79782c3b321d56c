/** The caps and manners of each product profile, and what every payment asks of a wallet. */

import { no, type Verdict, type World } from './world.ts'

const second = 1_000
const day = 86_400_000

/** The caps and manners that differ between product profiles. */
export const profiles: Record<
  string,
  { lifeMin: number; lifeMax: number; delayMax: number; takesBack: boolean; asks: boolean }
> = {
  laisee: { lifeMin: 60 * second, lifeMax: 7 * day, delayMax: 7 * day, takesBack: true, asks: false },
  'wechat-personal': { lifeMin: day, lifeMax: day, delayMax: day, takesBack: false, asks: true },
  enterprise: { lifeMin: 3_600 * second, lifeMax: 30 * day, delayMax: 7 * day, takesBack: true, asks: false },
}

/** May this wallet pay so much? */
export function debitRefusal(w: World, member: string, amount: number): Verdict | undefined {
  if (w.members.get(member)!.frozen) return no('wallet_frozen')
  const balance = w.balanceOf(member)
  return balance < amount ? no('balance_too_low', { balance, needed: amount }) : undefined
}
