/**
 * Blacking out parts of a picture. A box is in whole points of the picture as it is sent, never smaller than what was
 * drawn, and what is under it is written over: nothing of it can be brought back. Pure.
 */

export interface Size {
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

/** In whole points of the picture, within it. */
export interface Box extends Point, Size {}

/** Smaller boxes are slips of the hand. */
export const boxSideMin = 6

const within = (value: number, max: number) => Math.min(Math.max(value, 0), max)

/** A picture's size with its longer side at most so long; it is never made larger. */
export function fitWithin({ width, height }: Size, sideMax: number): Size {
  const scale = Math.min(1, sideMax / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The box from one corner to the opposite one, in whichever order: outward to whole points, and within the picture. */
export function boxBetween(from: Point, to: Point, size: Size): Box {
  const left = within(Math.floor(Math.min(from.x, to.x)), size.width)
  const top = within(Math.floor(Math.min(from.y, to.y)), size.height)
  const right = within(Math.ceil(Math.max(from.x, to.x)), size.width)
  const bottom = within(Math.ceil(Math.max(from.y, to.y)), size.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Whether a box was meant. */
export function isMeant({ width, height }: Box): boolean {
  return width >= boxSideMin && height >= boxSideMin
}

/** The box moved, as far as the picture goes. */
export function movedBy(box: Box, by: Point, size: Size): Box {
  return {
    ...box,
    x: within(Math.round(box.x + by.x), size.width - box.width),
    y: within(Math.round(box.y + by.y), size.height - box.height),
  }
}

/** The box made larger or smaller from its far corner, as far as the picture goes. */
export function grownBy(box: Box, by: Point, size: Size): Box {
  const side = (length: number, max: number) => Math.max(Math.min(Math.round(length), max), boxSideMin)
  return {
    ...box,
    width: side(box.width + by.x, size.width - box.x),
    height: side(box.height + by.y, size.height - box.y),
  }
}

/** A box in the middle of a picture, for whoever does not draw. */
export function boxInMiddle({ width, height }: Size): Box {
  const size = { width: Math.ceil(width / 3), height: Math.ceil(height / 12) }
  return { x: Math.floor((width - size.width) / 2), y: Math.floor((height - size.height) / 2), ...size }
}

/** Write black over every point under the boxes: four bytes a point, row by row, as a canvas has them. */
export function coverPoints(points: Uint8ClampedArray, size: Size, boxes: readonly Box[]): void {
  for (const box of boxes) {
    const { x, y, width, height } = boxBetween(box, { x: box.x + box.width, y: box.y + box.height }, size)
    for (let row = y; row < y + height; row++) {
      const first = (row * size.width + x) * 4
      for (let at = first; at < first + width * 4; at += 4) {
        points[at] = points[at + 1] = points[at + 2] = 0
        points[at + 3] = 255
      }
    }
  }
}
