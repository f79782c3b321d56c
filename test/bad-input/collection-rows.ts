/** The rows of hundred.test.ts about collections and group notices: each with people of its own. */

import type pg from 'pg'
import type { Ground } from './limit-rows.ts'

type Rows<Request> = Record<string, [make: () => Promise<Request>, events: number]>

/** By the route's name: the request, and how many events its one effect tells. */
export function collectionRows<Request>(ground: Ground<Request>, sql: () => pg.Client): Rows<Request> {
  const { stranger, tokenOf, made, by } = ground
  /** Somebody new who asks another for money. */
  async function asked() {
    const memberId = await stranger()
    const asker = await tokenOf(await stranger())
    const shares = [{ memberId, amount: 300 }]
    const id = await made(asker, '/v1/collections', { note: '早饭', shares })
    return { asker, memberId, member: await tokenOf(memberId), at: `/v1/collections/${id}`, id }
  }
  return {
    askCollection: [
      async () => {
        const shares = [{ memberId: await stranger(), amount: 300 }]
        return by(await tokenOf(await stranger()), 'POST', '/v1/collections', { note: '早饭', shares })
      },
      1,
    ],
    payCollectionShare: [
      async () => {
        const { member, at } = await asked()
        return by(member, 'POST', `${at}/pay`, {})
      },
      2,
    ],
    declineCollectionShare: [
      async () => {
        const { member, at } = await asked()
        return by(member, 'POST', `${at}/decline`)
      },
      1,
    ],
    remindCollectionShare: [
      async () => {
        const { asker, memberId, at, id } = await asked()
        await sql().query(`update collection set asked_at = asked_at - interval '2 days' where id = $1`, [id])
        return by(asker, 'POST', `${at}/shares/${memberId}/remind`)
      },
      1,
    ],
    closeCollection: [
      async () => {
        const { asker, at } = await asked()
        return by(asker, 'POST', `${at}/close`)
      },
      1,
    ],
    ...noticeRows(ground, sql),
  }
}

function noticeRows<Request>(
  { stranger, tokenOf, made, by }: Ground<Request>,
  sql: () => pg.Client,
): Rows<Request> {
  /** A packet that somebody new sent to a group, and that others may claim. */
  async function sent() {
    const token = await tokenOf(await stranger())
    const groupId = await made(token, '/v1/groups', { name: '楼友', memberIds: [await stranger()] })
    const packet = { kind: 'equal', total: 200, count: 2, groupId, greeting: '' }
    const id = await made(token, '/v1/packets', packet)
    const early = `deliver_at - interval '1 minute'`
    await sql().query(
      `update packet set sent_at = sent_at - interval '1 minute', deliver_at = ${early} where id = $1`,
      [id],
    )
    return { token, at: `/v1/packets/${id}/group-notice` }
  }
  const text = '大家好，红包发错了，没领的请先不要领，谢谢。'
  return {
    postGroupNotice: [
      async () => {
        const { token, at } = await sent()
        return by(token, 'POST', at, { text })
      },
      1,
    ],
    withdrawGroupNotice: [
      async () => {
        const { token, at } = await sent()
        await made(token, at, { text })
        return by(token, 'POST', `${at}/withdraw`)
      },
      1,
    ],
  }
}
