/** The real cases of the reference page (§12.4): the way, the first step, the clocks and the fee as the sources have them. */

import { describe, expect, it } from 'vitest'
import { advise } from '@laisee/core/advisor/advise.ts'
import type { Plan } from '@laisee/core/advisor/plan.ts'
import { readSituation } from '@laisee/core/advisor/read-situation.ts'
import { fromIso } from '@laisee/core/instant.ts'
import { realCases, type RealCase } from './cases.ts'

const at = (text: string) => fromIso(text)!
/** The plan of a case as it was told, which no case tells so that it cannot be. */
function planOf({ at: toldAt, told }: RealCase): Plan {
  const reading = readSituation(told, at(toldAt))
  if ('problems' in reading || reading.contradictions.length > 0) throw new Error(JSON.stringify(told))
  return advise(reading.situation, at(toldAt))
}
const ids = (plan: Plan) => plan.steps.map((step) => step.id)
const stepOf = (plan: Plan, id: string) => {
  const step = plan.steps.find((it) => it.id === id)
  if (step === undefined) throw new Error(`the plan has no ${id}`)
  return step
}
const lastDay = (plan: Plan, id: string) => plan.clocks.find((clock) => clock.id === id)?.lastDay

describe('宿松 2025-09: 27,000 yuan to the landlord’s namesake, returned in ten days after mediation', () => {
  const plan = planOf(realCases.susong)

  it('is asked for in writing first, by unjust enrichment', () => {
    expect(plan.branch).toBe('ask_formally')
    expect(ids(plan)[0]).toBe('ask_in_writing')
    expect(stepOf(plan, 'ask_in_writing').basis).toContainEqual({ kind: 'law', article: 'civil_985' })
  })

  it('goes to mediation, and to the court for the payee’s name', () => {
    expect(ids(plan)).toEqual(
      expect.arrayContaining(['mediate', 'confirm_what_was_mediated', 'learn_who_it_is_through_the_court']),
    )
  })

  it('has its clocks and the fee: 475 yuan, half of it 237.50', () => {
    expect(lastDay(plan, 'mistake')).toBe('2025-12-15')
    expect(lastDay(plan, 'decide')).toBe('2025-11-30')
    expect(lastDay(plan, 'enrichment')).toBe('2028-09-16')
    expect(stepOf(plan, 'decide_on_an_action').values).toMatchObject({ fee: 47_500, halfFee: 23_750 })
  })
})

describe('沈阳 2016: 7,440 yuan to the other of two 彩虹, claimed while being asked, then blocked', () => {
  const sentAt = at('2016-10-20T20:00:00+08:00')
  const before = planOf(realCases.shenyangBefore)
  const after = planOf(realCases.shenyangAfter)

  it('before the claim: ask for its return unaccepted, and wait', () => {
    expect(before.branch).toBe('wait')
    expect(ids(before).slice(0, 2)).toEqual(['ask_to_give_it_back_unaccepted', 'wait_until_it_goes_back'])
    expect(before.clocks.find((clock) => clock.id === 'goes_back')?.endsAt).toBe(sentAt + 86_400_000)
  })

  it('after it: in writing, the court for who it is, and no fee to a bystander who offers a name', () => {
    expect(after.branch).toBe('ask_known')
    expect(ids(after)[0]).toBe('ask_in_writing')
    expect(ids(after)).toContain('learn_who_it_is_through_the_court')
    expect(ids(after)).not.toContain('call_once')
    expect(after.donts.map((dont) => dont.id)).toEqual(
      expect.arrayContaining(['no_buying_of_names', 'no_links_no_fees']),
    )
    expect(stepOf(after, 'decide_on_an_action').values).toMatchObject({ fee: 5_000, halfFee: 2_500 })
  })
})

describe('华商报 2017: 5,300 yuan to the wrong friend, who blocked the sender', () => {
  const plan = planOf(realCases.huashang)

  it('is a civil matter: no step is the police’s, and saying so falsely is warned against', () => {
    expect(plan.branch).toBe('ask_known')
    expect(plan.steps.flatMap((step) => step.hotlines)).not.toContain('police')
    expect(plan.donts.map((dont) => dont.id)).toContain('no_false_report')
  })

  it('expects nothing of the platform but a case: a transfer once sent cannot be withdrawn', () => {
    const step = stepOf(plan, 'open_a_platform_case')
    expect(step.basis).toContainEqual({ kind: 'product', rule: 'wechat_transfer_no_withdrawal' })
    expect(step.hotlines).toEqual(['wechat_pay'])
    expect(plan.steps.every((it) => it.power === null)).toBe(true)
  })
})

describe('赤峰 2015: 11,000 yuan instead of 1,100, refused', () => {
  const plan = planOf(realCases.chifeng)

  it('is a mistake about the amount: request, demand by day 14, decision by day 75', () => {
    expect(plan.branch).toBe('ask_formally')
    expect(ids(plan)[0]).toBe('ask_in_writing')
    expect(ids(plan)).toEqual(expect.arrayContaining(['demand_in_writing', 'mediate', 'decide_on_an_action']))
    expect(stepOf(plan, 'demand_in_writing').by.at).toBe(at('2015-05-18T23:59:59.999+08:00'))
    expect(stepOf(plan, 'decide_on_an_action').by.at).toBe(at('2015-07-18T23:59:59.999+08:00'))
    expect(lastDay(plan, 'mistake')).toBe('2015-08-03')
    expect(stepOf(plan, 'decide_on_an_action').values).toMatchObject({ fee: 7_500, halfFee: 3_750 })
    expect(ids(plan)).not.toContain('remind_once')
  })
})

describe('海淀: 2,769 yuan of packets were gifts, 12,900 of transfers were repaid', () => {
  it('claimed packets are presumed gifts: one request, no action advised', () => {
    const packets = planOf(realCases.haidianPacket)
    expect(packets.branch).toBe('gift')
    expect(ids(packets)).toContain('stop_after_one_request')
    expect(ids(packets)).not.toContain('decide_on_an_action')
    expect(ids(planOf(realCases.haidianPacketMeant))[0]).toBe('no_right_any_more')
  })

  it('transfers are not: what they were for decides, and a mistaken one may be sued for', () => {
    const meant = planOf(realCases.haidianTransferMeant)
    expect(meant.branch).toBe('what_it_was_for')
    expect(ids(meant)[0]).toBe('say_what_it_was_for')
    const slip = planOf(realCases.haidianTransfer)
    expect(slip.branch).toBe('ask_known')
    expect(stepOf(slip, 'decide_on_an_action').values).toMatchObject({ fee: 12_250, halfFee: 6_125 })
  })
})

describe('浦东 2021–24: 52,000 yuan after a tenfold drinking game, returned as said in jest', () => {
  const plan = planOf(realCases.pudong)

  it('is asked for like a mistake, and a claim of 52,000 costs 1,100, half of it 550', () => {
    expect(plan.branch).toBe('ask_known')
    expect(ids(plan)[0]).toBe('call_once')
    expect(ids(plan)[1]).toBe('ask_in_writing')
    expect(stepOf(plan, 'decide_on_an_action').values).toMatchObject({ fee: 110_000, halfFee: 55_000 })
    expect(lastDay(plan, 'mistake')).toBe('2021-08-30')
  })

  it('told today, the ninety days are over and only the three years could have been left', () => {
    const late = planOf(realCases.pudongLate)
    expect(ids(late)).toContain('it_may_be_too_late')
    expect(ids(late)).not.toContain('decide_on_an_action')
    expect(late.clocks.find((clock) => clock.id === 'mistake')?.state).toBe('over')
  })
})

describe('江津; 广州 2025: a caller says money was sent here by mistake and asks for it', () => {
  const plan = planOf(realCases.jiangjin)

  it('leaves the money where it is, looks in the own bill, and returns only the way it came', () => {
    expect(plan.branch).toBe('asked_to_return')
    expect(ids(plan)).toEqual([
      'leave_it_where_it_is',
      'look_in_your_own_bill',
      'return_the_way_it_came',
      'consult_96110',
      'keep_what_you_have',
    ])
    expect(plan.donts.map((dont) => dont.id)).toEqual(
      expect.arrayContaining(['no_new_account', 'no_second_payment']),
    )
  })

  it('runs no clock against the one who was asked', () => {
    expect(plan.clocks).toEqual([])
  })
})
