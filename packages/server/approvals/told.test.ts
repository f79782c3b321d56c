import { expect, it } from 'vitest'
import { dayMs } from '@laisee/core/instant.ts'
import {
  abe,
  ada,
  ann,
  bob,
  callers,
  org,
  packet,
  publish,
  sam,
  say,
  transfer,
  useCompany,
} from './testing/company.ts'

useCompany()

const toldOf = async (id: string, kind: string) =>
  (await callers.events(id)).find((event) => event.kind === kind)
const inboxOf = async (who: typeof sam, id: string) =>
  ((await who.call('GET', '/v1/inbox')).body.items as { kind: string; sourceId: string; data: object }[])
    .filter(({ sourceId }) => sourceId === id)
    .map(({ kind, data }) => [kind, data])
const rolesOf = (who: typeof sam) => `/v1/organisations/${org}/members/${who.id}/roles`

it('a stand-in is told of what waits for their word', async () => {
  const at = `/v1/organisations/${org}/delegation`
  const now = await callers.service.ctx.db.transaction((tx) => tx.now())
  await ann.call('PUT', at, { toId: abe.id, until: new Date(now + dayMs).toISOString() })
  const id = await transfer()
  const told = await toldOf(id, 'approval.submitted')
  expect(told!.audience).toEqual([sam.id, ann.id, bob.id, abe.id].sort())
  expect(told!.data.waiting).toEqual(expect.arrayContaining([ann.id, bob.id, abe.id]))
  await ann.call('DELETE', at)
  await sam.call('POST', `/v1/transfers/${id}/undo`)
})

it('whoever is paid by it is not asked, has no word on it, and breaks no glass', async () => {
  const id = await transfer({ payeeId: ann.id })
  expect((await toldOf(id, 'approval.submitted'))!.audience).toEqual([sam.id, bob.id].sort())
  for (const verb of ['approve', 'reject', 'ask'])
    expect((await say(ann, id, verb, { note: '给我的' })).body.code).toBe('not_found')
  expect((await say(bob, id, 'approve')).body).toMatchObject({ outcome: 'approved' })
  const toAdministrator = await transfer({ payeeId: ada.id })
  const glass = await say(ada, toAdministrator, 'break-glass', { note: '急' })
  expect(glass.body.code).toBe('own_act')
  await sam.call('POST', `/v1/transfers/${toAdministrator}/undo`)
})

it('administrators are told of a seat that is theirs to fill from the start', async () => {
  for (const who of [ann, bob]) await ada.call('PUT', rolesOf(who), { roles: ['sender'] })
  const id = await transfer()
  const told = await toldOf(id, 'approval.submitted')
  expect(told!.audience).toEqual([sam.id, ada.id, abe.id].sort())
  expect(told!.data.waiting).toEqual(expect.arrayContaining([ada.id, abe.id]))
  await expect.poll(async () => (await inboxOf(ada, id))[0]?.[0], { timeout: 10_000 }).toBe('approval_asked')
  await ada.call('PUT', rolesOf(ann), { roles: ['approver'] })
  await ada.call('PUT', rolesOf(bob), { roles: ['sender', 'approver'] })
  await sam.call('POST', `/v1/transfers/${id}/undo`)
})

it('whoever was asked is told that it is taken back, and is asked no more', async () => {
  await publish({ thresholds: [{ amount: 15_000, chainId: 'second-person' }] })
  const ids = [await transfer({ amount: 15_000 }), await packet()]
  for (const id of ids) {
    const at = id.startsWith('tr_') ? 'transfers' : 'packets'
    expect((await sam.call('POST', `/v1/${at}/${id}/undo`)).status).toBe(200)
    const undone = await toldOf(id, `${at.slice(0, -1)}.undone`)
    expect(undone!.audience).toEqual([sam.id, ann.id, bob.id].sort())
    const notice = [['approval_taken_back', { senderId: sam.id, amount: 15_000, organisationId: org }]]
    await expect.poll(() => inboxOf(bob, id), { timeout: 10_000 }).toEqual(notice)
    expect(await inboxOf(sam, id)).toEqual([])
  }
})

it('whoever was asked is asked no more once another has decided', async () => {
  const [granted, rejected] = [await transfer(), await transfer()]
  await expect.poll(() => inboxOf(bob, rejected), { timeout: 10_000 }).toHaveLength(1)
  await say(ann, granted, 'approve')
  await say(ann, rejected, 'reject', { note: '不对' })
  await expect.poll(() => inboxOf(bob, granted), { timeout: 10_000 }).toEqual([])
  await expect.poll(() => inboxOf(bob, rejected), { timeout: 10_000 }).toEqual([])
  await sam.call('POST', `/v1/transfers/${granted}/undo`)
  expect((await toldOf(granted, 'transfer.undone'))!.audience).toEqual([sam.id])
})

it('whoever sits in a chain by name and was away when it was asked for finds it when they are back', async () => {
  const chain = {
    id: 'by-name',
    says: { zh: '贝总批', en: 'Abe approves' },
    steps: [{ manner: 'all', approvers: [{ memberId: abe.id }] }],
    copyTo: [],
    timeoutS: 86_400,
    onTimeout: 'reject',
  }
  const { chains } = (await ada.call('GET', `/v1/organisations/${org}/policy`)).body.content as {
    chains: object[]
  }
  await publish({ chains: [...chains, chain], thresholds: [{ amount: 15_000, chainId: 'by-name' }] })
  await ada.call('DELETE', `/v1/organisations/${org}/members/${abe.id}`)
  const id = await transfer()
  expect((await toldOf(id, 'approval.submitted'))!.audience).not.toContain(abe.id)
  await ada.call('POST', `/v1/organisations/${org}/members`, { memberId: abe.id, roles: ['approver'] })
  await abe.call('POST', `/v1/organisations/${org}/accept`)
  const waiting = (await abe.call('GET', '/v1/approvals?box=waiting')).body.items as { sendId: string }[]
  expect(waiting.map(({ sendId }) => sendId)).toEqual([id])
  expect((await say(abe, id, 'approve')).body).toMatchObject({ outcome: 'approved' })
  await ada.call('PUT', rolesOf(abe), { roles: ['administrator'] })
  await publish({ chains, thresholds: [{ amount: 15_000, chainId: 'second-person' }] })
})

it('whoever has left by then hears no more of a send they were asked about', async () => {
  const ids = [await transfer(), await transfer(), await transfer()]
  await ada.call('DELETE', `/v1/organisations/${org}/members/${ann.id}`)
  const [granted, rejected, undone] = ids as [string, string, string]
  await say(bob, granted, 'approve')
  expect((await toldOf(granted, 'approval.granted'))!.audience).toEqual([sam.id, bob.id].sort())
  await say(bob, rejected, 'reject', { note: '不对' })
  expect((await toldOf(rejected, 'transfer.rejected'))!.audience).toEqual([sam.id, bob.id].sort())
  await sam.call('POST', `/v1/transfers/${undone}/undo`)
  expect((await toldOf(undone, 'transfer.undone'))!.audience).toEqual([sam.id, bob.id].sort())
})
