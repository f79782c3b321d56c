/** The words that no first screen waits for: the other pages', and the service's "no" in every form. */

import { en } from '@laisee/core/words/en.ts'
import { wordsOf } from '@laisee/core/words/screens/every-area.ts'
import { laterAreas } from '@laisee/core/words/screens/later-areas.ts'
import type { Language, Words } from '@laisee/core/words/words.ts'
import { zh } from '@laisee/core/words/zh.ts'

export const refusalWords: Record<Language, Words> = { zh, en }
export const laterWords = { zh: wordsOf(laterAreas, 'zh'), en: wordsOf(laterAreas, 'en') }
