/** A file, chosen or dropped: by keyboard, finger and mouse alike. */

import { useState, type DragEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'

export function DropField({ onFile }: { onFile: (file: File) => void }): ReactElement {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    <label
      className="verify-drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="shield" size={36} />
      <span>{t(isOver ? 'verify.dropNow' : 'verify.drop')}</span>
      <input
        type="file"
        accept=".zip,.tlog-proof,application/zip,text/plain"
        className="unseen"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </label>
  )
}
