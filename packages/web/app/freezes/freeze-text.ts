/** How freezes are named, and how a law is cited, in the reader's words. Pure but for the words it is given. */

import type { TFunction } from 'i18next'
import type { Language } from '@laisee/core/words/words.ts'
import type { Freeze } from './freezes-data.ts'

type Named = Pick<Freeze, 'kind' | 'ownerId' | 'amount'>

/** 零钱里有 ¥500.00 被冻结, or that it no longer is. */
export function freezeTitle(t: TFunction, freeze: Named, isOver: boolean): string {
  const { kind, ownerId } = freeze
  const isOrganisation = ownerId.startsWith('org_') && kind !== 'packet'
  const key = isOrganisation ? (kind === 'wallet' ? 'orgWallet' : 'orgAmount') : kind
  const amount = freeze.amount ?? 0
  return isOver ? t(`freezes.ended.${key}`, { amount }) : t(`freezes.lasting.${key}`, { amount })
}

/** `《反电信网络诈骗法》第 18 条`; a document of a ministry is known by its number. */
export function lawText(t: TFunction, { law, number }: { law: string; number: string }): string {
  const isDocument = law.includes('〔')
  const name = isDocument ? law : `《${law}》`
  const counted = /^(\d+)(.*)$/u.exec(number)
  if (isDocument || counted === null) return `${name} ${number}`
  return `${name}${t('freezes.article', { number: counted[1]! })}${counted[2]}`
}

/** What an article is about. */
export function lawSubject({ subject }: Freeze['laws'][number], language: Language): string {
  return subject[language]
}
