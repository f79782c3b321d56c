import { describe, expect, it } from 'vitest'
import type { Packet, Transfer } from '../data/queries.ts'
import { leftIn, onTheWay } from './on-the-way.ts'

const packet = (state: Packet['state'], total: number, claimedAmount = 0) =>
  ({ id: state, state, total, claimedAmount, returnedAmount: 0 }) as Packet
const transfer = (state: Transfer['state'], amount: number) => ({ id: state, state, amount }) as Transfer

describe('money on its way', () => {
  it('is what nobody has claimed and what has not arrived', () => {
    const found = onTheWay({
      packets: [packet('undo', 100), packet('open', 1_000, 300), packet('paused', 50)],
      sent: [transfer('waiting', 2_000), transfer('undo', 5)],
      received: [],
      isAll: true,
    })
    expect(found.outSum).toBe(100 + 700 + 50 + 2_000 + 5)
    expect(found.packets).toHaveLength(3)
  })

  it('is never what has ended: that is in a wallet', () => {
    const found = onTheWay({
      packets: [packet('claimed_out', 100, 100), packet('recalled', 100), packet('expired', 9)],
      sent: [transfer('arrived', 7), transfer('recalled', 7), transfer('returned', 7)],
      received: [transfer('arrived', 7)],
      isAll: true,
    })
    expect(found).toMatchObject({ packets: [], sent: [], received: [], outSum: 0 })
  })

  it('does not count what is coming in as one’s own', () => {
    const coming = { packets: [], sent: [], received: [transfer('waiting', 900)], isAll: true }
    expect(onTheWay(coming)).toMatchObject({ outSum: 0, received: [{ amount: 900 }] })
  })

  it('of a packet is its total less what was claimed and returned', () => {
    expect(leftIn({ total: 500, claimedAmount: 120, returnedAmount: 30 } as Packet)).toBe(350)
  })
})
