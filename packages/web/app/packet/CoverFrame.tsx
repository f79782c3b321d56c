/**
 * The red cover over the whole screen: who sends it and with which words, then whatever stands below. Escape and the
 * cross close it; the focus moves into it when it opens.
 */

import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import './cover.css'

/** A greeting of more characters is set smaller, so that the coin stays in sight. */
const longGreeting = 28

export interface Sender {
  id: string
  name: string
  photoUrl: string | null
}

interface CoverFrameProps {
  /** The tab's title, and the cover's where there is no sender yet. */
  title: string
  sender?: Sender
  greeting?: string
  /** What is told above the greeting besides: 拼手气红包. */
  kind?: string
  onLeave: () => void
  /** Escape ends an animation first, where there is one. */
  onEscape?: () => void
  children: ReactNode
}

export function CoverFrame(props: CoverFrameProps): ReactElement {
  const { title, sender, greeting, kind, onLeave, onEscape = onLeave, children } = props
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('shell.name')}`
  }, [title, t])
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      // A sheet over the cover closes first, by itself.
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('.sheet')) return
      onEscape()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [onEscape])
  return (
    <section className="cover-page" aria-labelledby="cover-title">
      <div className="cover">
        <button type="button" className="cover-close" aria-label={t('packet.open.close')} onClick={onLeave}>
          <Icon name="close" />
        </button>
        <div className="cover-flap">
          {!sender && <Icon name="packet" size={56} />}
          {sender && <Avatar id={sender.id} name={sender.name} photoUrl={sender.photoUrl} size={64} />}
          <h1 id="cover-title" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {kind !== undefined && <p className="cover-kind">{kind}</p>}
          {greeting !== undefined && greeting !== '' && (
            <p className="cover-greeting" data-long={greeting.length > longGreeting || undefined}>
              {greeting}
            </p>
          )}
        </div>
        <div className="cover-below">{children}</div>
      </div>
    </section>
  )
}
