/** Over every page: each of one's own sends that can still be undone, by the service's time. */

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../data/service-time.ts'
import { sendsQuery, type OwnSend } from './sends-data.ts'
import { UndoBar } from './UndoBar.tsx'
import { sendsWithBars } from './undo-bars.ts'
import './bars.css'

export function UndoBars(): ReactElement | null {
  const { data } = useQuery(sendsQuery)
  // A bar that is saying what became of its undo stays until that was read.
  const [held, setHeld] = useState<readonly OwnSend[]>([])
  const hasAny =
    held.length > 0 || (data ?? []).some((send) => Date.parse(send.deliverAt) > Date.parse(send.sentAt))
  return hasAny ? <Counting sends={data ?? []} held={held} setHeld={setHeld} /> : null
}

interface CountingProps {
  sends: readonly OwnSend[]
  held: readonly OwnSend[]
  setHeld: (change: (held: readonly OwnSend[]) => readonly OwnSend[]) => void
}

function Counting({ sends, held, setHeld }: CountingProps): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(250)
  const counting = sendsWithBars(sends, now).filter(({ id }) => !held.some((kept) => kept.id === id))
  const shown = [...held, ...counting]
  if (shown.length === 0) return null
  return (
    <section className="bars" aria-label={t('sent.bars.label')} tabIndex={-1} data-focus-home>
      {shown.map((send) => (
        <UndoBar
          key={send.id}
          send={sends.find(({ id }) => id === send.id) ?? send}
          now={now}
          onHold={() => setHeld((kept) => (kept.some(({ id }) => id === send.id) ? kept : [send, ...kept]))}
          onDone={() => setHeld((kept) => kept.filter(({ id }) => id !== send.id))}
        />
      ))}
    </section>
  )
}
