import { expect, test } from 'vitest'
import { instalmentsPaper, type InstalmentsOnPaper } from './instalments-paper.ts'
import { makePdfFile } from './pdf-file.ts'
import { regular } from './testing/papers.ts'
import { readPdf } from './testing/read-pdf.ts'

const agreed: InstalmentsOnPaper = {
  id: 'ins_01m81w7598ekh96j32f6d1jp8c',
  about: 'tr_01m81w756ge1gag39h5xcdgaep',
  aboutKind: 'transfer',
  sentAt: Date.UTC(2026, 10, 22, 4),
  creditorName: '安宁',
  organisationName: null,
  debtorName: '欧阳㐆',
  version: 2,
  agreedAt: Date.UTC(2026, 10, 23, 4),
  principal: 300_000n,
  interest: 0n,
  parts: [
    { no: 1, amount: 100_000n, dueOn: '2026-11-30', paidAt: Date.UTC(2026, 10, 30, 1), missed: false },
    { no: 2, amount: 200_000n, dueOn: '2026-12-31', paidAt: null, missed: true },
  ],
  releasedAt: null,
}
const textOf = async (it: InstalmentsOnPaper, language: 'zh' | 'en' = 'zh') => {
  const { bytes, missing } = await makePdfFile(instalmentsPaper(it, '2027-01-04', language), { regular })
  return { text: readPdf(bytes).pages.join(''), missing }
}

test('the agreement says who, how much, when and where it goes, with the Chinese whole', async () => {
  const { text } = await textOf(agreed)
  expect(text).toContain('分期退还协议收回方：安宁退还方：欧阳')
  expect(text).toContain('退还其中 ¥3,000.00（叁仟元整）')
  expect(text).toContain('1. 2026年11月30日，¥1,000.00（壹仟元整），已于 2026年11月30日 付清')
  expect(text).toContain('2. 2026年12月31日，¥2,000.00（贰仟元整），到期未付')
  expect(text).toContain('双方没有约定利息')
  expect(text).toContain('只退回收回方当初付款的账户')
  expect(text).toContain('确认第 2 版')
  expect(text).toContain('未经公证')
})

test('where an organisation paid, it is the one that is paid back, and who answers for it is named', async () => {
  const office = { ...agreed, organisationName: '山海公司' }
  expect((await textOf(office)).text).toContain('收回方：山海公司（经办人：安宁）退还方：欧阳')
  expect((await textOf(office, 'en')).text).toContain('Paid back: 山海公司, represented by 安宁')
})

test('interest stands on it only where both wrote it in, and a release where there was one', async () => {
  const { text } = await textOf({ ...agreed, interest: 600n, releasedAt: Date.UTC(2027, 0, 3, 4) })
  expect(text).toContain('另行约定利息 ¥6.00')
  expect(text).toContain('免去其余各期')
  const english = await textOf({ ...agreed, interest: 600n }, 'en')
  expect(english.text).toContain('interest of ¥6.00 is agreed')
  expect(english.text).toContain('2. 31 December 2026: ¥2,000.00, not paid on its day')
})
