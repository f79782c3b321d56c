import { describe, expect, it } from 'vitest'
import {
  ada,
  ann,
  balance,
  bob,
  callers,
  codeOf,
  kindsTold,
  org,
  pia,
  publish,
  sam,
  say,
  stateOf,
  transfer,
  useCompany,
} from './testing/company.ts'

useCompany()

const rounds = 8
const count = (answers: readonly unknown[], answer: string) => answers.filter((one) => one === answer).length

describe('at the same instant', () => {
  it('two approvers of one step: one gives the last word, the other is told that it was given', async () => {
    for (let round = 0; round < rounds; round++) {
      const id = await transfer()
      const answers = await Promise.all([ann, bob].map((who) => codeOf(say(who, id, 'approve'))))
      expect([count(answers, 'yes'), count(answers, 'already_approved')]).toEqual([1, 1])
      expect((await kindsTold(id)).filter((kind) => kind === 'approval.granted')).toHaveLength(1)
    }
  })

  it('an approval and an edit: either it goes out as it was approved, or nothing that was given counts', async () => {
    for (let round = 0; round < rounds; round++) {
      const before = await balance()
      const id = await transfer()
      const edit = { payeeId: pia.id, amount: 900_000, onBehalfOf: org, replaces: id }
      const [approved, edited] = await Promise.all([
        codeOf(say(ann, id, 'approve')),
        sam.call('POST', '/v1/transfers', edit),
      ])
      expect(edited.status).toBe(201)
      expect(edited.body.state).toBe('approving')
      expect(['yes', 'already_undone']).toContain(approved)
      expect(await stateOf(id)).toBe('undone')
      expect(await balance()).toBe(before - 900_000)
      await sam.call('POST', `/v1/transfers/${String(edited.body.id)}/undo`)
    }
  })

  it('an approval and a rejection: one of them, and the money follows it', async () => {
    for (let round = 0; round < rounds; round++) {
      const before = await balance()
      const id = await transfer()
      const answers = await Promise.all([
        codeOf(say(ann, id, 'approve')),
        codeOf(say(bob, id, 'reject', { note: '不对' })),
      ])
      expect(count(answers, 'yes')).toBe(1)
      expect(await balance()).toBe(answers[0] === 'yes' ? before - 800_000 : before)
    }
  })

  it('a role that is taken away and an approval by it: whichever came first counts', async () => {
    const roles = `/v1/organisations/${org}/members/${ann.id}/roles`
    for (let round = 0; round < rounds; round++) {
      const id = await transfer()
      const [approved] = await Promise.all([
        codeOf(say(ann, id, 'approve')),
        ada.call('PUT', roles, { roles: ['sender'] }),
      ])
      expect(await stateOf(id)).toBe(approved === 'yes' ? 'undo' : 'approving')
      await ada.call('PUT', roles, { roles: ['approver'] })
      await sam.call('POST', `/v1/transfers/${id}/undo`)
    }
  })

  it('a policy that is published and sends: each is judged by the version it names', async () => {
    for (let round = 0; round < 3; round++) {
      const limit = round % 2 === 0 ? 300_000 : null
      const [, ...sends] = await Promise.all([
        publish({ limits: { share: null, send: limit, day: null, month: null } }),
        ...Array.from({ length: 5 }, () =>
          sam.call('POST', '/v1/transfers', { payeeId: pia.id, amount: 400_000, onBehalfOf: org }),
        ),
      ])
      for (const { status, body } of sends) expect([201, 422], JSON.stringify(body)).toContain(status)
    }
    const judged = await callers.rows(
      `select organisation_send.amount, organisation_policy.content->'limits'->>'send' as most
       from organisation_send
       left join organisation_policy on organisation_policy.organisation_id = organisation_send.organisation_id
         and organisation_policy.version = organisation_send.policy_version`,
    )
    for (const { amount, most } of judged) expect(most === null || Number(amount) <= Number(most)).toBe(true)
  })

  it('sends at a limit: no more goes out than it allows', async () => {
    await publish({ limits: { share: null, send: null, day: null, month: null } })
    const fresh = await callers.person('新')
    const body = { memberId: fresh.id, roles: ['sender'] }
    await callers.operator.call('POST', `/v1/organisations/${org}/members`, body)
    await publish({ limits: { share: null, send: null, day: 10_000, month: null } })
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        codeOf(fresh.call('POST', '/v1/transfers', { payeeId: pia.id, amount: 1_000, onBehalfOf: org })),
      ),
    )
    expect([count(answers, 'yes'), count(answers, 'limit_day')]).toEqual([10, 20])
  })
})
