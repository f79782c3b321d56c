/** A text as a Word file or a PDF, made on this device. Where that cannot be done now, it says what can be done instead. */

import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperId } from '@laisee/core/documents/paper.ts'
import { readPaper } from '@laisee/core/documents/read-paper.ts'
import { chinaDateOf } from '@laisee/core/law/china-date.ts'
import { Button } from '../../ui/Button.tsx'
import { serviceNow } from '../data/service-time.ts'
import { savePaper, type PaperKind, type SavedPaper } from './paper-files.ts'

/** What takes less needs no words about how far it is. */
const patienceMs = 1_000

type State =
  | { is: 'idle' }
  | { is: 'busy'; kind: PaperKind; part: number }
  | { is: 'saved'; saved: SavedPaper }
  | { is: 'failed'; why: 'offline' | 'failed' }

export function PaperButtons({ id, text }: { id: PaperId; text: string }): ReactElement {
  const { t } = useTranslation()
  const [state, setState] = useState<State>({ is: 'idle' })
  const isBusy = (kind: PaperKind) => state.is === 'busy' && state.kind === kind
  const save = async (kind: PaperKind) => {
    if (state.is === 'busy') return
    setState({ is: 'busy', kind, part: 0 })
    try {
      const paper = readPaper(id, text, chinaDateOf(serviceNow()))
      const saved = await savePaper(paper, kind, (part) => setState({ is: 'busy', kind, part }))
      setState({ is: 'saved', saved })
    } catch {
      setState({ is: 'failed', why: navigator.onLine ? 'failed' : 'offline' })
    }
  }
  return (
    <div className="plan-paper" role="group" aria-label={t('advisorPaper.title')}>
      <div className="buttons beside">
        <Button busy={isBusy('docx')} onClick={() => void save('docx')}>
          {t('advisorPaper.word')}
        </Button>
        <Button busy={isBusy('pdf')} onClick={() => void save('pdf')}>
          {t('advisorPaper.pdf')}
        </Button>
      </div>
      <p className="help-note">
        {t('advisorPaper.note')} {t('advisorPaper.pdfNote')}
      </p>
      {state.is === 'busy' && <Progress kind={state.kind} part={state.part} />}
      <div role="status">
        {state.is === 'saved' && <p>{t('advisorPaper.saved', { name: state.saved.name })}</p>}
        {state.is === 'saved' && state.saved.missing.length > 0 && (
          <p className="help-wrong">{t('advisorPaper.missing', { names: state.saved.missing.join(' ') })}</p>
        )}
        {state.is === 'failed' && <p className="help-wrong">{t(`advisorPaper.${state.why}`)}</p>}
      </div>
      {state.is === 'failed' && <Button onClick={() => window.print()}>{t('advisorPaper.print')}</Button>}
    </div>
  )
}

/** How far the fetching is, once it takes longer than people wait without asking. */
function Progress({ kind, part }: { kind: PaperKind; part: number }): ReactElement | null {
  const { t } = useTranslation()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  if (kind === 'docx' || part === 0 || part === 1) return <p role="status">{t('advisorPaper.making')}</p>
  const label = t('advisorPaper.fetching', { percent: Math.floor(part * 100) })
  return (
    <>
      <p>{label}</p>
      <progress className="help-progress" max={1} value={part} aria-label={label} />
    </>
  )
}
