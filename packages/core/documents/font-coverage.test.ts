import { expect, test } from 'vitest'
import { cannotShow } from './code-points.ts'
import { coverageOf } from './font-coverage.ts'
import { regular } from './testing/papers.ts'

/** The same font with only its list of the first plane: what an older font has. */
function firstPlaneOnly(font: Uint8Array): Uint8Array {
  const copy = new Uint8Array(font)
  const view = new DataView(copy.buffer)
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16)
  const cmap = view.getUint32(tables.find((at) => view.getUint32(at) === 0x636d6170)! + 8)
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + index * 8
    if (view.getUint16(cmap + view.getUint32(record + 4)) === 12) view.setUint16(record, 1)
  }
  return copy
}

test('the font shows what Chinese papers are written in, and not what it has no glyph for', () => {
  const covers = coverageOf(regular)
  expect(cannotShow('民事起诉状（原告）：¥50,000.00；【】《》“”—…①壹贰叁 Laisee 龘䶮𬬻', covers)).toEqual([])
  expect(cannotShow('好😀\u0000\u{10ffff}😀', covers)).toEqual(['U+1F600', 'U+0000', 'U+10FFFF'])
})

test('both lists of a font agree on its first plane', () => {
  const [whole, plane] = [coverageOf(regular), coverageOf(firstPlaneOnly(regular))]
  const differ: number[] = []
  for (let codePoint = 0; codePoint <= 0xffff; codePoint++)
    if (whole(codePoint) !== plane(codePoint)) differ.push(codePoint)
  expect(differ).toEqual([])
  expect(plane(0x20bb7)).toBe(false)
})
