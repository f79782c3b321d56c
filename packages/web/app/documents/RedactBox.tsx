/** One black box: dragged to another place, made larger by its corner, or both by the keys; Delete removes it. */

import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grownBy, movedBy, type Box, type Point, type Size } from './redaction.ts'

interface RedactBoxProps {
  no: number
  box: Box
  size: Size
  pointAt: (event: { clientX: number; clientY: number }) => Point
  /** Drawn last: it takes the focus, so that the keys can put it right. */
  isNew: boolean
  onChange: (box: Box | undefined) => void
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** A key moves a box by a hundredth of the picture. */
const stepOf = ({ width, height }: Size) => Math.max(1, Math.round(Math.max(width, height) / 100))
const percent = (part: number, whole: number) => Math.round((part / whole) * 100)

export function RedactBox({ no, box, size, pointAt, isNew, onChange }: RedactBoxProps): ReactElement {
  const { t } = useTranslation()
  const own = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isNew) own.current?.focus()
    // Only when it comes.
  }, [])
  const moving = useDrag(pointAt, box, (by, from) => onChange(movedBy(from, by, size)))
  const growing = useDrag(pointAt, box, (by, from) => onChange(grownBy(from, by, size)))
  const press = (event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') onChange(undefined)
    else if (arrow) {
      const step = stepOf(size)
      const by = { x: arrow.x * step, y: arrow.y * step }
      onChange(event.shiftKey ? grownBy(box, by, size) : movedBy(box, by, size))
    } else return
    event.preventDefault()
  }
  const label = t('documents.redact.box', {
    no,
    x: percent(box.x, size.width),
    y: percent(box.y, size.height),
    width: percent(box.width, size.width),
    height: percent(box.height, size.height),
  })
  return (
    <button
      ref={own}
      type="button"
      className="redact-box"
      aria-label={label}
      aria-description={t('documents.redact.keys')}
      style={{
        left: `${(box.x / size.width) * 100}%`,
        top: `${(box.y / size.height) * 100}%`,
        width: `${(box.width / size.width) * 100}%`,
        height: `${(box.height / size.height) * 100}%`,
      }}
      onKeyDown={press}
      {...moving}
    >
      <span className="redact-handle" aria-hidden="true" {...growing} />
    </button>
  )
}

/** A drag, told as how far it has come from where it began, and what the box was then. */
function useDrag(
  pointAt: RedactBoxProps['pointAt'],
  box: Box,
  onDrag: (by: Point, from: Box) => void,
): Record<
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
  (event: PointerEvent) => void
> {
  const began = useRef<{ at: Point; box: Box } | undefined>(undefined)
  const stop = (event: PointerEvent) => {
    event.stopPropagation()
    began.current = undefined
  }
  return {
    onPointerDown: (event) => {
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      began.current = { at: pointAt(event), box }
    },
    onPointerMove: (event) => {
      if (!began.current) return
      event.stopPropagation()
      const { x, y } = pointAt(event)
      onDrag({ x: x - began.current.at.x, y: y - began.current.at.y }, began.current.box)
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  }
}
