import { describe, expect, it } from 'vitest'
import { dayMs } from '@laisee/core/instant.ts'
import {
  allowance,
  balance,
  callers,
  codeOf,
  guardedBy,
  kinds,
  mama,
  minor,
  papa,
  pay,
  say,
  son,
  stateOf,
  undo,
  useHome,
} from './testing/home.ts'

useHome()

describe('at the same instant', () => {
  const rounds = 6

  it('the giver approves and the holder undoes: it is undone, and the money is the giver’s', async () => {
    const family = await allowance()
    for (let round = 0; round < rounds; round++) {
      const id = await pay(family)
      const [approved, undone] = await Promise.all([codeOf(say(mama, id, 'approve')), codeOf(undo(id))])
      expect(['yes', 'already_undone']).toContain(approved)
      expect([undone, await stateOf(id), await balance(mama)]).toEqual(['yes', 'undone', 1_000_000])
    }
  })

  it('two guardians: one gives the word, the other is told that it was given', async () => {
    const send = await minor()
    await guardedBy(papa)
    await guardedBy(mama)
    for (let round = 0; round < 2; round++) {
      const id = String((await send(15_000)).body.id)
      const answers = await Promise.all([papa, mama].map((who) => codeOf(say(who, id, 'approve'))))
      expect(new Set(answers)).toEqual(new Set(['already_approved', 'yes']))
      expect((await kinds(id)).filter((kind) => kind === 'approval.granted')).toHaveLength(1)
    }
  })

  it('an approval and the end of its day: what has run out is approved by nobody', async () => {
    const family = await allowance()
    for (let round = 0; round < 2; round++) {
      const id = await pay(family)
      await callers.service.forward(dayMs - round)
      const [approved] = await Promise.all([codeOf(say(mama, id, 'approve')), callers.service.sweep()])
      expect([approved, await stateOf(id)]).toEqual(
        round === 0 ? ['already_rejected', 'rejected'] : ['yes', 'undo'],
      )
    }
  })

  it('an approval and the end of the link: one of them, and the money follows it', async () => {
    for (let round = 0; round < rounds; round++) {
      const family = await allowance()
      const before = await balance(mama)
      const id = await pay(family)
      const [approved] = await Promise.all([
        codeOf(say(mama, id, 'approve')),
        son.call('DELETE', `/v1/families/${family}`),
      ])
      expect(await stateOf(id)).toBe(approved === 'yes' ? 'undo' : 'rejected')
      expect(await balance(mama)).toBe(approved === 'yes' ? before - 1_001 : before)
    }
  })
})
