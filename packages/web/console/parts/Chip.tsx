/** How something stands: one colour, one sign and one word, in the look of the phone's states. */

import type { ReactElement } from 'react'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/StateChip.tsx'

interface ChipProps {
  tone: Tone
  icon: IconName
  text: string
}

export function Chip({ tone, icon, text }: ChipProps): ReactElement {
  return (
    <span className="chip" data-tone={tone}>
      <Icon name={icon} />
      {text}
    </span>
  )
}
