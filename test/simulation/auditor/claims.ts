/** Claims: who may have the next share, what it may be, and whether a revealed seed really decided it. */

import { createHash, createHmac } from 'node:crypto'
import type { Ask, Fields } from '../asks.ts'
import { frozen } from './freezes.ts'
import { isHidden, isKept } from './holds.ts'
import { close, deliver, fate, maySee, claimed, shareOf, shown, stateOf } from './packets.ts'
import {
  bodyOf,
  iso,
  no,
  numberIn,
  textIn,
  yes,
  type Link,
  type Packet,
  type Verdict,
  type World,
} from './world.ts'

const attemptsMax = 5

/** May this member have a share? Asked again, the share they have is the answer. */
export function claim(w: World, p: Packet, ask: Ask): Verdict {
  const { token, passphrase } = bodyOf<{ token?: string; passphrase?: string }>(ask)
  const link = token === undefined ? undefined : w.links.get(token)
  if (token !== undefined && link?.packet !== p.id) return no('link_invalid', { field: 'token' })
  if (link && link.member !== null && link.member !== ask.as)
    return no('link_for_someone_else', { field: 'token' })
  const invited = p.inside ? p.inside.has(ask.as) : link !== undefined
  const mine = p.claims.find((share) => share.member === ask.as)
  if (mine) return yes(() => shareOf(p, mine))
  if (!invited) return no('not_found')
  const closed = closedTo(w, p, ask.as, link)
  if (closed) return closed
  const wrong = p.phrase === null ? undefined : tryPhrase(p, ask.as, passphrase)
  return wrong ?? yes((reply) => bookClaim(w, p, ask.as, numberIn(reply, 'amount')))
}

/** Why nobody, or not this member, can have a share of it now. */
function closedTo(w: World, p: Packet, me: string, link: Link | undefined): Verdict | undefined {
  if (isKept(p) && me !== p.payer) return no('not_found')
  const ended = fate(w, p)
  if (ended) return ended
  const state = stateOf(w, p)
  if (isHidden(state))
    return me === p.payer ? no('not_delivered_yet', { deliverAt: iso(p.deliverAt) }) : no('not_found')
  if (link && !p.inside && w.clock >= link.expireAt)
    return no('link_expired', { expiredAt: iso(link.expireAt) })
  if (p.test) return no('test_packet')
  const held = frozen(w, p)
  if (held) return held
  if (state === 'paused') return no('packet_paused')
  if (p.notBefore !== null && w.clock < p.notBefore) return no('not_yet', { notBefore: iso(p.notBefore) })
  return undefined
}

/** Each attempt that says something uses one up, the right one too. */
function tryPhrase(p: Packet, me: string, said: string | undefined): Verdict | undefined {
  const used = p.attempts.get(me) ?? 0
  if (used === attemptsMax) return no('passphrase_attempts_used_up', { field: 'passphrase' })
  if (said === undefined) return no('passphrase_wrong', { field: 'passphrase' })
  p.attempts.set(me, used + 1)
  const same = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
  return same(said) === same(p.phrase!)
    ? undefined
    : no('passphrase_wrong', { attemptsLeft: attemptsMax - used - 1 })
}

function bookClaim(w: World, p: Packet, member: string, offered: number): Fields {
  const amount = shareWithin(p, offered)
  deliver(w, p)
  w.move(p.id, member, amount, 'packet_claimed', p.id)
  const share = { member, shareNo: p.claims.length + 1, amount, at: w.clock }
  p.claims.push(share)
  const { at } = shareOf(p, share)
  const meant = [p.group, p.recipient].filter((id) => id !== null)
  const one = { memberId: member, shareNo: share.shareNo, at }
  const counts = { claimedCount: p.claims.length, count: p.count }
  w.tell(p.id, 'packet.claimed', [p.payer, p.id, ...meant], { packetId: p.id, claims: [one], ...counts })
  if (p.claims.length === p.count)
    close(w, p, 'claimed_out', { by: member }, { count: p.count, lastClaimerId: member })
  return shareOf(p, share)
}

/** The share the rules fix; or, for a lucky one, the one offered, brought back within what the rules allow. */
function shareWithin(p: Packet, offered: number): number {
  const left = p.total - claimed(p)
  const sharesLeft = p.count - p.claims.length
  if (sharesLeft === 1) return left
  if (p.split === null) return p.total / p.count
  const most = Math.max(1, Math.min(left - (sharesLeft - 1), Math.floor((2 * left) / sharesLeft)))
  const least = Math.max(1, Math.floor(left / (10 * sharesLeft)))
  return Math.min(Math.max(offered, least), most)
}

/** What is behind a link, for whoever may see it. */
export function openLink(w: World, ask: Ask): Verdict {
  const link = w.links.get(textIn(ask.body ?? {}, 'token'))
  if (!link) return no('link_invalid', { field: 'token' })
  if (link.member !== null && link.member !== ask.as) return no('link_for_someone_else', { field: 'token' })
  const p = w.packets.get(link.packet)!
  const delivered = w.clock >= p.deliverAt && !isKept(p)
  const byLink = delivered && p.audience === 'link' && w.clock < link.expireAt
  if (byLink || maySee(w, p, ask.as)) return yes(() => shown(w, p, ask.as))
  return w.clock >= link.expireAt ? no('link_expired', { expiredAt: iso(link.expireAt) }) : no('not_found')
}

/** The proof of a provable split, recomputed here from the seed it reveals. */
export function readProof(w: World, p: Packet, { as }: Ask): Verdict {
  if (!maySee(w, p, as)) return no('not_found')
  if (p.commitment === null) return no('split_not_provable')
  if (!p.end) return no('seed_not_revealed_yet', { expireAt: iso(p.expireAt) })
  return yes((body) => {
    const seed = Buffer.from(textIn(body, 'seed'), 'hex')
    const shares = p.claims
      .map((_, i) => i)
      .reduce<number[]>((dealt, i) => [...dealt, provenShare(p, seed, i, dealt)], [])
    return {
      packetId: p.id,
      total: p.total,
      count: p.count,
      commitment: commit(p, seed),
      shares,
      returned: p.returned,
    }
  })
}

const u32 = (number: number) => Buffer.from([number >>> 24, number >>> 16, number >>> 8, number])
const sized = (bytes: string | Buffer) => Buffer.concat([u32(Buffer.byteLength(bytes)), Buffer.from(bytes)])

function commit(p: Packet, seed: Buffer): string {
  const total = Buffer.alloc(8)
  total.writeBigUInt64BE(BigInt(p.total))
  const parts = [
    sized('laisee provable split: commitment'),
    u32(1),
    sized(p.id),
    total,
    u32(p.count),
    sized(seed),
  ]
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex')
}

/** Share `i` by the published rule: the first word without bias, at least a tenth of the mean, the rest to the last. */
function provenShare(p: Packet, seed: Buffer, i: number, dealt: number[]): number {
  const left = BigInt(p.total - dealt.reduce((sum, share) => sum + share, 0))
  const sharesLeft = BigInt(p.count - i)
  if (sharesLeft === 1n) return Number(left)
  const twiceMean = (2n * left) / sharesLeft
  const room = left - sharesLeft + 1n
  const n = twiceMean < room ? twiceMean : room
  const message = Buffer.concat([sized('laisee provable split: share'), sized(p.id), u32(i)])
  for (let round = 0; ; round++) {
    const word = createHmac('sha256', seed).update(message).update(u32(round)).digest().readBigUInt64BE()
    if (word >= (1n << 64n) - ((1n << 64n) % n)) continue
    const drawn = 1n + (word % n)
    const floor = left / (10n * sharesLeft)
    return Number(drawn > floor ? drawn : floor)
  }
}
