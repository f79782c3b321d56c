/** How often a step-up may fail, however many are tried at once. */

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { hourMs } from '@laisee/core/instant.ts'
import { codeFailuresMax } from '@laisee/core/passkey.ts'
import { routes } from '../routes.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { oneStepUpAtATime } from './passkeys.schemas.ts'
import { addKey } from './testing/key-ring.ts'

let callers: Callers
let ann: Person
let codes: string[]

beforeAll(async () => {
  callers = await openCallers()
})
beforeEach(async () => {
  await callers.service.freeze(Date.UTC(2026, 10, 22, 8))
  ann = await callers.person('安', 1_000n)
  codes = (await addKey(ann)).recoveryCodes!
  await ann.call('PUT', '/v1/me/step-up', { fromAmount: 1 })
})
afterAll(() => callers.close())

const withCode = (recoveryCode: string) =>
  ann.call('POST', '/v1/packets', { kind: 'lucky', link: true, total: 1, count: 1, stepUp: { recoveryCode } })
const wrong = (i: number) => `aaaa-aaaa-aaaa-aa${String(i).padStart(2, '0')}`

it('of forty wrong codes at once no more are looked at than one after another', async () => {
  const replies = await Promise.all(Array.from({ length: 40 }, (_, i) => withCode(wrong(i))))
  const looked = replies.filter(({ body }) => body.reason === 'code_wrong')
  expect(looked).toHaveLength(codeFailuresMax)
  const rest = replies.filter(({ body }) => body.code === 'step_up_attempts_used_up')
  expect(rest).toHaveLength(40 - codeFailuresMax)
  expect((await withCode(codes[0]!)).body.code).toBe('step_up_attempts_used_up')
  expect((await ann.call('GET', '/v1/wallet')).body.balance).toBe(1_000)
  await callers.service.forward(hourMs)
  expect((await withCode(codes[0]!)).status).toBe(201)
})

it('every route that checks a step-up tries one of a member at a time', () => {
  const taking = routes.filter(({ refusals }) => refusals.includes('step_up_attempts_used_up'))
  expect(taking.length).toBeGreaterThan(5)
  for (const { name, before } of taking) expect(before, name).toBe(oneStepUpAtATime)
})
