import { spawnSync } from 'node:child_process'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { claim, livingClaims, withLock } from './lock.ts'
import { processStamp, realm } from './processes.ts'
import { Leftovers } from './testing/launched.ts'

const leftovers = new Leftovers()

afterEach(() => leftovers.end())

/** The pid of a process that has ended. */
function deadPid(): number {
  return spawnSync('true').pid
}

test('of many who want the lock at once, one has it at a time and all have it in the end', async () => {
  const folder = await leftovers.folder()
  let inside = 0
  let most = 0
  const turns = Array.from({ length: 12 }, (_, i) =>
    withLock(folder, async () => {
      most = Math.max(most, ++inside)
      await sleep(5)
      inside--
      return i
    }),
  )
  expect(await Promise.all(turns)).toEqual(Array.from({ length: 12 }, (_, i) => i))
  expect(most).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test('the lock is given back when the work fails', async () => {
  const folder = await leftovers.folder()
  await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(folder, () => Promise.resolve('yes'))).toBe('yes')
})

test('the claims of the dead do not count, not even where a stranger has their pid', async () => {
  const folder = await leftovers.folder()
  writeFileSync(join(folder, `lock.${realm}.${deadPid()}.77.cafe`), '')
  if (process.platform === 'linux') writeFileSync(join(folder, `lock.${realm}.${process.pid}.77.cafe`), '')
  expect(livingClaims(folder, 'lock')).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})

test('a claim of another container counts for as long as it is heard of', async () => {
  const folder = await leftovers.folder()
  const file = join(folder, 'lease.0123456789ab.1.77.cafe')
  writeFileSync(file, '')
  expect(livingClaims(folder, 'lease')).toMatchObject([{ file, here: false }])
  utimesSync(file, 0, 0)
  expect(livingClaims(folder, 'lease')).toEqual([])
})

test('a process has a stamp until it ends, also while nobody has reaped it', async () => {
  expect(processStamp(process.pid)).toBe(processStamp(process.pid))
  expect(processStamp(deadPid())).toBeUndefined()
  const folder = await leftovers.folder()
  const mine = claim(folder, 'lease')
  expect(livingClaims(folder, 'lease')).toMatchObject([{ file: mine.file, pid: process.pid, here: true }])
  expect(livingClaims(folder, 'lease', mine)).toEqual([])
  mine.touch()
  mine.drop()
  mine.touch()
  expect(readdirSync(folder)).toEqual([])
})
