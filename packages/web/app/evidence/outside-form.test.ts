import { expect, it } from 'vitest'
import { emptyOutside, readOutside } from './outside-form.ts'

const whole = { ...emptyOutside, amount: '50', sentAt: '2026-11-20T10:00', payeeName: ' 张三 ' }

it('what is typed becomes a payment on WeChat, with what is not known left out', () => {
  expect(readOutside(whole)).toEqual({
    outside: {
      platform: 'wechat',
      product: 'transfer',
      amount: 5_000,
      sentAt: new Date('2026-11-20T10:00').toISOString(),
      payeeName: '张三',
    },
  })
  expect(
    readOutside({ ...whole, taken: 'no', transactionNo: '1000 5001', payeeAccount: 'zhang' }),
  ).toMatchObject({
    outside: { taken: false, transactionNo: '10005001', payeeAccount: 'zhang' },
  })
})

it('what is missing or cannot be is named, each field', () => {
  expect(readOutside(emptyOutside)).toEqual({ wrong: ['amount', 'sentAt', 'payeeName'] })
  expect(readOutside({ ...whole, amount: '0' })).toEqual({ wrong: ['amount'] })
  expect(readOutside({ ...whole, transactionNo: '单号' })).toEqual({ wrong: ['transactionNo'] })
})
