import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { accountIn, canEnter, letThrough, type Identity } from './identity.ts'
import { Leftovers } from './testing/launched.ts'

const leftovers = new Leftovers()
const stranger: Identity = { uid: 65_534, gid: 65_534, become: { uid: 65_534, gid: 65_534 } }

afterEach(() => leftovers.end())

test('an account is found by its name, macOS’s negative numbers included', () => {
  const passwd =
    'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\nmac:*:-2:-2::/var/empty:/bin/false\n'
  expect(accountIn(passwd, 'nobody')).toEqual({ uid: 65_534, gid: 65_533 })
  expect(accountIn(passwd, 'mac')).toEqual({ uid: 4_294_967_294, gid: 4_294_967_294 })
  expect(accountIn(passwd, 'no')).toBeUndefined()
})

test.runIf(process.geteuid?.() === 0)(
  'a private folder is closed to the database’s user until it is let through',
  async () => {
    const folder = await leftovers.folder()
    const inner = join(folder, 'inner')
    mkdirSync(inner, { mode: 0o755 })
    expect(await canEnter(inner, stranger)).toBe(false)
    await letThrough(folder, stranger)
    expect(await canEnter(inner, stranger)).toBe(true)
    expect(statSync(folder).mode & 0o777).toBe(0o710)
    // A folder that others have rights in keeps them as they are.
    await letThrough(inner, stranger)
    expect(statSync(inner)).toMatchObject({ gid: statSync('/').gid })
  },
)
