import { expect, test } from 'vitest'
import { lookOf, whereOf } from './notice-look.ts'

test('whoever is to approve, or is asked by them, is led to the approval, and the sender to their send', () => {
  expect(whereOf({ sourceId: 'pkt_1', kind: 'approval_asked' })).toBe('/approvals/pkt_1')
  expect(whereOf({ sourceId: 'tr_1', kind: 'own_approval_questioned' })).toBe('/approvals/tr_1')
  expect(whereOf({ sourceId: 'org_1', kind: 'approval_delegated' })).toBe('/approvals')
  expect(whereOf({ sourceId: 'pkt_1', kind: 'own_approval_rejected' })).toBe('/packets/pkt_1')
  expect(whereOf({ sourceId: 'tr_1', kind: 'own_approval_granted' })).toBe('/transfers/tr_1')
})

test('whoever has a dispute, or is frozen, is led to it', () => {
  expect(whereOf({ sourceId: 'dsp_1', kind: 'dispute_asked' })).toBe('/disputes/dsp_1')
  const frozen = { sourceId: 'mem_1', kind: 'wallet_amount_frozen', data: { freezeId: 'frz_1' } } as const
  expect(whereOf(frozen)).toBe('/freezes/frz_1')
  expect(whereOf({ sourceId: 'mem_1', kind: 'wallet_frozen', data: { reason: '' } })).toBe('/wallet')
})

test('a broken glass has the sign of a warning to everybody', () => {
  expect(lookOf('approval_glass_broken')).toEqual({ icon: 'warn', tone: 'hold' })
  expect(lookOf('own_approval_glass_broken')).toEqual(lookOf('approval_glass_broken'))
})
