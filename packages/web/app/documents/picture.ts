/**
 * A picture on this device: drawn once from the file, upright and no larger than is needed, and sent as it is drawn anew
 * with its boxes. Nothing else of the file goes along: no place, no camera, no name, no thumbnail.
 */

import { coverPoints, fitWithin, type Box } from './redaction.ts'

/** Enough to read a long screenshot by, and little enough for an old phone. */
const sideMax = 2_400
const quality = 0.9

/** Draw the picture of a file. Rejects where it is none that this device can read. */
export async function openPicture(file: Blob): Promise<HTMLCanvasElement> {
  const whole = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, fitWithin(whole, sideMax))
    const drawing = drawingOf(canvas)
    // What is see-through becomes white, as the page behind it was.
    drawing.fillStyle = '#ffffff'
    drawing.fillRect(0, 0, canvas.width, canvas.height)
    drawing.imageSmoothingQuality = 'high'
    drawing.drawImage(whole, 0, 0, canvas.width, canvas.height)
    return canvas
  } finally {
    whole.close()
  }
}

/** The picture as it is sent: a new one, in which what was under the boxes is black. */
export async function coveredPicture(picture: HTMLCanvasElement, boxes: readonly Box[]): Promise<Blob> {
  const { width, height } = picture
  const points = drawingOf(picture).getImageData(0, 0, width, height)
  coverPoints(points.data, { width, height }, boxes)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  drawingOf(canvas).putImageData(points, 0, 0)
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (made === null) throw new Error('this device could not draw the picture anew')
  return made
}

function drawingOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  if (drawing === null) throw new Error('this device cannot draw')
  return drawing
}
