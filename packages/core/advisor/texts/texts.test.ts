import { describe, expect, test } from 'vitest'
import { causes, nothingKnown, products, type Situation } from '../situation.ts'
import { testNow } from '../testing/situations.ts'
import { checkText } from './check-text.ts'
import { composeClaim } from './claim-draft.ts'
import { composeText } from './compose.ts'
import { textFactsOf } from './text-facts.ts'
import { textIds } from './text-ids.ts'

const languages = ['zh', 'en'] as const
const known: Situation = {
  ...nothingKnown,
  platform: 'wechat',
  product: 'transfer_now',
  cause: 'wrong_person',
  amount: 744_000n,
  sentAt: Date.parse('2026-10-23T11:30:00Z'),
  evidence: ['payment_record', 'chat'],
}
const facts = (situation: Situation, caseId: string | null = null) => textFactsOf(situation, testNow, caseId)

describe('every text the advisor writes', () => {
  test('passes its own checker, whatever is known', () => {
    const found: string[] = []
    for (const cause of [null, ...causes])
      for (const product of [null, ...products])
        for (const platform of [null, 'wechat', 'other'] as const)
          for (const language of languages)
            for (const id of textIds) {
              const { text } = composeText(id, facts({ ...known, cause, product, platform }), language)
              for (const { start, end, kind } of checkText(text))
                found.push(`${id} ${language} ${kind}: ${text.slice(start, end)}`)
            }
    expect(found).toEqual([])
  })

  test('leaves a blank for what is not known, and none for what is', () => {
    const { text, blanks } = composeText('request_return', facts(known), 'zh')
    expect(blanks).toEqual([])
    expect(text).toBe(
      '你好，2026年10月23日 19:30发给你的转账 ¥7,440.00 是误发：本来要发给别人，我选错了人。想请你在 2026年10月30日 前退回。退回时直接转给发给你的这个账号就好，不需要转到别的账户，也不会请你付任何费用。有困难可以告诉我，分几次也可以。谢谢你，给你添麻烦了。',
    )
    expect(composeText('request_return', facts(nothingKnown), 'zh').blanks).toEqual([
      '【发出时间】',
      '【金额】',
      '【发错的原因】',
    ])
    expect(composeText('request_return', facts(nothingKnown), 'en').blanks).toEqual([
      '[amount]',
      '[when it was sent]',
      '[why it was a mistake]',
    ])
  })

  test('writes each language in its own letters', () => {
    for (const id of textIds) {
      expect(composeText(id, facts(known), 'zh').text).toMatch(/[\u4e00-\u9fff]{4}/)
      expect(composeText(id, facts(known), 'en').text).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  test('speaks of a case only where there is one, and names nobody in a group', () => {
    expect(composeText('group_notice', facts(known), 'zh').text).not.toContain('编号')
    expect(composeText('group_notice', facts(known, 'case_7'), 'zh').text).toContain('（处理编号 case_7）')
    expect(composeText('group_notice', facts(known), 'zh').blanks).toEqual([])
  })
})

describe('what was only too much', () => {
  const all = (id: (typeof textIds)[number], language: 'zh' | 'en' = 'zh') =>
    composeText(id, facts({ ...known, cause: 'wrong_amount' }), language, { mistakeOpen: true })

  test('is all that is asked back, and how much it was is left for the writer', () => {
    for (const id of ['request_return', 'demand', 'claim_draft'] as const) {
      expect(all(id).blanks, id).toContain('【多付的金额】')
      expect(all(id, 'en').blanks, id).toContain('[the amount paid too much]')
    }
    expect(all('demand').text).toContain('原路退回 【多付的金额】 到')
    expect(all('claim_draft').text).toContain('返还原告 【多付的金额】；')
    expect(all('claim_draft').text).not.toContain('返还原告 ¥')
    expect(all('reminder').text).toContain('，多付的部分还没有退回')
  })

  test('does not make a claim deny that the rest was owed', () => {
    expect(all('claim_draft').text).not.toContain('没有应当支付该款项')
    expect(all('claim_draft').text).toContain('多付的部分，原被告之间没有应当支付的约定或者债务。')
    expect(all('claim_draft').text).toContain('转账行为中多付的部分；')
  })
})

test('whoever took a share of a packet for a group is asked for that share, not for the whole packet', () => {
  for (const id of ['request_return', 'guardian_request'] as const)
    for (const product of ['equal', 'lucky'] as const) {
      const zh = composeText(id, facts({ ...known, product }), 'zh')
      expect(zh.blanks).toContain('【对方领到的金额】')
      expect(zh.text).not.toContain('7,440')
      const en = composeText(id, facts({ ...known, product }), 'en')
      expect(en.blanks).toContain('[what they took]')
      expect(en.text).not.toContain('7,440')
    }
})

describe('a draft claim', () => {
  test('says that nothing was owed only where somebody has said why it was a mistake', () => {
    const text = (cause: Situation['cause']) =>
      composeText('claim_draft', facts({ ...known, cause }), 'zh').text
    expect(text('duplicate')).toContain('原被告之间没有应当支付该款项的约定或者债务。')
    expect(text(null)).not.toContain('之间没有')
    expect(text(null)).toContain('【有没有应当支付该款项的约定或者债务】')
  })

  const claim = (mistakeOpen: boolean) => composeClaim(facts(known), { mistakeOpen }, 'zh')
  const requests = (mistakeOpen: boolean) =>
    claim(mistakeOpen).sections.find((section) => section.id === 'requests')?.paragraphs

  test('asks for rescission only while the ninety days run, for the sum in figures and capitals, and for no interest', () => {
    expect(requests(true)).toEqual([
      '1. 请求撤销原告于 2026年10月23日 19:30 因重大误解向被告作出的转账行为；',
      '2. 请求判令被告返还原告 ¥7,440.00（柒仟肆佰肆拾元整）；',
      '3. 本案诉讼费用由被告负担。',
    ])
    expect(requests(false)).toHaveLength(2)
    expect(requests(false)?.join()).not.toContain('利息')
  })

  test('has the same sections in both languages, and lists the evidence at hand', () => {
    const english = composeClaim(facts(known), { mistakeOpen: true }, 'en')
    expect(english.sections.map((section) => section.id)).toEqual(
      claim(true).sections.map((section) => section.id),
    )
    expect(claim(true).sections.find((section) => section.id === 'evidence')?.paragraphs).toHaveLength(2)
    expect(claim(true).blanks.length).toBeGreaterThan(5)
  })
})
