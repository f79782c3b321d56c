/** The agreement as a PDF, made on this device from what the service keeps of it. */

import type { TFunction } from 'i18next'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { instalmentsPaper } from '@laisee/core/documents/instalments-paper.ts'
import { chinaDateOf } from '@laisee/core/law/china-date.ts'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { savePaper, type SavedPaper } from '../advisor/paper-files.ts'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import type { Instalments } from './instalments-data.ts'

type State =
  | { is: 'idle' }
  | { is: 'busy'; part: number }
  | { is: 'saved'; saved: SavedPaper }
  | { is: 'failed'; why: 'offline' | 'failed' }

const momentOf = (at: string | null) => (at === null ? null : Date.parse(at))

/** What of the agreement stands on paper; nothing while none is agreed. */
function onPaper(instalments: Instalments) {
  const { id, about, aboutKind, sentAt, creditor, debtor, organisationName } = instalments
  const { agreed, agreedAt, state, endedAt } = instalments
  if (agreed === null || agreedAt === null) return undefined
  const { version, principal, interest, parts } = agreed
  return {
    ...{ id, about, aboutKind, version },
    ...{ creditorName: creditor.name, debtorName: debtor.name, organisationName },
    sentAt: Date.parse(sentAt),
    agreedAt: Date.parse(agreedAt),
    principal: BigInt(principal),
    interest: BigInt(interest),
    parts: parts.map((part) => ({
      ...{ no: part.no, dueOn: part.dueOn, amount: BigInt(part.amount) },
      ...{ paidAt: momentOf(part.paidAt), missed: part.state === 'missed' },
    })),
    releasedAt: state === 'released' ? momentOf(endedAt) : null,
  }
}

export function AgreementPaper({ instalments }: { instalments: Instalments }): ReactElement | null {
  const { t } = useTranslation()
  const [state, setState] = useState<State>({ is: 'idle' })
  const facts = onPaper(instalments)
  if (!facts) return null
  const save = async () => {
    if (state.is === 'busy') return
    setState({ is: 'busy', part: 0 })
    try {
      const paper = instalmentsPaper(facts, chinaDateOf(serviceNow()), languageNow())
      const saved = await savePaper(paper, 'pdf', (part) => setState({ is: 'busy', part }))
      setState({ is: 'saved', saved })
    } catch {
      setState({ is: 'failed', why: navigator.onLine ? 'failed' : 'offline' })
    }
  }
  return (
    <Cells>
      <CellButton
        start={<Icon name="save" />}
        label={t('instalmentsPage.do.document')}
        note={<span role="status">{noteOf(t, state)}</span>}
        aria-busy={state.is === 'busy' || undefined}
        onClick={() => void save()}
      />
    </Cells>
  )
}

function noteOf(t: TFunction, state: State): string {
  if (state.is === 'idle') return t('advisorPaper.pdfNote')
  if (state.is === 'failed') return t(`advisorPaper.${state.why}`)
  if (state.is === 'busy')
    return state.part > 0 && state.part < 1
      ? t('advisorPaper.fetching', { percent: Math.floor(state.part * 100) })
      : t('advisorPaper.making')
  const { name, missing } = state.saved
  const saved = t('advisorPaper.saved', { name })
  return missing.length === 0 ? saved : `${saved} ${t('advisorPaper.missing', { names: missing.join(' ') })}`
}
