import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourMs } from '@laisee/core/instant.ts'
import { freshPacket, type PacketDraft } from './packet-draft.ts'
import { readPacketForm, type PacketFacts } from './packet-form.ts'

const family = { kind: 'group', id: 'grp_1', memberCount: 5 } as const
const facts: PacketFacts = {
  to: family,
  myId: 'mem_me',
  wallet: { balance: 100_000, state: 'open' },
  deliverAt: Date.UTC(2026, 1, 17, 12),
  usualGreeting: '恭喜发财，大吉大利',
}
const read = (draft: Partial<PacketDraft>, more: Partial<PacketFacts> = {}) =>
  readPacketForm({ ...freshPacket, ...draft }, { ...facts, ...more })
const problems = (draft: Partial<PacketDraft>, more?: Partial<PacketFacts>) =>
  read(draft, more).problems.map(({ field, code }) => `${field} ${code}`)

test('a group packet is lucky unless somebody says otherwise, and its amount is the total', () => {
  expect(read({ amount: '10', count: '5' }).body).toEqual({
    kind: 'lucky',
    total: 1_000,
    count: 5,
    groupId: 'grp_1',
    greeting: '恭喜发财，大吉大利',
  })
})

test('an equal packet costs its count times the amount that is shown', () => {
  expect(read({ kind: 'equal', amount: '１．５０', count: '３' }).body).toMatchObject({
    total: 450,
    count: 3,
  })
})

test('an exclusive packet names one member of the group', () => {
  expect(problems({ kind: 'exclusive', amount: '8.80' })).toEqual(['recipient recipient_missing'])
  expect(read({ kind: 'exclusive', amount: '8.80', exclusiveTo: 'mem_2' }).body).toMatchObject({
    kind: 'exclusive',
    groupId: 'grp_1',
    recipientIds: ['mem_2'],
    count: 1,
  })
})

test('a person gets a plain packet, whatever kind an older draft says', () => {
  const to = { kind: 'member', id: 'mem_2', canPay: true } as const
  expect(read({ kind: 'lucky', amount: '200' }, { to }).body).toMatchObject({
    kind: 'direct',
    recipientIds: ['mem_2'],
    total: 20_000,
  })
})

test('a link is for whoever has it', () => {
  expect(read({ amount: '6', count: '2' }, { to: { kind: 'link' } }).body).toMatchObject({
    link: true,
    count: 2,
  })
})

test('every condition goes into the request as it was set', () => {
  const draft = {
    amount: '10',
    count: '2',
    greeting: '👨‍👩‍👧‍👦 \u200f新年',
    passphrase: ' 芝麻开门 ',
    notBefore: '2026-02-17T20:00',
    expiry: 'own',
    expiryOwn: '2',
    expiryUnit: 'days',
    paused: true,
    provable: true,
    test: true,
  }
  expect(read(draft).body).toMatchObject({
    greeting: '👨‍👩‍👧‍👦 \u200f新年',
    passphrase: '芝麻开门',
    notBefore: new Date('2026-02-17T20:00').toISOString(),
    expireAfterS: 172_800,
    openAs: 'paused',
    splitMethod: 'provable',
    test: true,
  })
  expect(read({ ...draft, kind: 'equal' }).body).not.toHaveProperty('splitMethod')
})

test.each<[string, Partial<PacketDraft>, Partial<PacketFacts>, string[]]>([
  ['nothing filled in', {}, {}, ['amount amount_missing', 'count count_missing']],
  ['a third decimal', { amount: '0.001', count: '1' }, {}, ['amount too_fine']],
  ['nought', { amount: '0', count: '1' }, {}, ['amount amount_zero']],
  ['no shares', { amount: '1', count: '0' }, {}, ['count count_zero']],
  ['half a share', { amount: '1', count: '1.5' }, {}, ['count count_not_whole']],
  ['more shares than people', { amount: '1', count: '6' }, {}, ['count count_above_recipients']],
  ['more shares than allowed', { amount: '9', count: '501' }, {}, ['count count_above_max']],
  ['less than a fen each', { amount: '0.04', count: '5' }, {}, ['amount total_below_min']],
  ['above the cap on average', { amount: '400.01', count: '2' }, {}, ['amount average_above_max']],
  ['above the cap each', { kind: 'equal', amount: '200.01', count: '2' }, {}, ['amount share_above_max']],
  [
    'an expiry out of bounds',
    { amount: '1', count: '1', expiry: 'own', expiryOwn: '999' },
    {},
    ['expiry expiry_out'],
  ],
  [
    'an expiry that is no number',
    { amount: '1', count: '1', expiry: 'own' },
    {},
    ['expiry expiry_not_whole'],
  ],
  [
    'a time after the end',
    { amount: '1', count: '1', notBefore: '2027-01-01T00:00' },
    {},
    ['notBefore not_before_after_expiry'],
  ],
  ['a time that is none', { amount: '1', count: '1', notBefore: 'soon' }, {}, ['notBefore moment_odd']],
  [
    'too long a greeting',
    { amount: '1', count: '1', greeting: '福'.repeat(121) },
    {},
    ['greeting greeting_long'],
  ],
  ['half a character', { amount: '1', count: '1', greeting: '\ud83d' }, {}, ['greeting text_odd']],
  [
    'too little money',
    { amount: '100', count: '1' },
    { wallet: { balance: 1, state: 'open' } },
    ['money short'],
  ],
  [
    'a frozen wallet',
    { amount: '1', count: '1' },
    { wallet: { balance: 9_999, state: 'frozen' } },
    ['money frozen'],
  ],
  [
    'a block between them',
    { amount: '1' },
    { to: { kind: 'member', id: 'mem_2', canPay: false } },
    ['recipient blocked'],
  ],
])('%s is said at its field, and nothing can be sent', (_, draft, more, said) => {
  expect(problems(draft, more)).toEqual(said)
  expect(read(draft, more).body).toBeUndefined()
})

test('a cap is said in what its reader fills in: each, or in all', () => {
  expect(read({ kind: 'equal', amount: '201', count: '3' }).problems[0]!.data).toEqual({ max: 20_000 })
  expect(read({ amount: '999', count: '3' }).problems[0]!.data).toEqual({
    max: 60_000,
    share: 20_000,
    count: 3,
  })
})

test('what can be sent adds up, to the fen', () => {
  const amount = fc.integer({ min: 1, max: 20_000 })
  fc.assert(
    fc.property(
      amount,
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('equal', 'lucky'),
      (fen, count, kind) => {
        const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        const { body, total } = read({ kind, amount: text, count: String(count) })
        const asked = kind === 'equal' ? fen * count : fen
        if (body) expect([body.total, Number(total)]).toEqual([asked, asked])
        else expect(kind === 'lucky' && fen < count).toBe(true)
      },
    ),
  )
})

test('a time to open may lie after the usual expiry where a longer one is chosen', () => {
  const late = new Date(facts.deliverAt + 25 * hourMs).toISOString()
  expect(problems({ amount: '1', count: '1', notBefore: late })).toEqual([
    'notBefore not_before_after_expiry',
  ])
  expect(problems({ amount: '1', count: '1', notBefore: late, expiry: '259200' })).toEqual([])
})

test('what an allowance pays says so, and is not measured by one’s own wallet', () => {
  const poor = { wallet: { balance: 0, state: 'open' } } as const
  expect(problems({ amount: '88', count: '5' }, poor)).toEqual(['money short'])
  expect(problems({ amount: '88', count: '5', paidFrom: 'fam_1' }, poor)).toEqual([])
  expect(read({ amount: '88', count: '5', paidFrom: 'fam_1' }, poor).body).toMatchObject({
    paidFrom: 'fam_1',
  })
  expect(read({ amount: '88', count: '5' }).body).not.toHaveProperty('paidFrom')
})
