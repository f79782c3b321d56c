/** What the plan's page knows of a situation: each fact in words that are there with it, and a record as its row is. */

import i18next from 'i18next'
import { expect, test, vi } from 'vitest'
import { nothingKnown } from '@laisee/core/advisor/situation.ts'
import { advisorBelowWords } from '@laisee/core/words/screens/advisor-below.ts'
import { advisorPageWords } from '@laisee/core/words/screens/advisor-page.ts'
import { recall } from '../session/keep.ts'
import { factText } from './fact-text.ts'
import { beginWithRecord, nowName, readSaved } from './kept.ts'
import { ledgerSituation } from './ledger-record.ts'

/** The page's address names the seat. */
vi.hoisted(() => vi.stubGlobal('window', { location: new URL('http://laisee.test/help/plan') }))

const now = Date.parse('2026-11-22T12:00:00Z')
const iso = (at: number) => new Date(at).toISOString()

test('a province is told by its name with the words that come with the facts', async () => {
  const words = i18next.createInstance()
  const screens = { advisorPage: advisorPageWords.zh, advisorBelow: advisorBelowWords.zh }
  const resources = { zh: { screens } }
  await words.init({ lng: 'zh', ns: ['screens'], defaultNS: 'screens', resources })
  const reader = { t: words.t, language: 'zh' as const, now }
  expect(factText('province', { ...nothingKnown, province: 'ZJ' }, reader)).toBe('浙江')
})

test('a transfer that waited for approval too long is over in its plan, as it is on its page', () => {
  const approveBy = now + 3_600_000
  const transfer = {
    id: 'tr_1',
    profile: 'enterprise',
    amount: 500_000,
    delayS: 0,
    needsAcceptance: false,
    state: 'approving',
    sentAt: iso(now),
    deliverAt: iso(now + 10_000),
    approveBy: iso(approveBy),
    note: '给王伟的货款',
  }
  beginWithRecord('transfer', transfer, now)
  const { record } = readSaved(recall(nowName))!
  expect(record!.row).not.toHaveProperty('note')
  expect(ledgerSituation(record!, now)).toMatchObject({ phase: 'undo', ledger: { can: ['undo'] } })
  expect(ledgerSituation(record!, approveBy)).toMatchObject({ phase: 'expired', ledger: { can: [] } })
})
