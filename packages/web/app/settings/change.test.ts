import { expect, it } from 'vitest'
import type { Me } from '../data/queries.ts'
import { beforeOf } from './change.ts'

const me = { name: '妈妈', undoS: 5, quietFrom: null, quietUntil: null } as Me

it('what a change is put back to is what it changed, and nothing else', () => {
  expect(beforeOf(me, { undoS: 30 })).toEqual({ undoS: 5 })
  expect(beforeOf(me, { quietFrom: '22:30', quietUntil: '07:30' })).toEqual({
    quietFrom: null,
    quietUntil: null,
  })
})
