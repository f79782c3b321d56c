/** How far instalments have come. Pure. */

import type { Instalments, Part, Version } from './instalments-data.ts'

export interface Progress {
  /** The version that counts: what was agreed, or what is proposed first. */
  version: Version | null
  count: number
  paid: number
  missed: number
  /** What is to be paid next. */
  next: Part | undefined
}

export function progressOf({ agreed, proposed, history }: Instalments): Progress {
  const version = agreed ?? proposed ?? history.at(-1) ?? null
  const parts = version?.parts ?? []
  return {
    version,
    count: parts.length,
    paid: parts.filter(({ state }) => state === 'paid').length,
    missed: parts.filter(({ state }) => state === 'missed').length,
    next: parts.find(({ state }) => state !== 'paid'),
  }
}
