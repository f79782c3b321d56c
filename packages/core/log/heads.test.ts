/** A head that was kept tells on a log that did not go on from it. */

import { expect, it } from 'vitest'
import { sha256 } from '@noble/hashes/sha2.js'
import { checkHeads } from './heads.ts'
import { consistencyPath, rootOf, type Hash, type NodeReader } from './merkle.ts'
import { appendLeaves, nodesOf } from './tiles.ts'

const origin = 'laisee.test/log'

function treeOf(texts: readonly string[]): NodeReader {
  const leaves: Hash[] = texts.map((text) => sha256(new TextEncoder().encode(text)))
  const tiles = new Map(
    appendLeaves(0, () => [], leaves).map(({ level, index, hashes }) => [`${level}/${index}`, hashes]),
  )
  return nodesOf(({ level, index }) => tiles.get(`${level}/${index}`) ?? [])
}

const honest = treeOf(['1', '2', '3', '4', '5', '6', '7'])
const forged = treeOf(['1', '2', 'x', '4', '5', '6', '7'])
const head = (read: NodeReader, size: number) => ({ origin, size, root: rootOf(size, read) })
const between = (read: NodeReader, from: number, to: number) => consistencyPath(from, to, read)

it('a log that has grown goes on from every head it had', () => {
  for (let from = 1; from <= 7; from++)
    expect(checkHeads(head(honest, from), head(honest, 7), between(honest, from, 7))).toBe('goes_on')
})

it('a log that was rolled back has fewer leaves than were seen', () => {
  expect(checkHeads(head(honest, 6), head(honest, 5), [])).toBe('rolled_back')
})

it('two heads of the same size that disagree are two logs', () => {
  expect(checkHeads(head(honest, 7), head(forged, 7), [])).toBe('disagrees')
})

it('a log that was rewritten has no proof from a head that was kept, not even its own', () => {
  for (let from = 3; from < 7; from++)
    for (const path of [between(forged, from, 7), between(honest, from, 7)])
      expect(checkHeads(head(honest, from), head(forged, 7), path)).toBe('disagrees')
})

it('another log is another log, whatever its proof', () => {
  const other = { ...head(honest, 7), origin: 'elsewhere/log' }
  expect(checkHeads(head(honest, 3), other, between(honest, 3, 7))).toBe('another_log')
})
