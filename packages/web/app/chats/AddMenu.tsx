/** What can be begun from the list: behind one button, as a short list of links. */

import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'

export function AddMenu(): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const around = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const listId = useId()
  useEffect(() => {
    if (!isOpen) return
    const away = (event: Event) => {
      if (!around.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
    }
  }, [isOpen])
  const close = () => setOpen(false)
  return (
    <div
      className="add"
      ref={around}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        close()
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={t('chats.add')}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="plus" />
      </button>
      <AddList id={listId} isOpen={isOpen} onChosen={close} />
    </div>
  )
}

interface AddListProps {
  id: string
  isOpen: boolean
  onChosen: () => void
}

function AddList({ id, isOpen, onChosen }: AddListProps): ReactElement {
  const { t } = useTranslation()
  return (
    <ul id={id} className="add-list" hidden={!isOpen}>
      <li>
        <Link to="/send" onClick={onChosen}>
          <Icon name="packet" />
          {t('chats.addMenu.packet')}
        </Link>
      </li>
      <li>
        <Link to="/transfer" onClick={onChosen}>
          <Icon name="transfer" />
          {t('chats.addMenu.transfer')}
        </Link>
      </li>
      <li>
        <Link to="/send" search={{ to: 'link' }} onClick={onChosen}>
          <Icon name="link" />
          {t('chats.addMenu.link')}
        </Link>
      </li>
      <li>
        <Link to="/people" onClick={onChosen}>
          <Icon name="person" />
          {t('chats.addMenu.people')}
        </Link>
      </li>
      <li>
        <Link to="/groups/new" onClick={onChosen}>
          <Icon name="people" />
          {t('chats.addMenu.group')}
        </Link>
      </li>
    </ul>
  )
}
