import { expect, it } from 'vitest'
import type { InboxPart } from './inbox-data.ts'
import { readThrough } from './read-through.ts'

const page = (...cursors: string[]) =>
  ({ items: cursors.map((cursor) => ({ cursor, read: false })) }) as InboxPart
const readIn = (pages: readonly InboxPart[]) =>
  pages.flatMap(({ items }) => items.filter(({ read }) => read).map(({ cursor }) => cursor))

it('reading a notice reads all that came before it, on later pages as well', () => {
  expect(readIn(readThrough([page('d', 'c'), page('b', 'a')], 'c'))).toEqual(['c', 'b', 'a'])
})

it('reading all reads all', () => {
  expect(readIn(readThrough([page('b', 'a')], 'all'))).toEqual(['b', 'a'])
})

it('a notice that is not there changes nothing', () => {
  expect(readIn(readThrough([page('b', 'a')], 'z'))).toEqual([])
})
