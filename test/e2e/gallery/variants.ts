/** The sizes and looks a shot is taken in. */

import type { PhoneOptions } from '../stage.ts'

export interface Variant {
  name: string
  title: string
  options: PhoneOptions
  /** Every shot, those that say they are worth it, or the desk's alone; the desk is in no other but `isDesk`. */
  wants: 'all' | 'telling' | 'desk'
  isDesk?: boolean
}

export const variants: readonly Variant[] = [
  { name: '390', title: '390 × 844', options: {}, wants: 'all', isDesk: true },
  { name: '390-dark', title: '390 × 844, dark', options: { theme: 'dark' }, wants: 'all' },
  { name: '320', title: '320 × 640', options: { width: 320, height: 640 }, wants: 'all' },
  { name: '1440', title: '1440 × 900', options: { width: 1440, height: 900 }, wants: 'all', isDesk: true },
  {
    name: '320-elder',
    title: '320 × 640, elder mode',
    options: { width: 320, height: 640, elder: true },
    wants: 'telling',
  },
  { name: '390-en', title: '390 × 844, English', options: { language: 'en' }, wants: 'telling' },
  {
    name: '1440-dark',
    title: '1440 × 900, dark',
    options: { width: 1440, height: 900, theme: 'dark' },
    wants: 'desk',
    isDesk: true,
  },
  { name: '1024', title: '1024 × 768', options: { width: 1024, height: 768 }, wants: 'desk', isDesk: true },
]
