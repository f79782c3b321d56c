import { describe, expect, test } from 'vitest'
import { noticeKinds, type NoticeKind } from '../notice.ts'
import { noticeTexts, sayNotice } from './notices.ts'
import type { Language } from './words.ts'

const languages: Language[] = ['zh', 'en']
const fieldsOf = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]!)
const reading = {
  timeZone: 'Asia/Shanghai',
  names: { mem_1: '王秀英', mem_2: '周明', mem_3: '李彩霞', grp_1: '一家人' },
}
const facts = {
  payerId: 'mem_1',
  payeeId: 'mem_2',
  groupId: 'grp_1',
  claimerIds: ['mem_2', 'mem_3'],
  lastClaimerId: 'mem_2',
  senderId: 'mem_1',
  by: 'mem_2',
  brokenBy: ['mem_2', 'mem_3'],
  decidedBy: 'mem_2',
  fromId: 'mem_3',
  note: '请先看合同',
  declinedBy: 'mem_2',
  count: 5,
  claimedCount: 2,
  amount: 123_456,
  balance: 200_000,
  returned: 300,
  reason: '核实身份',
  reference: '工资',
  name: '我的手机',
  recoveryCodesLeft: 9,
  approveBy: '2026-02-17T04:00:00.000Z',
  heldUntil: '2026-02-16T04:00:00.000Z',
  deliverAt: '2026-02-17T04:00:00.000Z',
  since: '2026-02-16T04:00:00.000Z',
  until: '2026-02-17T04:00:00.000Z',
  expireAt: '2026-02-17T04:00:00.000Z',
  acceptBy: '2026-02-17T04:00:00.000Z',
  arriveAt: '2026-02-17T04:00:00.000Z',
}

describe.each(languages)('the notices in %s', (language) => {
  const texts = (kind: NoticeKind) => noticeTexts[language][kind]

  test('have words for every kind, in order, and no two say the same', () => {
    expect(Object.keys(noticeTexts[language])).toEqual([...noticeKinds])
    const all = noticeKinds.flatMap(texts)
    expect(new Set(all).size).toBe(all.length)
  })

  test('put in only what their notation knows', () => {
    const rest = noticeKinds
      .flatMap(texts)
      .map((text) => text.replaceAll(/\{\{\w+(, (yuan|time|name))?\}\}/g, ''))
      .filter((text) => /[{}]/.test(text))
    expect(rest).toEqual([])
  })

  test('are said whole where every fact is there', () => {
    for (const kind of noticeKinds) {
      const said = sayNotice(language, { kind, data: facts }, reading)
      expect(said, kind).not.toMatch(/undefined|null|[{}]|mem_|grp_/)
      expect(said, kind).toMatch(language === 'zh' ? /[\u4e00-\u9fff]/ : /^[A-Z¥王周李2]/)
    }
  })

  test('fall back to a plainer text where a fact is missing', () => {
    for (const kind of noticeKinds) {
      const [longer, plainer] = texts(kind)
      if (plainer === undefined) continue
      const missing = fieldsOf(longer).filter((field) => !fieldsOf(plainer).includes(field))
      expect(missing.length, kind).toBeGreaterThan(0)
      const data = Object.fromEntries(Object.entries(facts).filter(([field]) => !missing.includes(field)))
      expect(sayNotice(language, { kind, data }, reading), kind).not.toMatch(/[{}]/)
    }
  })
})

test('both languages name the same facts', () => {
  for (const kind of noticeKinds) {
    const [zh, en] = languages.map((language) =>
      noticeTexts[language][kind].map((text) => fieldsOf(text).sort().join()),
    )
    expect(en, kind).toEqual(zh)
  }
})

describe('a notice in words', () => {
  const claimed = { kind: 'own_packet_claimed', data: facts } as const

  test('tells amounts in yuan, moments by the reader’s clock, and people as the reader calls them', () => {
    expect(sayNotice('zh', { kind: 'transfer_expiring', data: facts }, reading)).toBe(
      '王秀英转来的 1,234.56 元你还没收，2月17日 12:00:00 会退回给对方。',
    )
    expect(sayNotice('en', { kind: 'transfer_received', data: facts }, reading)).toBe(
      '¥1,234.56 from 王秀英 has arrived in your wallet.',
    )
    expect(sayNotice('zh', claimed, reading)).toBe('周明、李彩霞领了你的红包，5 个已被领走 2 个。')
  })

  test('calls whoever has no name here someone', () => {
    expect(sayNotice('zh', claimed, { timeZone: 'UTC' })).toBe('有人、有人领了你的红包，5 个已被领走 2 个。')
    expect(sayNotice('zh', { ...claimed, data: { ...facts, claimerIds: [] } }, reading)).toBe(
      '你的 5 个红包已被领走 2 个。',
    )
  })

  test('of a newer version is told as one that is not known', () => {
    expect(sayNotice('en', { kind: 'constructor' as never, data: {} }, reading)).toContain('does not know')
  })
})
