/** One person has one face: a page with somebody's own name at hand leaves the letter of their face to `PersonFace`. */

import type { Source } from './sources.ts'

/** Where such a name is right all the same: one's own face, a stranger's, and a sender who was named as they are called. */
const ownNames = [
  'packages/web/app/settings/SettingsPage.tsx',
  'packages/web/app/duo/Phone.tsx',
  'packages/web/app/people/AddContactSheet.tsx',
  'packages/web/app/packet/CoverFrame.tsx',
  'packages/web/app/packet/Opened.tsx',
]

/** A card given whole, or a name out of one, with no alias before it. */
const ownName =
  /<Avatar(?=[^>]*\{\.\.\.)(?![^>]*\bname=)[^>]*>|<Avatar[^>]*\bname=\{\w+(?:\.\w+)*\.name\}[^>]*>/g

export function faceProblems({ path, text }: Source): string[] {
  if (!path.startsWith('packages/web/app/') || ownNames.includes(path)) return []
  return [...text.matchAll(ownName)].map(([tag]) => `${path}: ${tag} is to be a PersonFace`)
}
