import { expect, test } from 'vitest'
import {
  delayChoice,
  freshTransfer,
  readTransferForm,
  type TransferDraft,
  type TransferFacts,
} from './transfer-form.ts'

const facts: TransferFacts = {
  payeeId: 'mem_2',
  myId: 'mem_me',
  canPay: true,
  wallet: { balance: 10_000_000, state: 'open' },
  undoS: 10,
  delayS: 0,
  now: 1_000_000,
}
const read = (draft: Partial<TransferDraft>, more: Partial<TransferFacts> = {}) =>
  readTransferForm({ ...freshTransfer, ...draft }, { ...facts, ...more })

test("a transfer takes the sender's own delay unless another is chosen", () => {
  expect(read({ amount: '1,000' }, { delayS: 7_200 }).body).toEqual({
    payeeId: 'mem_2',
    amount: 100_000,
    delayS: 7_200,
  })
  expect(read({ amount: '1', delay: '86400' }, { delayS: 7_200 }).body).toMatchObject({ delayS: 86_400 })
  expect(read({ amount: '1', delay: '0' }, { delayS: 7_200 }).body).toMatchObject({ delayS: 0 })
})

test('it arrives after the undo window and the delay', () => {
  expect(read({ delay: 'own', delayOwn: '３', delayUnit: 'minutes' }).arriveAt).toBe(
    1_000_000 + 10_000 + 180_000,
  )
})

test("one's own default shows as the button it equals, and as none where there is no such button", () => {
  expect(delayChoice(freshTransfer, 7_200)).toBe('7200')
  expect(delayChoice(freshTransfer, 600)).toBe('')
  expect(delayChoice({ delay: 'own' }, 7_200)).toBe('own')
})

test.each<[string, Partial<TransferDraft>, Partial<TransferFacts>, string]>([
  ['nothing filled in', {}, {}, 'amount amount_missing'],
  ['powers of ten', { amount: '1e3' }, {}, 'amount exponent'],
  ['more than at once', { amount: '50000.01' }, {}, 'amount amount_above_max'],
  ['a delay that is no number', { amount: '1', delay: 'own' }, {}, 'delay delay_not_whole'],
  [
    'too long a delay',
    { amount: '1', delay: 'own', delayOwn: '8', delayUnit: 'days' },
    {},
    'delay delay_out',
  ],
  ['too long a note', { amount: '1', note: '字'.repeat(201) }, {}, 'note note_long'],
  ['too little money', { amount: '2' }, { wallet: { balance: 199, state: 'open' } }, 'money short'],
  ['a frozen wallet', { amount: '1' }, { wallet: { balance: 199, state: 'frozen' } }, 'money frozen'],
  ['a block between them', { amount: '1' }, { canPay: false }, 'recipient blocked'],
])('%s is said at its field, and nothing can be sent', (_, draft, more, said) => {
  const { problems, body } = read(draft, more)
  expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([said])
  expect(body).toBeUndefined()
})

test('what an allowance pays says so, and is not measured by one’s own wallet', () => {
  const poor = { wallet: { balance: 0, state: 'open' } } as const
  expect(read({ amount: '88' }, poor).body).toBeUndefined()
  expect(read({ amount: '88', paidFrom: 'fam_1' }, poor).body).toMatchObject({ paidFrom: 'fam_1' })
  expect(read({ amount: '88' }).body).not.toHaveProperty('paidFrom')
})
