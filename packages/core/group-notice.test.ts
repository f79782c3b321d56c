import { expect, it } from 'vitest'
import { decidePostNotice, isNoticeShown, namesIn, type NoticeCase } from './group-notice.ts'

const open: NoticeCase = { payerId: 'a', groupId: 'g', test: false, state: 'open', isAskedBack: false }
const text = '大家好，红包发错了，没领的请先不要领，谢谢。'
const post = (
  change: Partial<NoticeCase> = {},
  ask: object = {},
  posted?: { withdrawnAt: number | null },
) => {
  const decided = decidePostNotice(
    { ...open, ...change },
    { actorId: 'a', text, names: ['王小明'], ...ask },
    posted,
  )
  return decided === 'post' ? decided : decided.code
}

it('is posted by the payer to the group of the packet, once, while something is left to ask', () => {
  expect(post()).toBe('post')
  expect(post({}, { actorId: 'b' })).toBe('not_found')
  expect(post({ groupId: null })).toBe('notice_without_group')
  expect(post({ test: true })).toBe('notice_without_group')
  expect(post({ state: 'claimed_out' })).toBe('notice_without_case')
  expect(post({ state: 'claimed_out', isAskedBack: true })).toBe('post')
  expect(post({}, {}, { withdrawnAt: 1 })).toBe('notice_posted_already')
})

it('threatens nobody and names nobody, however the name is written', () => {
  expect(post({}, { text: '不退就报警抓你' })).toBe('return_text_refused')
  for (const said of ['请王小明退回', '请王 小 明退回', '请王\u200b小明退回'])
    expect(post({}, { text: said }), said).toBe('notice_names_somebody')
  expect(namesIn('Please, ＡＮＮＡ, return it', ['Anna'])).toBe(true)
  expect(namesIn('大家好，请安心', ['安'])).toBe(false)
})

it('is shown until it is withdrawn or its case is over', () => {
  expect(isNoticeShown({ withdrawnAt: null }, open)).toBe(true)
  expect(isNoticeShown({ withdrawnAt: 5 }, open)).toBe(false)
  expect(isNoticeShown({ withdrawnAt: null }, { state: 'recalled', isAskedBack: false })).toBe(false)
  expect(isNoticeShown({ withdrawnAt: null }, { state: 'recalled', isAskedBack: true })).toBe(true)
})
