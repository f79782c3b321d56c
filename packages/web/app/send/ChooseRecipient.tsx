/** Whom it is for, where nobody is named yet: recent conversations, contacts, groups, or a link. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { contactsQuery, groupsQuery } from '../people/people-data.ts'
import { choosable, matches, type Choosable } from './choosable.ts'
import type { SendPath } from './relation.ts'
import { noteChosen, type ChosenFrom } from './screen-facts.ts'
import { chooseChatsQuery } from './sends-data.ts'
import { useBack } from '../shell/back.ts'
import './send.css'

export function ChooseRecipient({ path }: { path: SendPath }): ReactElement {
  const { t } = useTranslation()
  const back = useBack()
  const [text, setText] = useState('')
  const withGroups = path === '/send'
  const chats = useQuery(chooseChatsQuery)
  const contacts = useQuery(contactsQuery)
  const groups = useQuery({ ...groupsQuery, enabled: withGroups })
  const all = choosable(chats.data ?? [], contacts.data ?? [], withGroups ? (groups.data ?? []) : undefined)
  const found = all.filter((one) => matches(one, text))
  const isLoading = chats.isPending || contacts.isPending
  return (
    <Page title={t('send.choose.title')} onBack={back}>
      <label className="search">
        <Icon name="search" size={18} />
        <input
          type="search"
          value={text}
          placeholder={t('send.choose.search')}
          aria-label={t('send.choose.search')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {withGroups && text === '' && (
        <Cells>
          <Link to="/send" search={{ to: 'link' }} replace className="cell">
            <CellInside
              start={
                <span className="recipient-sign small">
                  <Icon name="link" size={24} />
                </span>
              }
              label={t('send.choose.byLink')}
              note={t('send.choose.byLinkNote')}
              leads
            />
          </Link>
        </Cells>
      )}
      {isLoading && <Skeleton height={60} count={6} />}
      {!isLoading && chats.isError && contacts.isError && <Failed onRetry={() => void chats.refetch()} />}
      {!isLoading && !chats.isError && all.length === 0 && (
        <Empty icon="people" title={t('send.choose.nobody')}>
          <p>{t('send.choose.nobodyText')}</p>
        </Empty>
      )}
      {all.length > 0 && found.length === 0 && (
        <Empty icon="search" title={t('send.choose.none', { text })} />
      )}
      <Found found={found} path={path} isSearched={text !== ''} />
    </Page>
  )
}

interface FoundProps {
  found: readonly Choosable[]
  path: SendPath
  isSearched: boolean
}

const placeOf: Record<Choosable['section'], ChosenFrom> = {
  recent: 'recent',
  people: 'contacts',
  groups: 'group',
}

function Found({ found, path, isSearched }: FoundProps): ReactElement {
  const { t } = useTranslation()
  const sections = [
    ['recent', t('send.choose.recent')],
    ['people', t('send.choose.people')],
    ['groups', t('send.choose.groups')],
  ] as const
  return (
    <>
      {sections.map(([section, title]) => {
        const people = found.filter((one) => one.section === section)
        return people.length === 0 ? null : (
          <Cells key={section} title={title}>
            <ul>
              {people.map((one) => (
                <li key={one.id}>
                  <ChooseLink one={one} path={path} from={isSearched ? 'search' : placeOf[one.section]} />
                </li>
              ))}
            </ul>
          </Cells>
        )
      })}
    </>
  )
}

interface ChooseLinkProps {
  one: Choosable
  path: SendPath
  from: ChosenFrom
}

function ChooseLink({ one, path, from }: ChooseLinkProps): ReactElement {
  const { t } = useTranslation()
  const { id, name, shownAs, photoUrl, memberCount, relation } = one
  const notes = [
    shownAs === name ? undefined : name,
    relation === null ? undefined : t(`send.relations.${relation}`),
    memberCount === null ? undefined : t('common.people', { count: memberCount }),
  ]
  const note = notes.filter((part) => part !== undefined).join(' · ')
  return (
    <Link to={path} search={{ to: id }} replace className="cell" onClick={() => noteChosen(id, from)}>
      <CellInside
        start={<Avatar id={id} name={shownAs} photoUrl={photoUrl} />}
        label={shownAs}
        note={note === '' ? undefined : note}
        leads
      />
    </Link>
  )
}
