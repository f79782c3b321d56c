/** What people do on their phones, by the words and roles they find there, and what the service says became of it. */

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Answer, Laisee } from '@laisee/client/client.ts'
import { formatYuan } from '@laisee/core/money.ts'
import type { Phone, Stage } from './stage.ts'

export type Packet = Answer<'readPacket'>
export type Transfer = Answer<'readTransfer'>

/** Live, for a person who looks: nothing is read again by itself in so short a time, so that only the stream tells it. */
export const soon = { timeout: 12_000 }

export interface Filled {
  /** `拼手气`, `普通` or `专属`, where there is a choice. */
  kind?: string
  /** As it is typed. */
  amount: string
  count?: string
  greeting: string
  /** Whom of the group it is for, by the name the sender sees. */
  forOne?: string
  /** What is set under 更多. */
  more?: (page: Page) => Promise<void>
}

/** `8.80` for 880 fen, as the screens write it. */
export function yuan(fen: number): string {
  return formatYuan(BigInt(fen))
}

/** Fill in a packet for a member, a group or `link`. */
export async function fillPacket({ page }: Phone, to: string, filled: Filled): Promise<void> {
  await page.goto(`/send?to=${to}`)
  await fillFields(page, filled)
}

/** Fill in the form that is open. */
export async function fillFields(page: Page, filled: Filled): Promise<void> {
  const { kind, amount, count, greeting, forOne, more } = filled
  if (kind !== undefined) await page.getByRole('radio', { name: kind, exact: true }).click()
  if (forOne !== undefined) {
    await page.getByRole('button', { name: '选择一位群成员' }).click()
    await page.getByRole('dialog', { name: '专属红包给谁' }).getByRole('button', { name: forOne }).click()
  }
  if (count !== undefined) await page.getByLabel('红包个数').fill(count)
  await amountField(page).fill(amount)
  await page.getByLabel('祝福语', { exact: true }).fill(greeting)
  if (more) {
    await page.getByRole('button', { name: '更多' }).click()
    await more(page)
  }
}

export function amountField(page: Page): Locator {
  return page.getByLabel(/^(总金额|单个金额|金额)$/)
}

/** The one button of the form, once it says how much. */
export function putButton(page: Page): Locator {
  return page.getByRole('button', { name: /^塞钱进红包 ¥/ })
}

/** Fill in a packet, send it, and see it where it was sent. Gives it as the service has it. */
export async function sendPacket(phone: Phone, to: string, filled: Filled): Promise<Packet> {
  await fillPacket(phone, to, filled)
  await putButton(phone.page).click()
  await phone.page.waitForURL(/\/(chats|packets)\//)
  return sentPacket(phone.api, filled.greeting)
}

/** The only packet this person has sent with a greeting. */
export async function sentPacket(api: Laisee, greeting: string): Promise<Packet> {
  const sent = await packetsWith(api, greeting)
  expect(sent).toHaveLength(1)
  return sent[0]!
}

/** Everything this person has sent with a greeting lately. */
export async function packetsWith(api: Laisee, greeting: string): Promise<Packet[]> {
  const { items } = await api.listSentPackets({ query: { limit: 20 } })
  return items.filter((packet) => packet.greeting === greeting)
}

/** Give people half a minute to undo what they send, so that a slow machine has the time. */
export async function timeToUndo(...people: { api: Laisee }[]): Promise<void> {
  await Promise.all(people.map(({ api }) => api.changeMe({ body: { undoS: 30 } })))
}

/** Let the undo window of a send pass by moving the clock, and the service deliver it. */
export async function passUndo(stage: Stage, api: Laisee, send: Packet | Transfer): Promise<void> {
  await stage.forward(Date.parse(send.deliverAt) - Date.parse(send.sentAt))
  await expect.poll(() => stateOf(api, send.id), soon).not.toBe('undo')
}

/** Send a packet and let its undo window pass. */
export async function deliverPacket(stage: Stage, phone: Phone, to: string, filled: Filled): Promise<Packet> {
  const packet = await sendPacket(phone, to, filled)
  await passUndo(stage, phone.api, packet)
  return packet
}

/** How a packet or transfer stands, for this person. */
export async function stateOf(api: Laisee, id: string): Promise<string> {
  const path = { id }
  return (id.startsWith('pkt_') ? await api.readPacket({ path }) : await api.readTransfer({ path })).state
}

/** What this person's wallet has, in fen. */
export async function balanceOf({ api }: { api: Laisee }): Promise<number> {
  return (await api.getWallet()).balance
}

/** What the service has told of a packet or transfer, in order. */
export async function told(api: Laisee, id: string): Promise<string[]> {
  const topics = `${id.startsWith('pkt_') ? 'packet' : 'transfer'}:${id}`
  const { events } = await api.listEvents({ query: { topics, limit: 200 } })
  return events.map(({ kind }) => kind)
}

/** A packet's or transfer's bubble in the open chat, by its greeting or note. */
export function bubble(page: Page, text: string | RegExp): Locator {
  return page.getByRole('list', { name: '聊天记录' }).getByRole('link', { name: text })
}

/** Wait until a bubble says something. */
export async function bubbleSays(page: Page, text: string, says: string | RegExp): Promise<void> {
  await bubble(page, text).filter({ hasText: says }).waitFor(soon)
}

/** Wait until somewhere on the page this stands. */
export async function says(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor(soon)
}

/** The coin of a cover. */
export function coin(page: Page): Locator {
  return page.getByRole('button', { name: '開红包' })
}

/** Open a delivered packet from the chat one looks at, and see the share. Gives it in fen. */
export async function openPacket(phone: Phone, packet: Packet, passphrase?: string): Promise<number> {
  const { page, api } = phone
  await bubble(page, packet.greeting).click()
  if (passphrase !== undefined) await page.getByLabel('输入口令').fill(passphrase)
  await coin(page).click()
  return seeShare(phone, api, packet.id)
}

/** The amount alone stands on the screen, and it is the one the service gave. */
export async function seeShare({ page }: Phone, api: Laisee, packetId: string): Promise<number> {
  await says(page, '已存入零钱，可以直接用')
  const { myShare } = await api.readPacket({ path: { id: packetId } })
  await says(page, `¥${yuan(myShare!.amount)}`)
  return myShare!.amount
}

/** A claim beside the screen, by the service's own door. Gives the share in fen. */
export async function claim(api: Laisee, packet: Pick<Packet, 'id'>): Promise<number> {
  return (await api.claimPacket({ path: { id: packet.id }, body: {} })).amount
}
