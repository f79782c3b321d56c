/** Opens a document over the page. */

import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { DocumentView } from './DocumentView.tsx'

export function DocumentButton({ id, label }: { id: string; label: string }): ReactElement {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {isOpen && <DocumentView id={id} onClose={() => setOpen(false)} />}
    </>
  )
}
