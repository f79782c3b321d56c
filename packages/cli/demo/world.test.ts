import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEverything } from '@laisee/server/audit/audit.ts'
import { staffRole } from '@laisee/server/organisations/house.ts'
import { createMember } from '@laisee/server/people/create-member.ts'
import { sayNotice } from '@laisee/core/words/notices.ts'
import { readInbox } from '@laisee/server/inbox/read-inbox.ts'
import { openCallers, type Callers } from '@laisee/server/testing/callers.ts'
import { startTestService } from '@laisee/server/testing/service.ts'
import { demoPeople } from './people.ts'
import { openDemoWorld, type DemoWorld } from './world.ts'

let callers: Callers
let worlds: DemoWorld[]

beforeAll(async () => {
  callers = await openCallers()
  const { ctx } = callers.service
  worlds = await Promise.all([openDemoWorld(ctx), openDemoWorld(ctx)])
})
afterAll(() => callers.close())

async function counted(sql: string): Promise<Record<string, number>> {
  const rows = await callers.rows(sql)
  return Object.fromEntries(rows.map(({ word, times }) => [String(word), Number(times)]))
}

describe('the demo world', () => {
  test('is made once, by whoever comes first, and found by the others, whatever its people are called by then', async () => {
    const [one, other] = worlds as [DemoWorld, DemoWorld]
    expect(one.made).toBe(!other.made)
    const people = (world: DemoWorld) => demoPeople.map(({ key }) => world.ids.get(key))
    expect(people(one)).toEqual(people(other))
    expect(new Set(people(one)).size).toBe(demoPeople.length)
    await callers.rows(`update member set name = '换了名字' where id = $1`, one.ids.get('mama'))
    const again = await openDemoWorld(callers.service.ctx)
    expect({ made: again.made, people: people(again) }).toEqual({ made: false, people: people(one) })
  })

  test('accounts for every fen of its past', async () => {
    const report = await auditEverything(callers.service.ctx.db)
    expect(report.checks.filter((check) => !check.ok)).toEqual([])
  })

  test('has packets and transfers of every fate', async () => {
    const packets = await counted('select state as word, count(*) as times from packet group by 1')
    expect(Object.keys(packets).sort()).toEqual([
      'claimed_out',
      'declined',
      'expired',
      'open',
      'recalled',
      'undone',
    ])
    const transfers = await counted('select state as word, count(*) as times from transfer group by 1')
    expect(Object.keys(transfers).sort()).toEqual(['arrived', 'held', 'recalled', 'waiting'])
    const kinds = await counted('select kind as word, count(*) as times from packet group by 1')
    expect(Object.keys(kinds).sort()).toEqual(['direct', 'equal', 'exclusive', 'lucky'])
  })

  test('has months of it, each thing at its own moment', async () => {
    const [past] = await callers.rows(
      `select min(at) < now() - interval '80 days' as long, max(at) <= now() as over, count(distinct at::date)::int as days from posting`,
    )
    expect(past).toMatchObject({ long: true, over: true })
    expect(past!.days).toBeGreaterThan(40)
    const [early] = await callers.rows(
      'select count(*)::int as times from packet where closed_at < deliver_at and state <> $1',
      'undone',
    )
    expect(early).toEqual({ times: 0 })
  })

  test('has people whose names look alike, and two of one name', async () => {
    const rows = await callers.rows(
      `select name from member where name in ('彩虹', '张伟', '张玮', '章伟') order by 1`,
    )
    expect(rows).toHaveLength(5)
  })

  test('has the service’s own people: two for disputes, so that an appeal goes to somebody else, and an auditor', async () => {
    const { db } = callers.service.ctx
    const roles = ['kefu', 'kefu2', 'kefushenji'].map((key) =>
      db.snapshot((tx) => staffRole(tx, worlds[0]!.ids.get(key)!)),
    )
    expect(await Promise.all(roles)).toEqual([['dispute_agent'], ['dispute_agent'], ['auditor']])
  })

  test('has news for its people, last told first, with whom it is about', async () => {
    const { db } = callers.service.ctx
    for (const key of ['nainai', 'mama', 'xiaoming', 'laoban', 'zhangwei']) {
      const page = await db.snapshot((tx) =>
        readInbox(tx, worlds[0]!.ids.get(key)!, { before: undefined, limit: 30 }),
      )
      const moments = page.notices.map(({ at }) => at)
      expect(page.unreadCount, key).toBeGreaterThan(3)
      expect(moments, key).toEqual(moments.toSorted().reverse())
      const said = page.notices.map((notice) =>
        sayNotice('zh', notice, { timeZone: 'Asia/Shanghai', names: page.names }),
      )
      expect(said.join('\n'), key).not.toMatch(/有人|不认识|[{}]/)
    }
  })

  test('leaves the clock running', async () => {
    const [clock] = await callers.rows('select frozen_at, offset_ms::int as offset from clock')
    expect(clock).toEqual({ frozen_at: null, offset: 0 })
  })
})

test('a database with other people is never touched', async () => {
  const service = await startTestService()
  try {
    await service.ctx.db.transaction((tx) => createMember(tx, { name: '别人' }))
    await expect(openDemoWorld(service.ctx)).rejects.toThrow('people who are not the demo’s')
  } finally {
    await service.close()
  }
})
