import { describe, expect, it } from 'vitest'
import {
  boxBetween,
  boxInMiddle,
  coverPoints,
  fitWithin,
  grownBy,
  isMeant,
  movedBy,
  type Box,
} from './redaction.ts'

const size = { width: 8, height: 5 }
/** A picture in which every byte tells where it stands. */
const picture = () => new Uint8ClampedArray(size.width * size.height * 4).map((_, at) => (at % 250) + 1)
const isUnder = (boxes: readonly Box[], x: number, y: number) =>
  boxes.some((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height)

describe('blacking out', () => {
  it.each<[string, Box[]]>([
    ['one box', [{ x: 2, y: 1, width: 3, height: 2 }]],
    [
      'boxes that overlap',
      [
        { x: 0, y: 0, width: 4, height: 4 },
        { x: 2, y: 2, width: 6, height: 3 },
      ],
    ],
    ['the whole picture', [{ x: 0, y: 0, width: 8, height: 5 }]],
    ['no box', []],
  ])('with %s leaves nothing under it and changes nothing else', (_, boxes) => {
    const [before, after] = [picture(), picture()]
    coverPoints(after, size, boxes)
    for (let at = 0; at < after.length; at += 4) {
      const place = at / 4
      const covered = isUnder(boxes, place % size.width, Math.floor(place / size.width))
      expect([...after.subarray(at, at + 4)]).toEqual(
        covered ? [0, 0, 0, 255] : [...before.subarray(at, at + 4)],
      )
    }
  })

  it('with a box that reaches out of the picture covers what is in it, and wraps round nowhere', () => {
    const points = picture()
    coverPoints(points, size, [{ x: 6, y: -2, width: 9, height: 4 }])
    const black = [...points.keys()].filter((at) => at % 4 === 0 && points[at] === 0).map((at) => at / 4)
    expect(black).toEqual([6, 7, 14, 15])
  })
})

describe('a box', () => {
  it('that is drawn from any corner covers every point that was touched', () => {
    const box = { x: 1, y: 2, width: 3, height: 2 }
    expect(boxBetween({ x: 1.9, y: 2.2 }, { x: 3.1, y: 3.4 }, size)).toEqual(box)
    expect(boxBetween({ x: 3.1, y: 3.4 }, { x: 1.9, y: 2.2 }, size)).toEqual(box)
  })

  it('stays within the picture, drawn, moved or made larger', () => {
    expect(boxBetween({ x: -5, y: -5 }, { x: 50, y: 50 }, size)).toEqual({ x: 0, y: 0, width: 8, height: 5 })
    const box = { x: 2, y: 1, width: 2, height: 2 }
    expect(movedBy(box, { x: 50, y: -50 }, size)).toEqual({ ...box, x: 6, y: 0 })
    const large = { width: 100, height: 50 }
    expect(grownBy(box, { x: 500, y: -500 }, large)).toEqual({ ...box, width: 98, height: 6 })
  })

  it('that is a slip of the hand counts for none', () => {
    expect(isMeant({ x: 0, y: 0, width: 40, height: 2 })).toBe(false)
    expect(isMeant(boxInMiddle({ width: 300, height: 600 }))).toBe(true)
  })
})

it('a picture is sent no larger than it has to be, and never larger than it is', () => {
  expect(fitWithin({ width: 4_800, height: 1_200 }, 2_400)).toEqual({ width: 2_400, height: 600 })
  expect(fitWithin({ width: 40, height: 9_000 }, 2_400)).toEqual({ width: 11, height: 2_400 })
  expect(fitWithin({ width: 300, height: 200 }, 2_400)).toEqual({ width: 300, height: 200 })
})
