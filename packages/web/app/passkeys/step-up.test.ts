import { describe, expect, test } from 'vitest'
import type { What } from '../send/pending.ts'
import { askFor, factsOf, proved, stepUpQuestionOf, type StepUpNeed } from './step-up.ts'

const packet = (more: object): What => ({
  kind: 'packet',
  body: { kind: 'lucky', total: 20_000, count: 2, ...more },
})
const transfer: What = { kind: 'transfer', body: { payeeId: 'mem_b', amount: 100 } }
const ask = (what: What) => ({ what, toName: '姑姑', amount: 20_000 })
const no = (code: string, data: object = {}) =>
  ({ code, problem: { code, ...data } }) as unknown as Parameters<typeof stepUpQuestionOf>[0]
const need: StepUpNeed = { reason: 'own', fromAmount: 10_000, passkeys: 1, recoveryCodes: 10 }

describe('a refused send', () => {
  test('that needs a passkey waits with what there is to sign with', () => {
    const refusal = no('step_up_needed', { ...need })
    expect(stepUpQuestionOf(refusal, ask(transfer), undefined)).toEqual({
      ...ask(transfer),
      need,
      fault: undefined,
    })
  })

  test('whose signature was not taken asks again and says why', () => {
    const refusal = no('step_up_invalid', { reason: 'signed_other' })
    expect(stepUpQuestionOf(refusal, ask(transfer), need)).toMatchObject({ need, fault: 'signed_other' })
    expect(stepUpQuestionOf(refusal, ask(transfer), undefined)).toBeUndefined()
  })

  test('for anything else is none of the passkey’s', () => {
    expect(stepUpQuestionOf(no('balance_too_low'), ask(transfer), need)).toBeUndefined()
  })

  test('that an organisation’s policy wants signed says from which sum on', () => {
    const refusal = no('step_up_needed', { ...need, reason: 'organisation', policyVersion: 3 })
    expect(stepUpQuestionOf(refusal, ask(transfer), undefined)?.need).toEqual({
      ...need,
      reason: 'organisation',
    })
  })

  test('that says a reason of a later version is asked as by a rule', () => {
    const asked = stepUpQuestionOf(no('step_up_needed', { reason: 'weather' }), ask(transfer), undefined)
    expect(asked?.need).toEqual({ reason: 'rule', fromAmount: null, passkeys: 0, recoveryCodes: 0 })
  })
})

test('what is signed is the send, without what was given for it before', () => {
  const given = { recoveryCode: 'a' }
  const question = { ...ask(transfer), need, fault: undefined }
  const sent = proved(question, given)
  expect(sent.what.body).toMatchObject({ payeeId: 'mem_b', amount: 100, stepUp: given })
  expect(askFor(sent.what)).toEqual({ transfer: { payeeId: 'mem_b', amount: 100 } })
})

describe('the sheet says', () => {
  test.each([
    ['a transfer', transfer, 'transfer'],
    ['a packet for one', packet({ kind: 'direct', recipientIds: ['mem_b'] }), 'direct'],
    ['packets for several', packet({ recipientIds: ['mem_b', 'mem_c'] }), 'members'],
    ['packets in a group', packet({ groupId: 'grp_a' }), 'group'],
    [
      'one for one in a group',
      packet({ kind: 'exclusive', groupId: 'grp_a', recipientIds: ['mem_b'] }),
      'exclusive',
    ],
    ['packets by link', packet({ link: true }), 'link'],
  ] as const)('%s', (_what, what, key) => {
    const facts = factsOf({ ...ask(what), need, fault: undefined })
    expect(facts.key).toBe(key)
    expect(facts.data).toMatchObject({ name: '姑姑', amount: 20_000 })
  })
})
