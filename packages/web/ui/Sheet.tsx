/** A sheet from below (a dialog in the middle of a wide window). It keeps the focus, and Escape or the veil closes it. */

import { Dialog } from '@base-ui/react/dialog'
import type { ReactElement, ReactNode, RefObject } from 'react'

interface SheetProps {
  open: boolean
  onClose: () => void
  title: string
  /** A sentence under the title that a screen reader hears with it. */
  says?: ReactNode
  /** Where the focus goes first, where that is not the first thing that can be pressed. */
  focusOn?: RefObject<HTMLElement | null>
  children: ReactNode
}

export function Sheet({ open, onClose, title, says, focusOn, children }: SheetProps): ReactElement {
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="sheet" {...(focusOn && { initialFocus: focusOn })}>
          <Dialog.Title>{title}</Dialog.Title>
          <div className="sheet-body">
            {says !== undefined && <Dialog.Description>{says}</Dialog.Description>}
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
