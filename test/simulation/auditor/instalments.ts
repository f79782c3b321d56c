/** Instalments: two agree on a version, its parts are paid once each, the last first where somebody wants it so. */

import type { Ask, Fields } from '../asks.ts'
import { tellReturned } from './families.ts'
import { endBecauseAgreed } from './return-words.ts'
import { holdersOf, isIn } from './organisations.ts'
import { inPlaceRefusal, leftOf, openOf, paidBack, shareOf, sourceOf, type Source } from './returns.ts'
import { bodyOf, no, numberIn, textIn, yes, type Verdict, type World } from './world.ts'

const china = 8 * 3_600_000
const day = 86_400_000
const begunMax = 3

interface Part {
  amount: number
  dueOn: string
  paid: boolean
}

interface Version {
  by: string
  at: number
  principal: number
  parts: Part[]
}

export interface Instalments {
  id: string
  source: string
  creditor: string
  debtor: string
  state: string
  versions: Version[]
  /** The number of the version that waits, and of the one that is agreed; 0 where there is none. */
  waits: number
  agreed: number
  paid: number
  consent: boolean
}

const isOver = ({ state }: Instalments) => state !== 'proposed' && state !== 'active'
const agreedParts = (s: Instalments) => (s.agreed === 0 ? [] : s.versions[s.agreed - 1]!.parts)
const sumOf = (parts: readonly Part[]) => parts.reduce((sum, { amount }) => sum + amount, 0)
const leftIn = (s: Instalments) => sumOf(agreedParts(s).filter(({ paid }) => !paid))

function shown(s: Instalments): Fields {
  return {
    id: s.id,
    about: s.source,
    state: s.state,
    paid: s.paid,
    left: isOver(s) ? 0 : leftIn(s),
    consent: s.consent,
    proposed: s.waits === 0 ? null : { version: s.waits },
    agreed: s.agreed === 0 ? null : { version: s.agreed },
  }
}

function tell(w: World, s: Instalments, kind: string, by: string, facts: Fields = {}): void {
  const who = { instalmentsId: s.id, about: s.source, creditorId: s.creditor, debtorId: s.debtor, by }
  w.tell(s.id, `instalments.${kind}`, [s.creditor, s.debtor], { ...who, left: leftIn(s), ...facts })
}

interface ProposeBody {
  about: string
  debtorId?: string
  principal: number
  parts: { amount: number; dueOn: string }[]
}

/** The days that are proposed here are working days already; only their order and their sum can be wrong. */
function termsRefusal(w: World, { principal, parts }: ProposeBody): string | undefined {
  const today = new Date(w.clock + china).toISOString().slice(0, 10)
  let last = today
  for (const { dueOn } of parts) {
    if (dueOn <= last || Date.parse(dueOn) > Date.parse(today) + 1_096 * day)
      return 'instalment_days_out_of_bounds'
    last = dueOn
  }
  return sumOf(parts.map((part) => ({ ...part, paid: false }))) === principal
    ? undefined
    : 'parts_not_the_total'
}

/** Whoever is paid back begins three times at most about a share, a day apart. */
function begunEnough(w: World, { about }: ProposeBody, debtor: string): Verdict | undefined {
  const ofShare = [...w.instalments.values()].filter((s) => s.source === about && s.debtor === debtor)
  const begun = ofShare.map(({ versions }) => versions[0]!).filter(({ by }) => by !== debtor)
  const isSoon = begun.some(({ at }) => w.clock < at + day)
  return begun.length >= begunMax || isSoon ? no('reminded_enough', { max: begunMax }) : undefined
}

/** A packet or transfer as whoever paid it sees it. */
function anySource(w: World, id: string): Source | undefined {
  const sent = w.packets.get(id) ?? w.transfers.get(id)
  return sent && sourceOf(w, id, sent.payer)
}

const isThere = (w: World, { org, payer }: Source) =>
  org === null || w.organisations.get(org)!.people.get(payer)?.state === 'active'

/** Whether somebody speaks for the side that is paid back: its sender, or an administrator in their place. */
function speaks(w: World, source: Source, member: string): boolean {
  if (member === source.payer) return isThere(w, source)
  return source.org !== null && isIn(w.organisations.get(source.org)!, member, 'administrator')
}

/** Who is paid back of something new: whoever proposes it, or where the debtor does and the sender has left, one who asked. */
function creditorOf(w: World, source: Source, debtor: string, as: string): string {
  const { payer, org } = source
  if (debtor === payer || (as === debtor && isThere(w, source))) return payer
  if (as !== debtor) return as
  const able = holdersOf(w.organisations.get(org!)!, 'administrator').filter((one) => one !== debtor)
  const asker = openOf(w, source.id, debtor)?.payer
  return able.find((one) => one === asker) ?? able.sort()[0] ?? payer
}

/** Whose a proposal is to make: the debtor's, the sender's while they are there, an administrator's after that. */
function proposerRefusal(w: World, source: Source, debtor: string, as: string): Verdict | undefined {
  if (as === debtor) return sourceOf(w, source.id, as) ? undefined : no('not_found')
  if (as === source.payer) return isThere(w, source) ? undefined : no('not_found')
  return inPlaceRefusal(w, source.id, as)
}

function handOver(w: World, s: Instalments, to: string): void {
  const from = s.creditor
  s.creditor = to
  tell(w, s, 'taken_over', to, { from })
}

function propose(w: World, ask: Ask): Verdict {
  const b = bodyOf<ProposeBody>(ask)
  const source = anySource(w, b.about)
  if (!source) return no('not_found')
  const debtor = b.debtorId ?? source.transfer?.payee ?? ask.as
  const barred = proposerRefusal(w, source, debtor, ask.as)
  if (barred) return barred
  const open = [...w.instalments.values()].find(
    (s) => !isOver(s) && s.source === b.about && s.debtor === debtor,
  )
  const isInPlace = ask.as !== debtor && ask.as !== source.payer
  const creditor = open && !isInPlace ? open.creditor : creditorOf(w, source, debtor, ask.as)
  if (ask.as !== creditor && ask.as !== debtor) return no('not_found')
  if (debtor === creditor) return no('self_not_allowed')
  if (w.blockedWith(creditor, [debtor])) return no('recipient_blocked')
  const share = shareOf(w, source, debtor)
  if (!share) return no('nothing_to_return')
  if (leftOf(share) === 0) return no('already_given_back')
  if (b.principal > leftOf(share)) return no('return_above_left', { left: leftOf(share) })
  const wrong = termsRefusal(w, b)
  if (wrong) return no(wrong)
  const enough = open || ask.as === debtor ? undefined : begunEnough(w, b, debtor)
  if (enough) return enough
  return yes((body) => {
    const none = { versions: [], waits: 0, agreed: 0, paid: 0, consent: false }
    const two = { creditor, debtor, source: b.about }
    const s = open ?? { id: textIn(body, 'id'), ...two, state: 'proposed', ...none }
    w.instalments.set(s.id, s)
    if (s.creditor !== creditor) handOver(w, s, creditor)
    const parts = b.parts.map((part) => ({ ...part, paid: false }))
    s.versions.push({ by: ask.as, at: w.clock, principal: b.principal, parts })
    s.waits = s.versions.length
    tell(w, s, 'proposed', ask.as, { version: s.waits, total: b.principal })
    return shown(s)
  }, 201)
}

type Word = (w: World, s: Instalments, ask: Ask) => Verdict

const isOneOfTwo = (s: Instalments, as: string) => as === s.creditor || as === s.debtor

/** Whoever owes, or speaks for the creditor's side still. */
function hasWord(w: World, s: Instalments, as: string): boolean {
  return as === s.debtor || (as === s.creditor && speaks(w, anySource(w, s.source)!, as))
}

/** Whether a version is of this one's own side. */
const isOwn = (s: Instalments, { by }: Version, as: string) => (by === s.debtor) === (as === s.debtor)

const accept: Word = (w, s, ask) => {
  const { version, consent = false } = bodyOf<{ version: number; consent?: boolean }>(ask)
  if (!hasWord(w, s, ask.as)) return no('not_found')
  const terms = s.versions[version - 1]
  if (!terms) return no('instalments_moved_on')
  if (s.waits === version && isOwn(s, terms, ask.as)) return no('own_act')
  if (isOver(s)) return no('instalments_over', { state: s.state })
  const share = w.shares.get(`${s.source} ${s.debtor}`)!
  if (s.waits !== version || terms.principal > leftOf(share)) return no('instalments_moved_on')
  return yes(() => {
    endBecauseAgreed(w, s.source, s.debtor)
    Object.assign(s, { state: 'active', agreed: version, waits: 0, consent: consent && ask.as === s.debtor })
    tell(w, s, 'agreed', ask.as, { version })
    return shown(s)
  })
}

const drop: Word = (w, s, { as }) => {
  if (!hasWord(w, s, as)) return no('not_found')
  if (isOver(s)) return no('instalments_over', { state: s.state })
  if (s.waits === 0) return no('instalments_moved_on')
  const how = isOwn(s, s.versions[s.waits - 1]!, as) ? 'withdrawn' : 'declined'
  return yes(() => {
    s.waits = 0
    if (s.agreed === 0) s.state = how
    tell(w, s, how, as)
    return shown(s)
  })
}

/** What only one of the two may say, while something is to be paid. */
function oneSided(s: Instalments, as: string, side: 'creditor' | 'debtor'): Verdict | undefined {
  if (as !== s[side]) return no(isOneOfTwo(s, as) ? 'own_act' : 'not_found')
  if (isOver(s)) return no('instalments_over', { state: s.state })
  return s.state === 'active' ? undefined : no('instalments_not_agreed')
}

const pay: Word = (w, s, ask) => {
  const barred = oneSided(s, ask.as, 'debtor')
  if (barred) return barred
  const { no: which, all } = bodyOf<{ no?: number; all?: true }>(ask)
  const parts = agreedParts(s)
  const unpaid = parts.filter(({ paid }) => !paid)
  const named =
    which === undefined ? unpaid.slice(0, 1) : [parts[which - 1]].filter((part) => part !== undefined)
  const chosen = all ? unpaid : named.filter(({ paid }) => !paid)
  if (chosen.length === 0) return no(named.length > 0 ? 'instalment_paid_already' : 'not_found')
  const paid = sumOf(chosen)
  if (w.members.get(s.debtor)!.frozen) return no('wallet_frozen')
  if (w.balanceOf(s.debtor) < paid)
    return no('balance_too_low', { balance: w.balanceOf(s.debtor), needed: paid })
  return yes(() => {
    const source = anySource(w, s.source)!
    w.move(s.debtor, paidBack(source), paid, 'returned', s.id)
    if (source.family) tellReturned(w, source.family, source.id, paid, w.clock)
    w.shares.get(`${s.source} ${s.debtor}`)!.returned += paid
    s.paid += paid
    const nos = chosen.map((part) => parts.indexOf(part) + 1)
    for (const part of chosen) part.paid = true
    if (leftIn(s) === 0) Object.assign(s, { state: 'paid', waits: 0 })
    tell(w, s, 'paid', ask.as, { parts: nos, paidNow: paid, principal: paid, interest: 0 })
    return shown(s)
  })
}

/** A decision sent money back out of what was frozen for it: the parts no longer fit, and both are told. */
export function endByDecision(w: World, source: string, debtor: string, disputeId: string): void {
  const s = [...w.instalments.values()].find(
    (one) => one.state === 'active' && one.source === source && one.debtor === debtor,
  )
  if (!s) return
  Object.assign(s, { state: 'settled', waits: 0 })
  tell(w, s, 'settled', 'staff', { disputeId })
}

const consent: Word = (w, s, ask) =>
  oneSided(s, ask.as, 'debtor') ??
  yes(() => {
    const wish = bodyOf<{ consent: boolean }>(ask).consent
    if (s.consent !== wish) {
      s.consent = wish
      tell(w, s, 'consent_changed', ask.as, { consent: wish })
    }
    return shown(s)
  })

const release: Word = (w, s, { as }) =>
  (isOneOfTwo(s, as) && !hasWord(w, s, as) ? no('not_found') : undefined) ??
  oneSided(s, as, 'creditor') ??
  yes(() => {
    Object.assign(s, { state: 'released', waits: 0 })
    tell(w, s, 'released', as)
    return shown(s)
  })

/** An administrator stands in the place of a sender who has left. */
const takeOver: Word = (w, s, { as }) => {
  const barred = inPlaceRefusal(w, s.source, as)
  if (barred) return barred
  if (as === s.debtor) return no('self_not_allowed')
  if (isOver(s)) return no('instalments_over', { state: s.state })
  return yes(() => {
    if (s.creditor !== as) handOver(w, s, as)
    return shown(s)
  })
}

const look: Word = (_, s, { as }) =>
  isOneOfTwo(s, as)
    ? yes((body) => {
        if (numberIn({ n: (body.history as Fields[]).length }, 'n') !== s.versions.length)
          throw new Error('the history is not whole')
        return shown(s)
      })
    : no('not_found')

const about =
  (word: Word) =>
  (w: World, ask: Ask): Verdict => {
    const s = w.instalments.get(ask.params!.id!)
    return s ? word(w, s, ask) : no('not_found')
  }

/** Everything about instalments, by its route. */
export const instalmentRules: Record<string, (w: World, ask: Ask) => Verdict> = {
  proposeInstalments: propose,
  acceptInstalments: about(accept),
  dropInstalmentsProposal: about(drop),
  payInstalment: about(pay),
  setInstalmentsConsent: about(consent),
  releaseInstalments: about(release),
  takeOverInstalments: about(takeOver),
  readInstalments: about(look),
}
