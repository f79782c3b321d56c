/** The form of asking back. What was typed stays on the device until it is answered. */

import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { returnTextLengthMax } from '@laisee/core/return-request.ts'
import { Button } from '../../ui/Button.tsx'
import { buzz } from '../../ui/haptics.ts'
import { say } from '../../ui/Toasts.tsx'
import { service, UnansweredError } from '../data/service.ts'
import { useNow } from '../data/service-time.ts'
import { draftName, forgetDraft, useDraft } from '../send/drafts.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { AskFacts } from './AskFacts.tsx'
import { AskFields } from './AskFields.tsx'
import { CheckedText } from './CheckedText.tsx'
import { freshAsk, readAsk, type AskReading } from './ask-form.ts'
import { isPacket, type Asked, type ReturnPreview } from './returns-data.ts'
import type { Source } from './source.ts'
import { usePress } from './use-press.ts'

export type Person = ReturnPreview['recipients'][number]

interface AskFormProps {
  source: Source
  people: readonly Person[]
  isEveryone: boolean
}

type Body = Parameters<ReturnType<typeof service>['askPacketReturns']>[0]['body']

const sum = (people: readonly Person[], of: 'received' | 'left') =>
  people.reduce((so, person) => so + BigInt(person[of]), 0n)

export function AskForm({ source, people, isEveryone }: AskFormProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const about = `${source.id}.${isEveryone ? 'everyone' : people[0]!.member.id}`
  const name = draftName('return', about)
  const [draft, change] = useDraft(name, freshAsk)
  const asked = people.filter(({ refusal }) => refusal === null)
  const shown = asked.length > 0 ? asked : people
  const reading = readAsk(draft, {
    ...{ product: source.product, isShared: source.isShared, sentAt: Date.parse(source.sentAt) },
    ...{ received: sum(shown, 'received'), left: sum(shown, 'left') },
    ...{ isEveryone, now, language: languageNow() },
    textToEveryone: (parts) => t('returns.ask.toEveryone', parts),
  })
  const ask = useAsk(source, {
    about,
    draft: name,
    isEveryone,
    askedIds: asked.map(({ member }) => member.id),
  })
  return (
    <form className="send-form" onSubmit={(event) => event.preventDefault()}>
      <AskFacts source={source} people={people} isEveryone={isEveryone} />
      {asked.length > 0 && (
        <>
          <AskFields {...{ draft, change, reading, isEveryone }} left={sum(shown, 'left')} />
          {(draft.isOwnText || reading.text !== '') && (
            <div className="cells">
              <CheckedText
                label={t('returns.ask.text')}
                note={t('returns.ask.textNote')}
                value={reading.text}
                lengthMax={returnTextLengthMax}
                onChange={(text) => change({ text, isOwnText: true })}
                fine={t('returns.ask.fine')}
              />
              {draft.isOwnText && (
                <Button small look="link" onClick={() => change({ isOwnText: false, text: '' })}>
                  {t('returns.ask.textReset')}
                </Button>
              )}
            </div>
          )}
          <p className="facts">{t('returns.ask.honest')}</p>
          <Foot {...{ reading, isEveryone, ask }} count={asked.length} />
        </>
      )}
    </form>
  )
}

type Asking = ReturnType<typeof useAsk>

function useAsk(
  source: Source,
  ask: { about: string; draft: string; isEveryone: boolean; askedIds: string[] },
) {
  const { t } = useTranslation()
  const go = useNavigate()
  const press = usePress(`return.${ask.about}`, (body: Body, idempotencyKey): Promise<Asked> => {
    const path = { id: source.id }
    return isPacket(source.id)
      ? service().askPacketReturns({ path, body: { ...body, recipientIds: ask.askedIds }, idempotencyKey })
      : service().askTransferReturn({ path, body, idempotencyKey })
  })
  const send = ({ cause, amount, dueOn, text }: AskReading) => {
    if (cause === undefined || amount === undefined || dueOn === undefined) return
    const body: Body = {
      ...{ cause, dueOn, message: text.trim(), lang: languageNow() },
      ...(ask.isEveryone ? {} : { amount: Number(amount) }),
    }
    press.mutate(body, {
      onSuccess: ({ requests, notAsked }) => {
        forgetDraft(ask.draft)
        buzz()
        say(
          notAsked.length === 0
            ? t('returns.ask.sent')
            : t('returns.ask.sentSome', { count: requests.length, others: notAsked.length }),
        )
        const [only] = requests
        if (!ask.isEveryone && only)
          void go({ to: '/returns/$requestId', params: { requestId: only.id }, replace: true })
        else void go({ to: '/returns/about/$packetId', params: { packetId: source.id }, replace: true })
      },
    })
  }
  return { press, send }
}

interface FootProps {
  reading: AskReading
  isEveryone: boolean
  count: number
  ask: Asking
}

function Foot({ reading, isEveryone, count, ask: { press, send } }: FootProps): ReactElement {
  const { t } = useTranslation()
  const { amount } = reading
  const { error } = press
  return (
    <div className="send-foot">
      {error && (
        <p className="notice" data-tone="warn" role="alert">
          {error instanceof UnansweredError ? t('returns.ask.unanswered') : failureText(error)}
        </p>
      )}
      <Button
        look="act"
        wide
        disabled={!reading.isReady}
        busy={press.isPending}
        onClick={() => send(reading)}
      >
        {amount === undefined
          ? t('returns.ask.sendNothing')
          : isEveryone
            ? t('returns.ask.sendMany', { count, amount })
            : t('returns.ask.send', { amount })}
      </Button>
    </div>
  )
}
