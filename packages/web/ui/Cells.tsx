/** Groups of rows, as payment pages have them. A row is text, a link's inside, or a button. */

import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface CellsProps {
  title?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

export function Cells({ title, foot, children }: CellsProps): ReactElement {
  return (
    <section>
      {title !== undefined && <h2 className="cells-title">{title}</h2>}
      <div className="cells">{children}</div>
      {foot !== undefined && <p className="cells-foot">{foot}</p>}
    </section>
  )
}

export interface CellParts {
  /** Before the text: a face or a sign. */
  start?: ReactNode
  label: ReactNode
  note?: ReactNode
  end?: ReactNode
  /** Shows that it leads somewhere. */
  leads?: boolean
}

/** What is inside a row, also for a router's link: `<Link className="cell"><CellInside … /></Link>`. */
export function CellInside({ start, label, note, end, leads }: CellParts): ReactElement {
  return (
    <>
      {start}
      <span className="cell-main">
        <span className="cell-label">{label}</span>
        {note !== undefined && note !== null && <span className="cell-note">{note}</span>}
      </span>
      {end !== undefined && <span className="cell-end">{end}</span>}
      {leads && (
        <span className="cell-end">
          <Icon name="next" size={18} />
        </span>
      )}
    </>
  )
}

export function Cell(parts: CellParts): ReactElement {
  return (
    <div className="cell">
      <CellInside {...parts} />
    </div>
  )
}

export function CellButton({
  start,
  label,
  note,
  end,
  leads,
  ...rest
}: CellParts & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>): ReactElement {
  return (
    <button type="button" {...rest} className="cell">
      <CellInside start={start} label={label} note={note} end={end} leads={leads ?? false} />
    </button>
  )
}
