/** Taking a packet back: before, exactly what would come back and who has theirs already; after, the receipt. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecallManner } from '@laisee/core/recall.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { usePersonName } from '../data/people-names.ts'
import { RecallWhy } from '../on-behalf/RecallWhy.tsx'
import { useWhy } from '../on-behalf/use-why.ts'
import { purseOf } from '../data/purse.ts'
import type { Packet } from '../data/queries.ts'
import { RefusalError, service, UnansweredError } from '../data/service.ts'
import { serviceNow } from '../data/service-time.ts'
import { failureText } from '../words/failure.ts'
import type { SeenClaim } from './packet-data.ts'
import { receiptOf, type Receipt } from './receipt.ts'
import { LostRecall, RecallReceipt } from './RecallReceipt.tsx'
import { useVerb } from './use-verb.ts'

const reasons = ['CUST', 'AC03', 'AM09', 'DUPL', 'FRAD'] as const
type Reason = (typeof reasons)[number]

interface RecallSheetProps {
  packet: Packet
  claims: readonly SeenClaim[]
  isOpen: boolean
  onClose: () => void
}

interface Ask {
  manner: RecallManner
  reason: Reason
  note?: string
}

export function RecallSheet({ packet, claims, isOpen, onClose }: RecallSheetProps): ReactElement {
  const { t } = useTranslation()
  const [pressed, setPressed] = useState({ atMs: 0, claimedCount: 0 })
  const [receipt, setReceipt] = useState<Receipt>()
  const recall = useVerb(packet.id, (body: Ask, idempotencyKey) =>
    service().recallPacket({ path: { id: packet.id }, body, idempotencyKey }),
  )
  const close = () => {
    onClose()
    setReceipt(undefined)
    recall.reset()
  }
  const press = (ask: Ask) => {
    const now = { atMs: serviceNow(), claimedCount: packet.claimedCount }
    setPressed(now)
    recall.mutate(ask, { onSuccess: (answer) => setReceipt(receiptOf(answer, now.claimedCount, now.atMs)) })
  }
  const { error } = recall
  const isLost = error instanceof RefusalError
  return (
    <Sheet
      open={isOpen}
      onClose={close}
      title={t(receipt || isLost ? 'packet.recall.receipt' : 'packet.recall.title')}
    >
      {receipt ? (
        <RecallReceipt receipt={receipt} paidFrom={purseOf(packet)} claims={claims} onClose={close} />
      ) : isLost ? (
        <LostRecall error={error} claims={claims} pressedAtMs={pressed.atMs} onClose={close} />
      ) : (
        <Before
          packet={packet}
          claims={claims}
          isBusy={recall.isPending}
          error={error}
          onPress={press}
          onClose={close}
        />
      )}
    </Sheet>
  )
}

interface BeforeProps {
  packet: Packet
  claims: readonly SeenClaim[]
  isBusy: boolean
  error: Error | null
  onPress: (ask: Ask) => void
  onClose: () => void
}

function Before({ packet, claims, isBusy, error, onPress, onClose }: BeforeProps): ReactElement {
  const { t } = useTranslation()
  const [manner, setManner] = useState<RecallManner>('remainder')
  const [reason, setReason] = useState<Reason>('CUST')
  const why = useWhy(packet)
  const { claimedCount, count } = packet
  const claimed = packet.claimedAmount ?? 0
  const left = (packet.total ?? 0) - claimed
  const comesBack = manner === 'all_or_nothing' && claimedCount > 0 ? 0 : left
  return (
    <>
      <div className="recall-sum">
        <p>{t('packet.recall.comesBack', { paidFrom: purseOf(packet) })}</p>
        <Amount fen={comesBack} big />
        <p className="sheet-note">
          {claimedCount === 0
            ? t('packet.recall.nobodyHas')
            : t('packet.recall.have', { count: claimedCount, amount: claimed })}
        </p>
      </div>
      {claimedCount > 0 && <WhoHas claims={claims} />}
      {count > 1 && (
        <>
          <p className="sheet-label">{t('packet.recall.manner')}</p>
          <Choices
            label={t('packet.recall.manner')}
            value={manner}
            onChange={setManner}
            options={[
              { value: 'remainder', label: t('packet.recall.remainder') },
              { value: 'all_or_nothing', label: t('packet.recall.allOrNothing') },
            ]}
          />
          {manner === 'all_or_nothing' && <p className="sheet-note">{t('packet.recall.allOrNothingNote')}</p>}
        </>
      )}
      <p className="sheet-label">{t('packet.recall.reason')}</p>
      <Choices
        label={t('packet.recall.reason')}
        value={reason}
        onChange={setReason}
        options={reasons.map((value) => ({ value, label: t(`packet.recall.reasons.${value}`) }))}
      />
      {reason === 'FRAD' && (
        <p className="notice" data-tone="hold">
          {t('packet.recall.fraudNote')}
        </p>
      )}
      {why.isNeeded && <RecallWhy {...why.field} />}
      {error && (
        <p className="notice" data-tone="warn" role="alert">
          {error instanceof UnansweredError ? t('packet.recall.unanswered') : failureText(error)}
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          look="packet"
          busy={isBusy}
          onClick={() => why.press((note) => onPress({ manner, reason, ...note }))}
        >
          {manner === 'all_or_nothing' ? t('packet.recall.doAll') : t('packet.recall.doIt', { amount: left })}
        </Button>
      </div>
    </>
  )
}

const namedMax = 5

/** The first few by name, and how many more. */
function WhoHas({ claims }: { claims: readonly SeenClaim[] }): ReactElement {
  const more = claims.length - namedMax
  return (
    <p className="recall-who">
      {claims.slice(0, namedMax).map(({ memberId, member }) => (
        <Name key={memberId} id={memberId} known={member.name} />
      ))}
      {more > 0 && <span>+{more}</span>}
    </p>
  )
}

function Name({ id, known }: { id: string; known: string }): ReactElement {
  return <span>{usePersonName(id, known)}</span>
}
