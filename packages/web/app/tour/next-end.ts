/** When the next of some people's packets ends. */

import type { Laisee } from '@laisee/client/client.ts'
import { onTheWay } from '../wallet/on-the-way.ts'

/** The nearest end, in milliseconds of the service's time, of what these people have sent; undefined where nothing is out. */
export async function nextEnd(people: readonly Laisee[]): Promise<number | undefined> {
  const ends = await Promise.all(
    people.map(async (laisee) => {
      const { items } = await laisee.listSentPackets({ query: { limit: 50 } })
      const { packets } = onTheWay({ packets: items, sent: [], received: [], isAll: true })
      return packets.map(({ expireAt }) => Date.parse(expireAt))
    }),
  )
  const all = ends.flat()
  return all.length === 0 ? undefined : Math.min(...all)
}
