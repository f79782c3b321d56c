/** Shared compressed frames: any reader of gzip has every frame, whole, as it arrives, and the end checks out. */

import { createGunzip, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GzipStream, packFrame, takesGzip } from './gzip-frames.ts'

const long = (text: string) => Buffer.from(text.repeat(2_000))

it('streams that share frames are each whole, in whatever order and number they have them', () => {
  const frames = ['data: 一\n\n', 'data: two\n\n'.repeat(400), '', ': still here\n\n'].map((text) =>
    packFrame(Buffer.from(text)),
  )
  fc.assert(
    fc.property(fc.array(fc.nat({ max: frames.length - 1 }), { maxLength: 30 }), (order) => {
      const stream = new GzipStream()
      const sent = order.map((i) => frames[i]!)
      const bytes = Buffer.concat([stream.head(), ...sent.map((frame) => stream.add(frame)), stream.end()])
      expect(gunzipSync(bytes)).toEqual(Buffer.concat(sent.map(({ plain }) => plain)))
    }),
  )
})

it('a frame can be read as soon as it is sent', async () => {
  const reader = createGunzip()
  const stream = new GzipStream()
  reader.write(stream.head())
  for (const plain of [Buffer.from('data: 1\n\n'), long('data: claim\n'), Buffer.from('data: 3\n\n')]) {
    reader.write(stream.add(packFrame(plain)))
    const read: Buffer[] = []
    while (read.reduce((sum, part) => sum + part.length, 0) < plain.length)
      read.push(await new Promise<Buffer>((resolve) => reader.once('data', resolve)))
    expect(Buffer.concat(read)).toEqual(plain)
  }
  reader.destroy()
})

it('a changed byte does not pass', () => {
  const stream = new GzipStream()
  const bytes = Buffer.concat([
    stream.head(),
    stream.add(packFrame(Buffer.from('data: 100\n\n'))),
    stream.end(),
  ])
  bytes[bytes.indexOf('100')] = 0x39
  expect(() => gunzipSync(bytes)).toThrow('incorrect data check')
})

it('a long frame becomes shorter', () => {
  const { plain, blocks } = packFrame(long('{"memberId":"mem_01","amount":100}'))
  expect(blocks.length * 10).toBeLessThan(plain.length)
})

it.each([
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['gzip, deflate, br, zstd', true],
  ['GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['br', false],
  ['*', true],
  ['*;q=0', false],
  ['gzip;q=0, *', false],
  ['gzip;q=x', false],
])('a request that accepts %s takes gzip: %s', (header, takes) => {
  expect(takesGzip(header)).toBe(takes)
})
