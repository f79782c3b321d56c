import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContainer, packContainer } from '@laisee/core/evidence/container.ts'
import { origin, someItems, somePack, testKey } from '@laisee/core/evidence/testing/pack.ts'
import { orderItems } from '@laisee/core/evidence/assemble.ts'
import { noteKeyOf, writeKey } from '@laisee/core/log/note.ts'
import { networksOf } from '@laisee/server/outside/networks.ts'
import { openAuthority } from '@laisee/server/evidence/timestamp/authority.ts'
import { startAuthority } from '@laisee/server/evidence/timestamp/testing/local-authority.ts'
import { laiseeHere } from '../testing/run-laisee.ts'

const pack = somePack()
let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'laisee-pack-'))))
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(bytes: Uint8Array | string, name = 'pack.zip'): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, bytes)
  return file
}

test('a pack is checked with nothing but its file, and what it is not is said', async () => {
  const { status, out } = await laiseeHere(['verify', await fileOf(pack)])
  expect(out).toContain('VERIFIED: evidence pack evp_01h8x2m4k6n8p0q2r4s6t8v0w2 of tr_')
  expect(out).toContain('3 receipts of the log laisee.test/log')
  expect(out).toContain(`sealed by the key the pack names, ${origin}+`)
  expect(out).toContain(
    'no timestamp of an authority\nnot notarised, and not on a neutral third party’s chain',
  )
  expect(out).toContain('return_request')
  expect(status).toBe(0)
})

test('with the log’s key it must be that key’s', async () => {
  const file = await fileOf(pack)
  const own = await laiseeHere(['verify', file, '--key', writeKey(testKey)])
  expect([own.status, own.out]).toEqual([0, expect.stringContaining('sealed by the key you gave')])
  const other = writeKey(noteKeyOf(origin, new Uint8Array(32)))
  const { status, out } = await laiseeHere(['verify', file, '--key', other])
  expect([status, out]).toEqual([1, expect.stringContaining('NOT VERIFIED: seal.note is not by this key')])
})

test('what was changed is named, each on its line, and in JSON', async () => {
  const files = new Map(openContainer(pack).files)
  files.delete('items/04-clock.json')
  files.set('index.pdf', new TextEncoder().encode('%PDF'))
  const file = await fileOf(packContainer(files))
  const { status, out } = await laiseeHere(['verify', file])
  expect([status, out]).toEqual([
    1,
    'NOT VERIFIED: items/04-clock.json is missing\n          and: index.pdf was changed\n',
  ])
  const json = await laiseeHere(['verify', file, '--json'])
  expect(JSON.parse(json.out)).toMatchObject({
    ok: false,
    problems: [{ code: 'file_missing', file: 'items/04-clock.json' }, { code: 'file_altered' }],
  })
})

test('a timestamp is checked by the authority’s root', async () => {
  const local = await startAuthority()
  const other = await startAuthority()
  const authority = openAuthority({ ...local, opened: networksOf(['127.0.0.1']) })
  const { token, at } = await authority.stamp(orderItems(someItems).message)
  await Promise.all([local.close(), other.close()])
  const file = await fileOf(somePack(someItems, { authority: authority.name, token, at }))
  const right = await laiseeHere(['verify', file, '--authority', await fileOf(local.rootsPem, 'root.pem')])
  expect([right.status, right.out]).toEqual([0, expect.stringContaining('signed under the root you gave')])
  const wrong = await laiseeHere(['verify', file, '--authority', await fileOf(other.rootsPem, 'other.pem')])
  expect([wrong.status, wrong.out]).toEqual([
    1,
    expect.stringContaining('NOT VERIFIED: timestamp.tsr is not signed'),
  ])
  const without = await laiseeHere(['verify', file])
  expect([without.status, without.out]).toEqual([0, expect.stringContaining('checked with --authority')])
})
