/** The picture and the boxes over it. Dragging on the picture draws one; a box is moved, resized and removed by itself. */

import { useEffect, useRef, useState, type PointerEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { boxBetween, isMeant, type Box, type Point } from './redaction.ts'
import { RedactBox } from './RedactBox.tsx'

interface RedactStageProps {
  picture: HTMLCanvasElement
  boxes: readonly Box[]
  onChange: (boxes: readonly Box[]) => void
}

/** Higher than this, and a picture is wider than the window lets it be seen whole: a strip is left beside it to scroll by. */
const tallFrom = 1.3

export function RedactStage({ picture, boxes, onChange }: RedactStageProps): ReactElement {
  const { t } = useTranslation()
  const [drawn, setDrawn] = useState<{ from: Point; to: Point }>()
  const plane = useRef<HTMLDivElement>(null)
  const size = { width: picture.width, height: picture.height }
  const isTall = size.height / size.width > tallFrom
  const pointAt = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top, width, height } = plane.current!.getBoundingClientRect()
    return { x: ((clientX - left) * size.width) / width, y: ((clientY - top) * size.height) / height }
  }
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !event.isPrimary) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const from = pointAt(event)
    setDrawn({ from, to: from })
  }
  const end = () => {
    if (!drawn) return
    const box = boxBetween(drawn.from, drawn.to, size)
    if (isMeant(box)) onChange([...boxes, box])
    setDrawn(undefined)
  }
  const put = (at: number, box: Box | undefined) =>
    onChange(boxes.flatMap((one, index) => (index !== at ? [one] : box ? [box] : [])))
  return (
    <div className="redact-stage">
      <div
        ref={plane}
        className="redact-plane"
        data-tall={isTall || undefined}
        onPointerDown={begin}
        onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: pointAt(event) })}
        onPointerUp={end}
        onPointerCancel={() => setDrawn(undefined)}
      >
        <Drawing picture={picture} label={t('documents.redact.picture')} />
        {boxes.map((box, index) => (
          <RedactBox
            // They have no names of their own; their order is how they were drawn.
            key={index}
            no={index + 1}
            box={box}
            size={size}
            pointAt={pointAt}
            isNew={index === boxes.length - 1}
            onChange={(next) => put(index, next)}
          />
        ))}
        {drawn && <Outline box={boxBetween(drawn.from, drawn.to, size)} size={size} />}
      </div>
    </div>
  )
}

/** A copy to look at, so that the picture itself is never part of the page. */
function Drawing({ picture, label }: { picture: HTMLCanvasElement; label: string }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0)
  }, [picture])
  return <canvas ref={canvas} width={picture.width} height={picture.height} role="img" aria-label={label} />
}

function Outline({ box, size }: { box: Box; size: { width: number; height: number } }): ReactElement {
  return (
    <span
      className="redact-outline"
      aria-hidden="true"
      style={{
        left: `${(box.x / size.width) * 100}%`,
        top: `${(box.y / size.height) * 100}%`,
        width: `${(box.width / size.width) * 100}%`,
        height: `${(box.height / size.height) * 100}%`,
      }}
    />
  )
}
