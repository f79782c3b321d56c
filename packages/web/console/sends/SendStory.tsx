/** Everything that happened to a send, in order. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { deskSendsWords } from '@laisee/core/words/screens/desk-sends.ts'
import { Moment } from '../parts/Said.tsx'
import { sayEvent, type SendEvent } from './say-event.ts'
import { nameIn, type FullSend } from './sends-data.ts'

type Said = {
  [
    Noun in keyof typeof deskSendsWords.zh.events
  ]: `${Noun}.${keyof (typeof deskSendsWords.zh.events)[Noun] & string}`
}[keyof typeof deskSendsWords.zh.events]

export function SendStory({ send }: { send: FullSend }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="drawer-part">
      <h2>{t('deskSends.story.title')}</h2>
      <ol className="send-story">
        {send.events.map((event) => (
          <Line key={event.seq} send={send} event={event} />
        ))}
      </ol>
      {send.moreEvents && <p className="second">{t('deskSends.story.more')}</p>}
    </section>
  )
}

const namedMax = 3

function Line({ send, event }: { send: FullSend; event: SendEvent }): ReactElement {
  const { t } = useTranslation()
  const { who, byClock, back, note } = sayEvent(event)
  const names = who.map((id) => nameIn(send, id))
  const said = [
    // A newer service may tell of more kinds than the desk has words for; those are said to be that.
    t(`deskSends.events.${event.kind as Said}`),
    ...(byClock ? [t('deskSends.story.clock')] : []),
    ...(names.length > 0 ? [names.slice(0, namedMax).join(t('desk.separator'))] : []),
    ...(names.length > namedMax ? [t('deskSends.story.claimedBy', { count: names.length })] : []),
    ...(back === null ? [] : [t('deskSends.story.back', { amount: back })]),
  ]
  return (
    <li>
      <Moment at={event.at} />
      <span>
        {said.join(' · ')}
        {note && <q>{note}</q>}
      </span>
    </li>
  )
}
