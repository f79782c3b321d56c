/** What a cover says where it cannot be opened: in one sentence, and what that means for the money. */

import type { ReactElement, ReactNode } from 'react'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { Announce } from './Announce.tsx'

interface SaidProps {
  icon: IconName
  title: string
  text?: string
  children?: ReactNode
}

/** Why it cannot be opened, read out as soon as it is so. */
export function Said({ icon, title, text, children }: SaidProps): ReactElement {
  return (
    <div className="cover-said">
      <Icon name={icon} size={36} />
      <h2>{title}</h2>
      <Announce text={title} />
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  )
}
