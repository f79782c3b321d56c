import { describe, expect, it } from 'vitest'
import { nextStep, phoneOf, type Happened, type Step } from './story.ts'

const pair = { leftId: 'mem_l', rightId: 'mem_r' }
const happened = (kind: string, data: object = {}, more: Partial<Happened> = {}): Happened => ({
  seat: 'left',
  kind,
  packetId: 'pkt_1',
  data: data as Record<string, unknown>,
  ...more,
})
const sent = happened('packet.sent', { kind: 'lucky', groupId: 'grp_1', count: 5 })
const tell = (step: Step, ...all: Happened[]) => all.reduce((now, one) => nextStep(now, one, pair), step)
const claim: Step = { name: 'claim', packetId: 'pkt_1' }

describe('the first run', () => {
  it('goes from sending to taking back by what happens to the packet', () => {
    const steps = [
      sent,
      happened('packet.delivered'),
      happened('packet.claimed', { claims: [{ memberId: 'mem_r' }] }),
      happened('packet.recalled', { returned: 640 }),
    ]
    const names = steps.map((_, i) => tell({ name: 'send' }, ...steps.slice(0, i + 1)).name)
    expect(names).toEqual(['wait', 'claim', 'recall', 'done'])
    expect(tell({ name: 'send' }, ...steps)).toEqual({ name: 'done', packetId: 'pkt_1', returned: 640 })
  })

  it('begins by itself where somebody just sends', () => {
    expect(tell({ name: 'intro' }, sent)).toEqual({ name: 'wait', packetId: 'pkt_1' })
    expect(tell({ name: 'intro' }, happened('packet.claimed'))).toEqual({ name: 'intro' })
  })

  it('waits for the right phone: a share that somebody else claims is not its', () => {
    expect(tell(claim, happened('packet.claimed', { claims: [{ memberId: 'mem_x' }] }))).toEqual(claim)
    expect(tell(claim, happened('packet.claimed', {}))).toEqual(claim)
  })

  it('does not heed other packets, nor what the right phone sends', () => {
    expect(tell(claim, happened('packet.recalled', {}, { packetId: 'pkt_2' }))).toEqual(claim)
    expect(tell({ name: 'send' }, { ...sent, seat: 'right' })).toEqual({ name: 'send' })
  })

  it('begins again, and says why, where the packet came to another end', () => {
    const wait: Step = { name: 'wait', packetId: 'pkt_1' }
    expect(tell(wait, happened('packet.undone'))).toEqual({ name: 'send', hint: 'undone' })
    expect(tell(claim, happened('packet.claimed_out'))).toEqual({ name: 'send', hint: 'claimedOut' })
    expect(tell(claim, happened('packet.expired'))).toEqual({ name: 'send', hint: 'ended' })
  })

  it('asks for another packet where nothing of this one could be claimed and taken back', () => {
    const direct = happened('packet.sent', { kind: 'direct', groupId: null, count: 1 })
    expect(tell({ name: 'send' }, direct)).toEqual({ name: 'send', hint: 'notLucky' })
    const one = happened('packet.sent', { kind: 'lucky', groupId: 'grp_1', count: 1 })
    expect(tell({ name: 'send' }, one)).toEqual({ name: 'send', hint: 'tooFew' })
  })

  it('taken back before the right phone claimed is taken back all the same', () => {
    expect(tell(claim, happened('packet.recalled', { returned: 800 }))).toMatchObject({ name: 'done' })
  })

  it('says on which phone the next thing is', () => {
    expect(phoneOf(claim)).toBe('right')
    expect(phoneOf({ name: 'recall', packetId: 'pkt_1' })).toBe('left')
    expect(phoneOf({ name: 'intro' })).toBeUndefined()
  })
})
