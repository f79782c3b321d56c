import { describe, expect, it } from 'vitest'
import {
  answersOf,
  freshDispute,
  mendDispute,
  missingAt,
  reachable,
  type DisputeDraft,
} from './dispute-draft.ts'
import type { Step } from './dispute-steps.ts'

const one = [{ id: 'mem_1' }]
const two = [...one, { id: 'mem_2' }]
const filled: DisputeDraft = { ...freshDispute, cause: 'fraud', text: '被骗了' }

describe('the form of a dispute', () => {
  it.each<[string, Step, DisputeDraft, readonly { id: string }[], string | undefined]>([
    ['asks first whose share it is', 'cause', filled, two, 'whoseWhy'],
    ['asks what happened', 'cause', freshDispute, one, 'causeWhy'],
    ['goes on to the story without words', 'cause', { ...filled, text: '' }, one, undefined],
    ['asks for the story before documents', 'story', { ...filled, text: ' ' }, one, 'storyWhy'],
    ['asks for no document', 'documents', filled, one, undefined],
    [
      'with several sides goes on once one is chosen',
      'cause',
      { ...filled, againstId: 'mem_2' },
      two,
      undefined,
    ],
  ])('%s', (_, step, draft, sides, missing) => expect(missingAt(step, draft, sides)).toBe(missing))

  it('after a reload shows the step one was at, and never one that is not reached', () => {
    expect(reachable('review', filled, one)).toBe('review')
    expect(reachable('review', { ...filled, text: '' }, one)).toBe('story')
    expect(reachable('documents', freshDispute, one)).toBe('cause')
  })

  it('sends the answers to the questions of what happened, and no empty ones', () => {
    const answers = { how_contacted: ' 网友 ', what_promised: '  ', whom_meant: '妈妈' }
    expect(answersOf({ ...filled, answers })).toEqual([{ question: 'how_contacted', answer: '网友' }])
  })

  it('keeps of what was on the device only what it knows', () => {
    const document = { id: 'doc_1', kind: 'identity', type: 'image/jpeg' }
    expect(
      mendDispute({ ...filled, answers: { other: 'x', how_noticed: 'y' }, documents: [document, 1] }),
    ).toEqual({
      ...filled,
      answers: { how_noticed: 'y' },
      documents: [document],
    })
    for (const kept of [undefined, null, 'x', [], { cause: 'greed', text: 5, documents: {} }])
      expect(mendDispute(kept)).toEqual(freshDispute)
  })
})
