/**
 * A world to storm: an embedded PostgreSQL of its own with members, their sessions, groups and packets. Members and
 * sessions are written as rows, thousands at once; groups and packets are made by the service's own verbs.
 */

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { dayMs, secondMs, toIso } from '@laisee/core/instant.ts'
import { profiles } from '@laisee/core/profile.ts'
import { seededRandom } from '@laisee/core/random.ts'
import { systemChance } from '@laisee/server/chance.ts'
import { openService } from '@laisee/server/compose.ts'
import type { Context } from '@laisee/server/context.ts'
import { startEmbedded } from '@laisee/server/db/embedded/start-embedded.ts'
import { migrate } from '@laisee/server/db/migrate.ts'
import { hashSecret, newSecret, tokenOf } from '@laisee/server/keys/secret.ts'
import { settlementOf } from '@laisee/server/ledger/ledger.ts'
import { topUp } from '@laisee/server/wallets/funding.ts'
import { sendPacket } from '@laisee/server/packets/send.ts'
import { createGroup } from '@laisee/server/people/create-group.ts'
import { createMember } from '@laisee/server/people/create-member.ts'

export const benchSecret = 'a secret of the bench, long enough'

/** The shortest undo window a member can have; a packet is claimable after it. */
const undoS = 5
/** Fen a share, on average. */
export const shareAverage = 100n
const payerBalance = 10n ** 13n

export interface Member {
  id: string
  token: string
}

export interface World {
  readonly url: string
  readonly ctx: Context
  /** Of PostgreSQL's first process: all others are its children. */
  readonly postgresPid: number
  readonly postgresVersion: string
  readonly payerId: string
  /** For looking at rows as they are. */
  readonly sql: pg.Client
  /** So many more members with an empty wallet and a session each, in no order that their rows lie in. */
  makeMembers(count: number): Promise<Member[]>
  /** Money into each of these wallets. */
  topUp(members: readonly Member[], amount: bigint): Promise<void>
  makeGroup(members: readonly Member[]): Promise<string>
  /** Send a lucky packet with so many shares to a group: claimable once `delivered` has waited. */
  sendPacket(groupId: string, count: number): Promise<string>
  /** Wait until everything sent so far is claimable. */
  delivered(): Promise<void>
  close(): Promise<void>
}

/** Start a database and make the member who pays for everything. */
export async function makeWorld(): Promise<World> {
  // The cap on shares is a rule of the product, not of the claim path: a hot packet here has as many as it has claims.
  profiles.laisee.countMax = 1_000_000
  const folder = await mkdtemp(join(tmpdir(), 'laisee-bench-'))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  await migrate(database.url)
  const quiet = () => undefined
  const log = { info: quiet, warn: quiet, error: quiet }
  const { ctx, close } = openService({ url: database.url, secret: benchSecret, demo: false, log })
  const sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  await fillLogFiles(sql)
  const payerId = await makePayer(ctx)
  const { rows } = await sql.query<{ version: string }>(`select current_setting('server_version') as version`)
  return {
    url: database.url,
    ctx,
    postgresPid: Number((await readFile(join(database.dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0]),
    postgresVersion: rows[0]!.version,
    payerId,
    sql,
    makeMembers: (count) => makeMembers(sql, count),
    topUp: (members, amount) => topUpAll(ctx, members, amount),
    makeGroup: (members) => makeGroup(ctx, [payerId, ...members.map((member) => member.id)]),
    sendPacket: (groupId, count) => send(ctx, payerId, groupId, count),
    delivered: () => sleep((undoS + 1) * secondMs),
    async close() {
      await sql.end()
      await close()
      await database.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Have PostgreSQL's log files written once, as in a database that has been in use: what is kept of them is written again,
 * where a young one fills each new file with zeros first and holds up whoever commits.
 */
async function fillLogFiles(sql: pg.Client): Promise<void> {
  for (let files = 0; files < 32; files++) {
    await sql.query(`select pg_logical_emit_message(true, 'bench', 'a record')`)
    await sql.query('select pg_switch_wal()')
  }
  await sql.query('checkpoint')
}

async function makePayer(ctx: Context): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const { id } = await createMember(tx, { name: '出钱的人', undoS })
    await topUp(tx, { memberId: id, amount: payerBalance, reference: null })
    return id
  })
}

async function makeMembers(sql: pg.Client, count: number): Promise<Member[]> {
  const chance = systemChance()
  const at = toIso(Date.now())
  const end = toIso(Date.now() + dayMs)
  const made = Array.from({ length: count }, () => {
    const secret = newSecret(chance.random)
    const sessionId = chance.newId('session')
    return { id: chance.newId('member'), sessionId, secret, token: tokenOf('session', sessionId, secret) }
  })
  const ids = made.map(({ id }) => id)
  await sql.query(
    `insert into member (id, name, time_zone, undo_s, transfer_delay_s, created_at, changed_at)
     select id, '抢的人', 'Asia/Shanghai', 5, 0, $2, $2 from unnest($1::text[]) as id`,
    [ids, at],
  )
  await sql.query(
    `insert into account (owner_id, kind, currency) select id, 'wallet', 'CNY' from unnest($1::text[]) as id`,
    [ids],
  )
  // A member made by the service's verb has, with the wallet, the account through which its money enters.
  await sql.query(
    `insert into account (owner_id, kind, currency) select id, 'settlement', 'CNY' from unnest($1::text[]) as id
     on conflict (owner_id, kind, currency) do nothing`,
    [[...new Set(ids.map((id) => settlementOf(id).ownerId))]],
  )
  await sql.query(
    `insert into session (id, secret_hash, member_id, created_at, expires_at)
     select id, secret_hash, member_id, $4, $5
     from unnest($1::text[], $2::bytea[], $3::text[]) as session (id, secret_hash, member_id)`,
    [made.map(({ sessionId }) => sessionId), made.map(({ secret }) => hashSecret(secret)), ids, at, end],
  )
  await sql.query('vacuum analyze')
  return shuffled(made.map(({ id, token }) => ({ id, token })))
}

/** Who comes when has nothing to do with when they joined: rows that lie together are not touched together. */
function shuffled<T>(things: readonly T[]): T[] {
  const random = seededRandom('bench')
  const rest = [...things]
  for (let i = rest.length - 1; i > 0; i--) {
    const other = Number(random.below(BigInt(i + 1)))
    ;[rest[i], rest[other]] = [rest[other]!, rest[i]!]
  }
  return rest
}

const topUpsAtOnce = 100

async function topUpAll(ctx: Context, members: readonly Member[], amount: bigint): Promise<void> {
  for (let from = 0; from < members.length; from += topUpsAtOnce) {
    const some = members.slice(from, from + topUpsAtOnce)
    await ctx.db.transaction(async (tx) => {
      for (const { id } of some) await topUp(tx, { memberId: id, amount, reference: null })
    })
  }
}

async function makeGroup(ctx: Context, memberIds: readonly string[]): Promise<string> {
  const by = { kind: 'operator', keyId: 'key_bench' } as const
  const group = await ctx.db.transaction((tx) => createGroup(tx, { name: '抢红包', memberIds, by }))
  return group.id
}

async function send(ctx: Context, payerId: string, groupId: string, count: number): Promise<string> {
  const packet = await ctx.db.transaction((tx) =>
    sendPacket(tx, ctx.secrets, {
      payerId,
      kind: 'lucky',
      profile: 'laisee',
      total: shareAverage * BigInt(count),
      count,
      splitMethod: 'wechat',
      audience: 'group',
      recipientIds: [],
      groupId,
      greeting: '恭喜发财',
      passphrase: null,
      notBefore: null,
      expireAfterMs: null,
      openAs: 'open',
      test: false,
    }),
  )
  return packet.id
}
