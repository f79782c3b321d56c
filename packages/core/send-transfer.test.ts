import { expect, test } from 'vitest'
import { dayMs, hourMs, secondMs, type Instant } from './instant.ts'
import { profileNames, profiles } from './profile.ts'
import { refusalCodes, type RefusalCode } from './refusals.ts'
import { decideSendTransfer, type TransferAsk, type TransferFacts } from './send-transfer.ts'

const payer = 'mem_payer'
const payee = 'mem_payee'
const sentAt: Instant = Date.UTC(2026, 10, 22, 8)
const deliverAt = sentAt + 10 * secondMs
const arriveAt = deliverAt + 2 * hourMs
const acceptBy = deliverAt + dayMs

const ask: TransferAsk = { payerId: payer, payeeId: payee, amount: 5_200n, delayS: 7_200, profile: 'laisee' }
const facts: TransferFacts = {
  payeeKnown: true,
  blocked: false,
  wallet: { balance: 10_000n, state: 'open' },
  undoS: 10,
  holdMs: 0,
}

test('a transfer is delivered after the undo window and arrives after its delay', () => {
  expect(decideSendTransfer(ask, facts, sentAt)).toEqual({
    needsAcceptance: false,
    deliverAt,
    acceptBy: null,
    arriveAt,
  })
})

test('where the profile asks for acceptance, there is a day to accept and no arrival yet', () => {
  const times = decideSendTransfer({ ...ask, profile: 'wechat-personal' }, facts, sentAt)
  expect(times).toEqual({ needsAcceptance: true, deliverAt, acceptBy, arriveAt: null })
})

test('a transfer without delay arrives the moment it is delivered', () => {
  expect(decideSendTransfer({ ...ask, delayS: 0 }, facts, sentAt)).toMatchObject({
    deliverAt,
    arriveAt: deliverAt,
  })
})

const wrongs: { code: RefusalCode; ask?: Partial<TransferAsk>; facts?: Partial<TransferFacts> }[] = [
  { code: 'member_unknown', facts: { payeeKnown: false } },
  { code: 'self_not_allowed', ask: { payeeId: payer } },
  { code: 'recipient_blocked', facts: { blocked: true } },
  { code: 'amount_above_max', ask: { amount: 5_000_001n } },
  { code: 'delay_out_of_bounds', ask: { delayS: 604_801 } },
  { code: 'wallet_frozen', facts: { wallet: { balance: 10_000n, state: 'frozen' } } },
  { code: 'balance_too_low', facts: { wallet: { balance: 5_199n, state: 'open' } } },
]

test.each(wrongs)(
  'a send is refused as $code, also when everything below it is wrong as well',
  ({ code }) => {
    const from = wrongs.findIndex((wrong) => wrong.code === code)
    const alone = decideSendTransfer(
      { ...ask, ...wrongs[from]!.ask },
      { ...facts, ...wrongs[from]!.facts },
      sentAt,
    )
    expect(alone).toMatchObject({ kind: 'refusal', code })
    const below = wrongs.slice(from).reverse()
    const worst = decideSendTransfer(
      Object.assign({}, ask, ...below.map((wrong) => wrong.ask)) as TransferAsk,
      Object.assign({}, facts, ...below.map((wrong) => wrong.facts)) as TransferFacts,
      sentAt,
    )
    expect(worst).toMatchObject({ kind: 'refusal', code })
  },
)

test('the refusals of a send stand in the order of the registry', () => {
  const places = wrongs.map((wrong) => refusalCodes.indexOf(wrong.code))
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test.each(profileNames)('the cap and the longest delay of %s are allowed, one more is not', (profile) => {
  const { transferMax, transferDelayMaxMs } = profiles[profile]
  const rich = { ...facts, wallet: { balance: transferMax * 2n, state: 'open' as const } }
  const most = { ...ask, profile, amount: transferMax, delayS: transferDelayMaxMs / secondMs }
  expect(decideSendTransfer(most, rich, sentAt)).not.toHaveProperty('code')
  expect(decideSendTransfer({ ...most, amount: most.amount + 1n }, rich, sentAt)).toMatchObject({
    code: 'amount_above_max',
  })
  expect(decideSendTransfer({ ...most, delayS: -1 }, rich, sentAt)).toMatchObject({
    code: 'delay_out_of_bounds',
  })
  expect(decideSendTransfer({ ...most, delayS: most.delayS + 1 }, rich, sentAt)).toMatchObject({
    code: 'delay_out_of_bounds',
  })
})
