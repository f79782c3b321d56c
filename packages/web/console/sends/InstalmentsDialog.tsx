/** Instalments that one answers for: what is proposed or agreed, to the fen, and the words of the side that is paid back. */

import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { chinaDateOf } from '@laisee/core/law/china-date.ts'
import { useNow } from '../../app/data/service-time.ts'
import { dayText } from '../../app/returns/days.ts'
import { Money } from '../parts/Said.tsx'
import { Failure, Read } from '../parts/States.tsx'
import { languageNow } from '../words.ts'
import { instalmentsQuery, useWord, type Instalments, type Word } from './instalments-data.ts'

interface InstalmentsDialogProps {
  id: string
  /** Whoever pays back. */
  name: string
  onClose: () => void
}

export function InstalmentsDialog({ id, name, onClose }: InstalmentsDialogProps): ReactElement {
  const { t } = useTranslation()
  const instalments = useQuery(instalmentsQuery(id))
  const word = useWord(id)
  const [isReleasing, setReleasing] = useState(false)
  const say = (what: Word) => word.mutate(what, { onSuccess: onClose })
  const { data } = instalments
  return (
    <Modal
      open
      title={isReleasing ? t('instalmentsPage.ask.release') : t('deskSends.inParts.of', { name })}
      footer={
        data && (
          <Acts
            data={data}
            isBusy={word.isPending}
            isReleasing={isReleasing}
            setReleasing={setReleasing}
            say={say}
          />
        )
      }
      onCancel={onClose}
      destroyOnHidden
    >
      <Read query={instalments}>
        {(all) =>
          isReleasing ? (
            <p className="dialog-text">{t('instalmentsPage.ask.releaseText', { amount: all.left })}</p>
          ) : (
            <>
              {all.proposed && <Proposed data={all} name={name} />}
              {all.agreed && <Terms title={t('instalmentsPage.page.agreed')} version={all.agreed} />}
              <p className="dialog-text second">{t('deskSends.inParts.counter')}</p>
            </>
          )
        }
      </Read>
      {word.isError && <Failure error={word.error} />}
    </Modal>
  )
}

type Version = NonNullable<Instalments['proposed']>

function Proposed({ data, name }: { data: Instalments; name: string }): ReactElement {
  const { t } = useTranslation()
  const { version, note } = data.proposed!
  const isTheirs = data.may.includes('accept')
  return (
    <>
      <Terms
        title={t(`instalmentsPage.page.${isTheirs ? 'proposedByOther' : 'proposedByMe'}`, { name, version })}
        version={data.proposed!}
      />
      {note !== '' && <p className="dialog-text">{note}</p>}
      {data.agreed && <p className="dialog-text second">{t('instalmentsPage.page.insteadOf')}</p>}
    </>
  )
}

function Terms({ title, version }: { title: string; version: Version }): ReactElement {
  const { t } = useTranslation()
  const today = chinaDateOf(useNow(60_000))
  const { principal, interest, parts } = version
  return (
    <section className="plan-terms">
      <h3>{title}</h3>
      <p className="second">
        {t('instalmentsPage.page.total', { amount: principal + interest, count: parts.length })}
        {' · '}
        {interest > 0
          ? t('instalmentsPage.page.interest', { amount: interest })
          : t('instalmentsPage.page.noInterest')}
      </p>
      <ol>
        {parts.map(({ no, amount, dueOn, state }) => (
          <li key={no}>
            <span>{dayText(dueOn, { language: languageNow(), today, inList: true })}</span>
            <span className="second">{t(`instalments.partStates.${state}`)}</span>
            <Money fen={amount} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface ActsProps {
  data: Instalments
  isBusy: boolean
  isReleasing: boolean
  setReleasing: (is: boolean) => void
  say: (word: Word) => void
}

function Acts({ data, isBusy, isReleasing, setReleasing, say }: ActsProps): ReactElement {
  const { t } = useTranslation()
  const { may, proposed } = data
  if (isReleasing)
    return (
      <>
        <Button disabled={isBusy} onClick={() => setReleasing(false)}>
          {t('deskSends.inParts.back')}
        </Button>
        <Button danger loading={isBusy} onClick={() => say({ do: 'release' })}>
          {t('instalmentsPage.do.release')}
        </Button>
      </>
    )
  return (
    <>
      {may.includes('release') && (
        <Button danger disabled={isBusy} onClick={() => setReleasing(true)}>
          {t('instalmentsPage.do.release')}
        </Button>
      )}
      {may.includes('drop') && (
        <Button disabled={isBusy} onClick={() => say({ do: 'drop' })}>
          {t(`instalmentsPage.do.${may.includes('accept') ? 'decline' : 'withdraw'}`)}
        </Button>
      )}
      {may.includes('accept') && proposed && (
        <Button
          type="primary"
          loading={isBusy}
          onClick={() => say({ do: 'accept', version: proposed.version })}
        >
          {t('instalmentsPage.do.accept')}
        </Button>
      )}
    </>
  )
}
