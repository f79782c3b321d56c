/** A person's or group's face: their photo, or the last character of their name on a colour that is always theirs. */

import { useState, type ReactElement } from 'react'

interface AvatarProps {
  id: string
  name: string
  photoUrl?: string | null
  /** Pixels; elder mode does not change it. */
  size?: number
}

const grounds = ['#8a5a44', '#3f6f5c', '#7a4a6d', '#4a5f8c', '#8c6a1f', '#a0483c', '#4f6b2f', '#5c5470']

function groundOf(id: string): string {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 65_521
  return grounds[sum % grounds.length]!
}

const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Chinese names are known by their last characters, others by their first. What stands in brackets is a remark. */
function initialOf(whole: string): string {
  const name = whole.replace(/[(（[【].*$/u, '').trim() || whole.trim()
  const parts = [...segments.segment(name)]
    .map((part) => part.segment)
    .filter((part) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(part))
  const isHan = /\p{Script=Han}/u.test(name)
  return (isHan ? parts.at(-1) : parts[0]?.toUpperCase()) ?? ''
}

/** Decoration beside a name: screen readers pass over it. */
export function Avatar({ id, name, photoUrl, size = 44 }: AvatarProps): ReactElement {
  const [isBroken, setBroken] = useState(false)
  return (
    <span
      className="face"
      aria-hidden="true"
      ref={(element) => {
        element?.style.setProperty('--face', `${size}px`)
        element?.style.setProperty('background', groundOf(id))
      }}
    >
      {photoUrl && !isBroken ? (
        <img
          src={photoUrl}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setBroken(true)}
        />
      ) : (
        initialOf(name)
      )}
    </span>
  )
}
