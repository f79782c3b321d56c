/** What the guard asks, in a terminal: a question in words with how to say yes, and a replay that says yes itself. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { createApp, type App } from '@laisee/server/app.ts'
import { startDuties, type RunningDuties } from '@laisee/server/jobs/duties.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import { memberWith, startTestService, type TestService } from '@laisee/server/testing/service.ts'
import { laiseeHere } from '../testing/run-laisee.ts'

let service: TestService
let app: App
let duties: RunningDuties
let url: string
let folder: string

beforeAll(async () => {
  service = await startTestService(undefined, defaultPolicy)
  app = await createApp(service.ctx, { limits: 'off' })
  url = await app.app.listen({ host: '127.0.0.1', port: 0 })
  duties = startDuties(service.ctx.db, service.ctx.log, () => undefined)
  folder = await mkdtemp(join(tmpdir(), 'laisee-asked-'))
})
afterAll(async () => {
  await app.stop()
  await duties.stop()
  await service.close()
  await rm(folder, { recursive: true })
})

test('a packet sent twice in a minute is asked about, and sent with the hash that came with the question', async () => {
  const { ctx } = service
  const ann = await memberWith(ctx, '安', 100_000n)
  const bob = await memberWith(ctx, '波', 0n)
  const ask = { memberId: ann, lifetimeMs: 86_400_000, by: 'test' }
  const { token } = await ctx.db.transaction((tx) => mintSession(tx, ctx, ask))
  const send = ['send', '--to', bob, '--total', '6500', '--url', url, '--token', token]
  expect((await laiseeHere(send)).status).toBe(0)
  const asked = await laiseeHere(send)
  expect(asked.status).not.toBe(0)
  expect(asked.err).toContain(
    'Please look closely and confirm it before it is sent. No money has moved. (confirmation_needed',
  )
  expect(asked.err).toContain('- You sent the same ¥65.00 not long ago. Send it again?')
  const hash = /--confirm ([0-9a-f]{64})/.exec(asked.err)![1]!
  const sent = await laiseeHere([...send, '--confirm', hash])
  expect(sent).toMatchObject({ status: 0, err: '' })
})

test('a replayed day says yes to what is asked, for on the day it was sent, and counts that it was asked', async () => {
  const at = (second: number) => `2026-02-16T12:00:0${second}+08:00`
  const packet = { record: 'send', from: 'li', to: 'wang', kind: 'direct', total: 5_200 }
  const day = [
    { record: 'day', id: 'twice', kind: 'synthetic', name: 'Two colleagues' },
    { record: 'person', id: 'li', total: 100_000, undo_s: 5, name: '李丽' },
    { record: 'person', id: 'wang', total: 0, name: '王刚' },
    { ...packet, id: 's1', at: at(0), claims: 'wang@1' },
    { ...packet, id: 's2', at: at(3), claims: 'wang@1', mis_send: 'duplicate 刚才已经发过' },
  ]
  const file = join(folder, 'day.jsonl')
  await writeFile(file, day.map((record) => `${JSON.stringify(record)}\n`).join(''))
  const ask = { name: 'tests', scopes, expiresAt: null, by: 'cli' }
  const { token } = await service.ctx.db.transaction((tx) => createKey(tx, service.ctx, ask))
  const { status, out, err } = await laiseeHere([
    'replay',
    file,
    '--clock',
    '--json',
    '--url',
    url,
    '--key',
    token,
  ])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    unsent: 0,
    states: { claimed_out: 2 },
    refusals: { 'send confirmation_needed': 1 },
  })
})
