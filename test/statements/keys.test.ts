import { describe, expect, test } from 'vitest'
import { keyProblems } from './keys.ts'
import { mannerProblems } from './manners.ts'

describe('a statement that stays with its keys passes', () => {
  test.each([
    ['a row by its key', 'select state from packet where id = $1'],
    ['rows by a list of keys', 'select id from packet where id = any($1::text[])'],
    ['a lock of one key', 'select state from packet where id = $1 for update'],
    [
      'tables joined on their keys',
      'select c.amount from packet p join claim c on c.packet_id = p.id where p.id = $1',
    ],
    [
      'keys from a list of rows',
      'update account a set balance = balance + w.amount from unnest($1::text[], $2::bigint[]) as w (owner_id, amount) where a.owner_id = w.owner_id',
    ],
    [
      'keys from a part before it',
      'with given as (insert into claim (packet_id, member_id) values ($1, $2) returning packet_id) update packet set state = $3 from given where packet.id = given.packet_id',
    ],
    [
      'row comparison with a list',
      'select packet_id, member_id from claim where (packet_id, member_id) in (select p, m from unnest($1::text[], $2::text[]) as asked (p, m))',
    ],
    [
      'a question about the same key',
      'select id from packet p where p.id = $1 and exists (select 1 from claim c where c.packet_id = p.id)',
    ],
    ['a lock of the one row of a table', 'select only_row from clock for update'],
    ['a reference table', 'select secret_hash from api_key where revoked_at is null'],
    [
      'a reference table beside a key',
      'select e.member_id from external_id e join member m on m.id = e.member_id where e.host_id = $1',
    ],
    [
      'an insert that meets a conflict',
      'insert into account (owner_id, kind) values ($1, $2) on conflict (owner_id, kind, currency) do nothing',
    ],
  ])('%s', (_, text) => {
    expect(keyProblems(text)).toEqual([])
  })
})

describe('a statement that leaves its keys is told why', () => {
  test.each([
    ['select id from packet where state = $1', 'touches packet without its key id'],
    ['select id from packet where id = $1 or state = $2', 'touches packet without its key id'],
    ['update packet set state = $1 where payer_id = $2', 'touches packet without its key id'],
    ['delete from claim where member_id = $1', 'touches claim without its key packet_id'],
    ['insert into claim (member_id, amount) values ($1, $2)', 'inserts into claim without its key packet_id'],
    [
      'insert into member (id) values ($1) on conflict (name) do nothing',
      'looks for a conflict in member without its key id',
    ],
    ['update packet set id = $2 where id = $1', 'changes the key id of packet'],
    [
      'select 1 from packet p join member m on m.id = p.payer_id where p.id = $1',
      'touches member without its key id',
    ],
    ['select 1 from packet p, member m where p.id = $1 and m.id = $2', 'joins packet and member across keys'],
    [
      'select 1 from packet p, account a where p.id = any($1) and a.owner_id = any($1)',
      'joins packet and account across keys',
    ],
    [
      'select id from packet where id = any($1) for update',
      'locks rows of packet without one key: use key = $n',
    ],
    [
      'select p.id from packet p join claim c on c.packet_id = p.id where p.id = $1 for update of p',
      'locks rows of a join: lock one table by one key',
    ],
    [
      'select id from packet where state = $1 for update skip locked',
      'locks rows of packet without one key: use key = $n',
    ],
    [
      'select 1 where exists (select 1 from claim where member_id = $1)',
      'touches claim without its key packet_id',
    ],
    [
      'select id from packet p where p.id = $1 and exists (select 1 from claim c where c.member_id = p.payer_id)',
      'touches claim without its key packet_id',
    ],
    [
      'with late as (select id from packet where expire_at < $1) select id from late',
      'touches packet without its key id',
    ],
    [
      'select x.id from (select id from transfer where state = $1) as x',
      'touches transfer without its key id',
    ],
    [
      'select id from packet where id = $1 union all select id from packet where state = $2',
      'touches packet without its key id',
    ],
  ])('%s', (text, problem) => {
    expect(keyProblems(text)).toContain(problem)
  })
})

describe('a statement keeps its manners', () => {
  test.each([
    ['select * from packet where id = $1', 'takes every column with *: name them'],
    ['update packet set state = $2 where id = $1 returning *', 'takes every column with *: name them'],
    ['update packet set changed_at = now() where id = $1', 'calls now(): use tx.now()'],
    ['select current_timestamp', 'uses current_timestamp or its kin: use tx.now()'],
    [
      'insert into packet (id) values (gen_random_uuid())',
      'calls gen_random_uuid(): use tx.newId or tx.random',
    ],
    ['SELECT id FROM packet where id = $1', 'writes SELECT in upper case'],
    ['select clock_timestamp()', 'calls clock_timestamp(): use tx.now()'],
  ])('%s', (text, problem) => {
    expect(mannerProblems(text)).toContain(problem)
  })

  test('columns that a list of rows names may all be taken', () => {
    const text = 'select * from unnest($1::text[], $2::bigint[]) as line (packet_id, amount)'
    expect(mannerProblems(text)).toEqual([])
    expect(mannerProblems(text.replace(' (packet_id, amount)', ''))).toHaveLength(1)
  })

  test('counting rows names no column, and the clock may read the clock', () => {
    expect(mannerProblems('select count(*) from packet where id = $1')).toEqual([])
    expect(mannerProblems('select clock_timestamp()', { clock: true })).toEqual([])
  })
})
