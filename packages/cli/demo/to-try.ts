/** Packets that the shown commands can claim and recall at once: those the past left open, or new ones. */

import { createClient, type Laisee } from '@laisee/client/client.ts'
import { sleep } from '@laisee/client/patience.ts'
import type { DemoCaller } from './tokens.ts'

export interface ToTry {
  /** One that the teenager can claim. */
  claimId: string
  /** One that the father can recall. */
  recallId: string
}

const lifeS = 7 * 86_400
const lookEveryMs = 200

/** Find them, or send them and wait until they are delivered. */
export async function packetsToTry(baseUrl: string, who: (key: string) => DemoCaller): Promise<ToTry> {
  const as = (key: string): Laisee => createClient({ baseUrl, token: who(key).token })
  const [mama, xiaoming, baba] = [as('mama'), as('xiaoming'), as('baba')]
  const [claimId, recallId] = await Promise.all([
    findOrSend(mama, xiaoming, 'claim', {
      groupName: '一家人',
      total: 8_800,
      count: 5,
      greeting: '晚饭前抢一个',
    }),
    findOrSend(baba, baba, 'recall', {
      groupName: '赤兔科技',
      total: 66_600,
      count: 12,
      greeting: '请大家喝咖啡',
    }),
  ])
  return { claimId, recallId }
}

interface NewPacket {
  groupName: string
  total: number
  count: number
  greeting: string
}

/** A packet of this sender's with which that one may do this now. */
async function findOrSend(
  sender: Laisee,
  actor: Laisee,
  verb: 'claim' | 'recall',
  make: NewPacket,
): Promise<string> {
  const { items: sent } = await sender.listSentPackets()
  for (const { id } of sent.filter(({ state }) => state === 'open')) {
    if (await may(actor, verb, id)) return id
  }
  const { items: groups } = await sender.listGroups()
  const groupId = groups.find(({ name }) => name === make.groupName)!.id
  const { total, count, greeting } = make
  const packet = await sender.sendPacket({
    body: { kind: 'lucky', total, count, greeting, groupId, expireAfterS: lifeS },
  })
  while (!(await may(actor, verb, packet.id))) await sleep(lookEveryMs)
  return packet.id
}

async function may(actor: Laisee, verb: 'claim' | 'recall', id: string): Promise<boolean> {
  const seen = await actor.settle('readPacket', { path: { id } })
  return seen.ok && seen.data.may.includes(verb)
}
