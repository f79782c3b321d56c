import { expect, test } from 'vitest'
import { shownActor } from './dispute-actor.ts'

const id = (letter: string) => `mem_0${letter.repeat(25)}`
const sides = { openerId: id('a'), otherId: id('b') }

test.each([
  ['a side', id('a'), { by: id('a'), byRole: null }, { by: id('a'), byRole: null }],
  ['the other side', id('b'), { by: id('b'), byRole: null }, { by: id('b'), byRole: null }],
  ['the clock', 'clock', { by: 'clock', byRole: null }, { by: 'clock', byRole: null }],
  ['an agent', id('c'), { by: 'staff', byRole: null }, { by: id('c'), byRole: 'dispute_agent' }],
  ['a key', 'key_1', { by: 'staff', byRole: null }, { by: 'operator', byRole: 'operator' }],
])(
  '%s is told to the sides without who of the service it was, and to staff with it',
  (_, by, side, staff) => {
    expect(shownActor(by, sides, 'side')).toEqual(side)
    expect(shownActor(by, sides, 'staff')).toEqual(staff)
  },
)
