/** Whether a recall says why, and what was written: of an organisation's, where every right its sender has asks for it. */

import { useState } from 'react'
import type { Packet, Transfer } from '../data/queries.ts'

export function useWhy({ recallRight }: Pick<Packet | Transfer, 'recallRight'>) {
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const isNeeded = recallRight?.reasonNeeded === true
  const onChange = (text: string) => {
    setNote(text)
    setMissing(false)
  }
  /** Go on with what was written; where it is missing, say so instead. */
  const press = (goOn: (body: { note?: string }) => void) => {
    const said = note.trim()
    if (isNeeded && said === '') setMissing(true)
    else goOn(isNeeded ? { note: said } : {})
  }
  return { isNeeded, field: { note, isMissing, onChange }, press }
}
