/** What people of the demo world ask of each other: an allowance with a sum above which its giver is asked, and a dinner that everybody pays their part of. */

import { dayMs, hourMs, minuteMs, type Instant } from '@laisee/core/instant.ts'
import { askCollection } from '@laisee/server/collections/ask-collection.ts'
import { declineShare } from '@laisee/server/collections/change-collection.ts'
import { payShare } from '@laisee/server/collections/pay-share.ts'
import { acceptFamily, inviteToFamily } from '@laisee/server/families/change-family.ts'
import { arriveTransfers } from '@laisee/server/jobs/arrive-transfers.ts'
import { within, type Past } from './past.ts'

/** Plan it. The dinner was two days ago: one has paid, one will not, two have not said. */
export function planAsking(past: Past, ids: ReadonlyMap<string, string>, now: Instant): void {
  const { tx } = past
  const id = (key: string) => ids.get(key)!
  past.plan(now - 40 * dayMs, async () => {
    const ask = { giverId: id('baba'), holderId: id('nainai'), monthMax: 50_000n, approveAbove: 10_000n }
    const { id: familyId } = await inviteToFamily(tx, ask)
    await acceptFamily(tx, familyId, id('nainai'))
  })
  const asked = now - 2 * dayMs
  past.plan(asked, async () => {
    const shares = ['zhangwei', 'wangfang', 'liuyang', 'zhaolei'].map((key) => ({
      memberId: id(key),
      amount: 7_360n,
    }))
    const ask = { askerId: id('lina'), groupId: id('company'), note: '周五火锅', shares }
    const { collection } = await askCollection(tx, ask)
    const collectionId = collection.id
    past.plan(asked + 20 * minuteMs, async () => {
      const given = { memberId: id('wangfang'), collectionId, stepUp: undefined, guard: undefined }
      await payShare(tx, given)
      past.plan(asked + hourMs, async () => void (await arriveTransfers(within(tx))))
    })
    past.plan(asked + 2 * hourMs, async () => {
      await declineShare(tx, { memberId: id('liuyang'), collectionId })
    })
  })
}
