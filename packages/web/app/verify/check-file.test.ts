import { expect, it } from 'vitest'
import { openContainer } from '@laisee/core/evidence/container.ts'
import { somePack, testKey } from '@laisee/core/evidence/testing/pack.ts'
import { writeKey } from '@laisee/core/log/note.ts'
import { checkFile, readKeys } from './check-file.ts'

const pack = somePack()
const receipt = openContainer(pack).files.get('receipts/1.tlog-proof')!

it('tells a pack, a receipt and anything else apart, and checks each', () => {
  expect(checkFile(pack, [])).toMatchObject({ is: 'pack', verdict: { ok: true, keys: 'own' } })
  expect(checkFile(pack.slice(0, -3), [])).toMatchObject({ is: 'pack', verdict: { ok: false } })
  expect(checkFile(receipt, [])).toEqual({ is: 'keyless' })
  expect(checkFile(receipt, [testKey])).toMatchObject({ is: 'receipt', checked: { checkpoint: { size: 3 } } })
  expect(checkFile(new TextEncoder().encode('hello'), [])).toEqual({ is: 'unknown' })
  expect(checkFile(new Uint8Array(), [])).toEqual({ is: 'unknown' })
})

it('reads keys as they are pasted, and takes no word for a key', () => {
  const key = writeKey(testKey)
  expect(readKeys(` ${key}\n${key},`)).toEqual([testKey, testKey])
  expect(readKeys('')).toEqual([])
  expect(readKeys(`${key} x`)).toBeUndefined()
})
