import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { packagedBinaries, prepareBinaries } from './binaries.ts'
import { identityFor, letThrough } from './identity.ts'
import { Leftovers } from './testing/launched.ts'

const leftovers = new Leftovers()
const who = await identityFor(undefined)
const source = await packagedBinaries()

afterEach(() => leftovers.end())

async function openFolder(): Promise<string> {
  const folder = await leftovers.folder()
  await letThrough(folder, who)
  return folder
}

function versionOf(postgres: string): string {
  return execFileSync(postgres, ['--version'], { ...who.become, cwd: '/', encoding: 'utf8' })
}

test('programs are made whole from a package whose install script never ran, by several processes at once', async () => {
  const folder = await openFolder()
  const native = join(folder, 'package')
  // What npm unpacks with install scripts off: no link, and on some mirrors no right to execute.
  await cp(source.native, native, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o644)
  const cache = join(folder, 'cache')
  const startedAt = performance.now()
  const prepared = await Promise.all(
    Array.from({ length: 4 }, () => prepareBinaries(who, { ...source, native }, [cache])),
  )
  const firstMs = performance.now() - startedAt
  expect(new Set(prepared.map((one) => one.postgres)).size).toBe(1)
  expect(versionOf(prepared[0]!.postgres)).toMatch(/^postgres \(PostgreSQL\) 18\./)
  expect(readdirSync(cache)).toEqual([source.name])

  const againAt = performance.now()
  await prepareBinaries(who, { ...source, native: join(folder, 'nowhere') }, [cache])
  expect(performance.now() - againAt).toBeLessThan(firstMs)

  // A cleaner of temporary files takes what nobody has read for days.
  rmSync(join(cache, source.name, 'share', 'postgresql', 'postgres.bki'))
  const mended = await prepareBinaries(who, { ...source, native }, [cache])
  expect(statSync(join(cache, source.name, 'share', 'postgresql', 'postgres.bki')).size).toBeGreaterThan(0)
  expect(versionOf(mended.postgres)).toMatch(/18\./)
})

test('a cache that others can write, or that cannot be made, is passed over for the next', async () => {
  const folder = await openFolder()
  const open = join(folder, 'open')
  await mkdir(open)
  chmodSync(open, 0o777)
  const file = join(folder, 'file')
  await writeFile(file, '')
  const good = join(folder, 'good')
  const prepared = await prepareBinaries(who, source, [open, join(file, 'cache'), good])
  expect(prepared.postgres.startsWith(good)).toBe(true)
  await expect(prepareBinaries(who, source, [open])).rejects.toThrow(/can be written by other users/)
})
