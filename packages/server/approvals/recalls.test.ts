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
})
