/** Two people who can be mixed up, or two sums, beside each other, with what differs marked. */

import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shown } from '@laisee/core/guard/shown.ts'
import { formatYuan } from '@laisee/core/money.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { marked, markedSum, pairIn, sumsIn, type Piece, type Twin } from './compare.ts'

export function SideBySide({ reasons }: { reasons: Shown['reasons'] }): ReactNode {
  const { t } = useTranslation()
  const pair = pairIn(reasons)
  const sums = sumsIn(reasons)
  if (!pair && !sums) return null
  return (
    <>
      {pair && (
        <div className="guard-pair">
          <Person head={t('guard.thisOne')} who={pair.payee} beside={pair.other} isChosen />
          <Person head={t('guard.otherOne')} who={pair.other} beside={pair.payee} isChosen={false} />
        </div>
      )}
      {sums && (
        <div className="guard-pair">
          <Sum head={t('guard.usualSum')} fen={sums.usual} beside={sums.now} isChosen={false} />
          <Sum head={t('guard.thisSum')} fen={sums.now} beside={sums.usual} isChosen />
        </div>
      )}
    </>
  )
}

interface PersonProps {
  head: string
  who: Twin
  beside: Twin
  isChosen: boolean
}

function Person({ head, who, beside, isChosen }: PersonProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { id, name, ownName, lastPaidAt } = who
  return (
    <div className="guard-side" data-chosen={isChosen}>
      <p className="guard-head">{head}</p>
      <Avatar id={id} name={name} photoUrl={null} size={44} />
      <p className="guard-name">
        <Pieces pieces={marked(name, beside.name)} />
      </p>
      {ownName !== null && ownName !== name && <p className="guard-mark">{ownName}</p>}
      <p className="guard-mark">
        {lastPaidAt === null
          ? t('guard.never')
          : t('guard.last', { at: momentText(t, lastPaidAt, languageNow(), now) })}
      </p>
    </div>
  )
}

interface SumProps {
  head: string
  fen: number
  beside: number
  isChosen: boolean
}

function Sum({ head, fen, beside, isChosen }: SumProps): ReactElement {
  const [mine, other] = [fen, beside].map((sum) => formatYuan(BigInt(sum))) as [string, string]
  return (
    <div className="guard-side" data-chosen={isChosen}>
      <p className="guard-head">{head}</p>
      <p className="guard-sum">
        <span className="sign">¥</span>
        <Pieces pieces={markedSum(mine, other)} />
      </p>
    </div>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }): ReactElement {
  return (
    <>
      {pieces.map(({ text, differs }, i) =>
        differs ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>,
      )}
    </>
  )
}
