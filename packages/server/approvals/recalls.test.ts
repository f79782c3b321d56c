import { describe, expect, it } from 'vitest'
import { hourMs, minuteMs } from '@laisee/core/instant.ts'
import {
  ada,
  ann,
  balance,
  callers,
  codeOf,
  org,
  packet,
  pia,
  publish,
  sam,
  transfer,
  useCompany,
} from './testing/company.ts'

useCompany()

const recall = (who: typeof sam, sendId: string, more: object = {}) =>
  who.call('POST', `/v1/organisations/${org}/recalls`, { sendId, ...more })
const delivered = async (more: object = {}) => {
  const id = await packet(more)
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  return id
}

describe('what was sent on behalf of an organisation', () => {
  it('is recalled by an administrator who says why, and comes back to the organisation', async () => {
    const before = await balance()
    const id = await delivered()
    expect(await codeOf(recall(ada, id))).toBe('recall_reason_needed')
    expect(await codeOf(recall(ann, id, { note: '发错了' }))).toBe('recall_right_missing')
    expect(await codeOf(recall(pia, id, { note: '发错了' }))).toBe('not_found')
    expect((await recall(ada, id, { note: '发错了' })).body).toMatchObject({
      result: 'CNCL',
      returned: 15_000,
    })
    expect(await balance()).toBe(before)
    expect((await callers.events(id)).at(-1)).toMatchObject({
      kind: 'packet.recalled',
      data: { recalledBy: ada.id, note: '发错了', returned: 15_000 },
    })
    expect(await codeOf(recall(sam, id))).toBe('already_recalled')
  })

  it('is recalled by its sender as long as the policy lets them', async () => {
    await publish({
      recallRights: [
        { role: 'sender', whose: 'own', withinS: 3_600, reasonNeeded: false, onlyMemberIds: null },
      ],
    })
    const [early, late] = [await delivered(), await delivered()]
    expect(await codeOf(sam.call('POST', `/v1/packets/${early}/recall`, {}))).toBe('yes')
    await callers.service.forward(hourMs)
    expect(await codeOf(sam.call('POST', `/v1/packets/${late}/recall`, {}))).toBe('recall_too_late')
    expect(await codeOf(recall(ada, late, { note: '发错了' }))).toBe('recall_right_missing')
  })

  it('is offered to its sender exactly while the recall would succeed, and says why it is refused', async () => {
    const right = { role: 'sender', whose: 'own', withinS: 3_600, reasonNeeded: true, onlyMemberIds: null }
    await publish({ recallRights: [right] })
    const version = (await ada.call('GET', `/v1/organisations/${org}/policy`)).body.version
    const id = await delivered()
    const other = await transfer({ amount: 100, delayS: 86_400 })
    await callers.service.forward(minuteMs)
    const offered = async (path: string) => (await sam.call('GET', path)).body
    const [packetPath, transferPath] = [`/v1/packets/${id}`, `/v1/transfers/${other}`]
    const until = expect.any(String) as string
    for (const path of [packetPath, transferPath]) {
      const { may, recallRight } = await offered(path)
      expect(may).toContain('recall')
      expect(recallRight).toEqual({ until, reasonNeeded: true })
      expect((await sam.call('POST', `${path}/recall`, {})).body).toMatchObject({
        code: 'recall_reason_needed',
        policyVersion: version,
      })
    }
    await callers.service.forward(hourMs)
    for (const path of [packetPath, transferPath]) {
      expect(await offered(path)).toMatchObject({ recallRight: null })
      expect((await offered(path)).may).not.toContain('recall')
      expect((await sam.call('POST', `${path}/recall`, { note: '发错了' })).body).toMatchObject({
        code: 'recall_too_late',
        policyVersion: version,
      })
    }
    await publish({ recallRights: [] })
    for (const path of [packetPath, transferPath]) {
      expect((await offered(path)).may).not.toContain('recall')
      expect((await sam.call('POST', `${path}/recall`, { note: '发错了' })).body).toMatchObject({
        code: 'recall_right_missing',
        policyVersion: Number(version) + 1,
      })
    }
    const list = (await sam.call('GET', '/v1/transfers?role=sent')).body.items as { may: string[] }[]
    expect(list.length).toBeGreaterThan(0)
    for (const { may } of list) expect(may).not.toContain('recall')
  })
})
