import { describe, expect, it } from 'vitest'
import { evidenceGapWords } from '../words/screens/evidence-gaps.ts'
import { packClaims, type PackClaim } from './claim.ts'
import { gapCodes, gapsOf, type GapCode, type PackFacts } from './gap.ts'
import { someFacts } from './testing/pack.ts'

const codes = (change: Partial<PackFacts> = {}) => gapsOf({ ...someFacts, ...change }).map(({ code }) => code)

it('says of every pack that it is not notarised, on no neutral chain, and not stamped unless it is', () => {
  for (const claim of packClaims)
    for (const subject of ['packet', 'transfer', 'outside'] as const) {
      const found = codes({ claim, subject })
      expect(found).toEqual(
        expect.arrayContaining(['not_notarised', 'not_on_chain', 'not_stamped', 'identity']),
      )
      expect(codes({ claim, subject, stamped: true })).not.toContain('not_stamped')
    }
})

it.each<[string, Partial<PackFacts>, GapCode]>([
  ['no request for the money back', {}, 'return_request'],
  ['a request that nobody has read', { request: 'delivered' }, 'request_unread'],
  ['a claimed packet, which looks like a gift', { subject: 'packet' }, 'gift'],
  ['money that nobody has taken', { taken: false }, 'not_taken'],
  ['a warning before the send', { warned: true }, 'warned'],
  ['events that are not in the log yet', { receipts: 1 }, 'not_logged'],
  ['events that differ from the log', { receipts: 2, unproven: 1 }, 'unproven'],
  ['no agreement, where one is claimed', { claim: 'agreement' }, 'agreement'],
  ['no police receipt, for deceit', { claim: 'deceit' }, 'police'],
  ['one side’s word, for money sent elsewhere', { subject: 'outside' }, 'said_only'],
  ['a demo world', { demo: true }, 'demo'],
  ['a clock that was moved', { clockOffsetMs: 3_600_000 }, 'clock_moved'],
  ['a test packet', { isTest: true }, 'test_packet'],
])('names %s', (_, change, code) => {
  expect(codes(change)).toContain(code)
})

it('asks staff for no story and no phone of their own', () => {
  const found = codes({ byStaff: true, hasDevice: false })
  for (const code of ['statement', 'device']) expect(found).not.toContain(code)
})

it('does not name what is there', () => {
  const whole = codes({
    hasStatement: true,
    hasDocuments: true,
    request: 'read',
    agreed: true,
    stamped: true,
  })
  for (const code of [
    'statement',
    'chat',
    'return_request',
    'request_unread',
    'agreement',
    'not_stamped',
    'demo',
  ])
    expect(whole).not.toContain(code)
})

describe('the clock of the claim', () => {
  it.each<[PackClaim, GapCode, string]>([
    ['mistake', 'mistake_clock', '2027-02-18'],
    ['deceit', 'deceit_clock', '2027-11-20'],
    ['enrichment', 'enrichment_clock', '2029-11-20'],
  ])('%s runs until %s %s', (claim, code, lastDay) => {
    const found = gapsOf({ ...someFacts, claim }).find((gap) => gap.code === code)
    expect(found?.data).toEqual({ lastDay })
  })
})

it('every gap has its words in both languages, and no other has', () => {
  expect(Object.keys(evidenceGapWords.zh).sort()).toEqual([...gapCodes].sort())
  expect(Object.keys(evidenceGapWords.en).sort()).toEqual([...gapCodes].sort())
})
