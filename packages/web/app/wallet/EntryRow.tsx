/** One line of the statement: why, with whom, when, how much, and the balance after it. It leads to what moved the money. */

import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Cell, CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { languageNow } from '../words/i18n.ts'
import { fullText, momentText } from '../words/moments.ts'
import { About } from './About.tsx'
import type { Entry } from './wallet-data.ts'

function iconOf({ sourceId, reason }: Entry): { name: IconName; tone: string } {
  if (reason === 'family_spent') return { name: 'people', tone: 'outside' }
  if (sourceId.startsWith('frz_')) return { name: 'snow', tone: 'ice' }
  const isBack = /(^|_)(undone|recalled|declined|expired|returned)$/.test(reason)
  if (isBack) return { name: 'recall', tone: 'back' }
  if (sourceId.startsWith('pkt_')) return { name: 'packet', tone: 'packet' }
  return sourceId.startsWith('tr_')
    ? { name: 'transfer', tone: 'transfer' }
    : { name: 'wallet', tone: 'outside' }
}

export function EntryRow({ entry, now }: { entry: Entry; now: number }): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { sourceId, reason, amount, balance, at } = entry
  const icon = iconOf(entry)
  const parts = {
    start: (
      <span className="entry-icon" data-tone={icon.tone}>
        <Icon name={icon.name} size={20} />
      </span>
    ),
    label: t(`wallet.reasons.${reason}`),
    note: (
      <>
        <span className="entry-about">
          <About sourceId={sourceId} />
        </span>
        <span className="entry-at">{momentText(t, at, languageNow(), now)}</span>
      </>
    ),
    end: (
      <span className="entry-money">
        <span className={amount > 0 ? 'entry-in' : 'entry-out'}>
          <Amount fen={amount} signed />
        </span>
        <span className="entry-after">{t('wallet.after', { amount: balance })}</span>
      </span>
    ),
  }
  // What a family has sent is theirs to look at: the giver sees the sum.
  const isFamily = reason === 'family_spent' || reason === 'family_returned'
  if (!isFamily && sourceId.startsWith('pkt_'))
    return (
      <Link to="/packets/$packetId" params={{ packetId: sourceId }} className="cell entry">
        <CellInside {...parts} />
      </Link>
    )
  if (!isFamily && sourceId.startsWith('tr_'))
    return (
      <Link to="/transfers/$transferId" params={{ transferId: sourceId }} className="cell entry">
        <CellInside {...parts} />
      </Link>
    )
  const caseLink = linkToCase(sourceId, <CellInside {...parts} />)
  if (caseLink) return caseLink
  return (
    <>
      <CellButton {...parts} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      <EntrySheet entry={entry} now={now} open={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}

/** A return, instalments or a freeze that moved the money; undefined where none of them did. */
function linkToCase(sourceId: string, inside: ReactElement): ReactElement | undefined {
  if (sourceId.startsWith('rr_'))
    return (
      <Link to="/returns/$requestId" params={{ requestId: sourceId }} className="cell entry">
        {inside}
      </Link>
    )
  if (sourceId.startsWith('ins_'))
    return (
      <Link to="/instalments/$instalmentsId" params={{ instalmentsId: sourceId }} className="cell entry">
        {inside}
      </Link>
    )
  if (sourceId.startsWith('frz_'))
    return (
      <Link to="/freezes/$freezeId" params={{ freezeId: sourceId }} className="cell entry">
        {inside}
      </Link>
    )
  return undefined
}

interface EntrySheetProps {
  entry: Entry
  now: number
  open: boolean
  onClose: () => void
}

/** A line that leads nowhere: money from or to the outside. */
function EntrySheet({ entry, now, open, onClose }: EntrySheetProps): ReactElement {
  const { t } = useTranslation()
  const { sourceId, reason, amount, balance, at, entryNo } = entry
  const copy = () =>
    void navigator.clipboard.writeText(sourceId).then(
      () => say(t('common.copied')),
      () => say(sourceId),
    )
  return (
    <Sheet open={open} onClose={onClose} title={t(`wallet.reasons.${reason}`)}>
      <p className="entry-sheet-amount">
        <Amount fen={amount} signed big />
      </p>
      <Cells>
        <Cell label={t('wallet.after', { amount: balance })} end={t('wallet.entryNo', { no: entryNo })} />
        <Cell label={fullText(at, languageNow(), now)} />
        <CellButton
          label={t('wallet.ids')}
          note={<span className="entry-id">{sourceId}</span>}
          end={t('common.copy')}
          aria-label={t('wallet.copyEntry', { id: sourceId })}
          onClick={copy}
        />
      </Cells>
      <Button wide onClick={onClose}>
        {t('common.close')}
      </Button>
    </Sheet>
  )
}
