/** Situations for tests: any at all, as fast-check draws them, without those that contradict themselves. */

import fc from 'fast-check'
import { dayMs } from '../../instant.ts'
import { provinces } from '../../law/provinces.ts'
import { contradictionsOf } from '../contradictions.ts'
import {
  causes,
  evidenceKinds,
  phases,
  platforms,
  products,
  reachabilities,
  relations,
  waivers,
  type Situation,
} from '../situation.ts'

export const testNow = Date.parse('2026-10-23T12:00:00Z')

const maybe = <T>(known: fc.Arbitrary<T>) => fc.option(known, { nil: null, freq: 3 })
const past = fc.oneof(
  fc.integer({ min: 0, max: 2 * dayMs }),
  fc.integer({ min: 0, max: 120 * dayMs }),
  fc.integer({ min: 0, max: 2_500 * dayMs }),
)

const drawn = {
  platform: maybe(fc.constantFrom(...platforms)),
  product: maybe(fc.constantFrom(...products)),
  phase: maybe(fc.constantFrom(...phases)),
  sentAt: maybe(past.map((age) => testNow - age)),
  noticedAt: maybe(past.map((age) => testNow - age)),
  amount: maybe(fc.bigInt({ min: 1n, max: 10_000_000n })),
  claimedAmount: fc.constant(null),
  cause: maybe(fc.constantFrom(...causes)),
  relation: maybe(fc.constantFrom(...relations)),
  reachability: maybe(fc.constantFrom(...reachabilities)),
  waiver: maybe(fc.constantFrom(...waivers)),
  evidence: maybe(fc.subarray([...evidenceKinds])),
  province: maybe(fc.constantFrom(...provinces, 'outside' as const)),
  ledger: fc.constant(null),
}

/** The one with the most steps: a transfer sent by mistake that was claimed, some time ago. */
const claimedTransfer: fc.Arbitrary<Situation> = fc.record({
  ...drawn,
  platform: fc.constantFrom('wechat', 'alipay'),
  product: fc.constant('transfer_now'),
  phase: fc.constant('claimed'),
  cause: fc.constantFrom('wrong_person', 'wrong_amount'),
  noticedAt: fc.constant(null),
})

/** Any situation that could be, of a person outside Laisee. */
export const anySituation: fc.Arbitrary<Situation> = fc
  .oneof({ weight: 2, arbitrary: fc.record(drawn) }, { weight: 1, arbitrary: claimedTransfer })
  .filter((situation) => contradictionsOf(situation, testNow).length === 0)

/** One more thing known of a situation: a field that was unknown, answered. */
export const answers: fc.Arbitrary<Partial<Situation>> = fc.oneof(
  fc.constantFrom(...platforms).map((platform) => ({ platform })),
  fc.constantFrom(...products).map((product) => ({ product })),
  fc.constantFrom(...phases).map((phase) => ({ phase })),
  fc.constantFrom(...causes).map((cause) => ({ cause })),
  fc.constantFrom(...relations).map((relation) => ({ relation })),
  fc.constantFrom(...reachabilities).map((reachability) => ({ reachability })),
  fc.constantFrom(...waivers).map((waiver) => ({ waiver })),
  fc.constantFrom(...provinces, 'outside' as const).map((province) => ({ province })),
  fc.bigInt({ min: 1n, max: 10_000_000n }).map((amount) => ({ amount })),
  past.map((age) => ({ sentAt: testNow - age })),
  past.map((age) => ({ noticedAt: testNow - age })),
)
