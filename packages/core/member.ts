/**
 * A member's own settings: the name and photo others see, and how their sends behave. A change is decided against
 * what is there, so that asking for what already is changes nothing and tells nobody.
 */

import { fieldOr } from './field.ts'
import { decideQuietHours, type QuietHours } from './quiet.ts'
import { nameFrom, nameLengthMax } from './name.ts'
import { isRefusal, type Refusal } from './refusals.ts'

export const undoLengths = [5, 10, 20, 30] as const
export const undoDefaultS = 10
export const transferDelayMaxS = 604_800
export const photoUrlLengthMax = 2_048
export const timeZoneDefault = 'Asia/Shanghai'
export const externalIdLengthMax = 128

export interface MemberSettings extends QuietHours {
  name: string
  /** https only; null where there is none. */
  photoUrl: string | null
  /** An IANA name. */
  timeZone: string
  undoS: number
  /** How long this member's transfers wait before they arrive, where the send does not say. */
  transferDelayS: number
}

/** What others may see of a member. */
export interface MemberCard {
  id: string
  name: string
  photoUrl: string | null
}

/** The address of a photo as it is kept, or `undefined` where it is not one a phone may load. */
export function photoUrlFrom(text: string): string | undefined {
  if (text.length > photoUrlLengthMax || /[\p{Cc}\p{Z}\p{Cs}]/u.test(text) || !URL.canParse(text))
    return undefined
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined
  return url.href.length <= photoUrlLengthMax ? url.href : undefined
}

/** An IANA time zone as it is kept, or `undefined` where this service knows none of that name. Offsets are not zones. */
export function timeZoneFrom(text: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return undefined
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions()
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text
  } catch {
    return undefined
  }
}

/** Decide a member's settings: those asked for, over those that are there. The first field at fault is told. */
export function decideSettings(
  asked: Partial<MemberSettings>,
  before: MemberSettings,
): MemberSettings | Refusal {
  const ask = { ...before, ...asked }
  const name = fieldOr(
    nameFrom(ask.name),
    'name',
    `must be a name of 1 to ${nameLengthMax} characters that can all be seen`,
  )
  if (isRefusal(name)) return name
  const photoUrl = ask.photoUrl === null ? null : decidePhoto(ask.photoUrl)
  if (isRefusal(photoUrl)) return photoUrl
  const timeZone = fieldOr(
    timeZoneFrom(ask.timeZone),
    'timeZone',
    'must be an IANA time zone such as Asia/Shanghai',
  )
  if (isRefusal(timeZone)) return timeZone
  const undoS = fieldOr(
    undoLengths.find((length) => length === ask.undoS),
    'undoS',
    `must be one of ${undoLengths.join(', ')}`,
  )
  if (isRefusal(undoS)) return undoS
  const transferDelayS = fieldOr(
    delayFrom(ask.transferDelayS),
    'transferDelayS',
    `must be 0 to ${transferDelayMaxS} whole seconds`,
  )
  if (isRefusal(transferDelayS)) return transferDelayS
  const quiet = decideQuietHours(ask)
  if (isRefusal(quiet)) return quiet
  return { name, photoUrl, timeZone, undoS, transferDelayS, ...quiet }
}

function decidePhoto(text: string): string | Refusal {
  return fieldOr(
    photoUrlFrom(text),
    'photoUrl',
    `must be an https address of at most ${photoUrlLengthMax} characters`,
  )
}

function delayFrom(seconds: number): number | undefined {
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= transferDelayMaxS ? seconds : undefined
}

/** The fields in which two settings differ, as they are after. */
export function changedSettings(before: MemberSettings, after: MemberSettings): Partial<MemberSettings> {
  const fields = Object.keys(after) as (keyof MemberSettings)[]
  return Object.fromEntries(
    fields.filter((field) => before[field] !== after[field]).map((field) => [field, after[field]]),
  )
}

/** An id from a host application: visible ASCII, compared byte by byte. */
export function isExternalId(text: string): boolean {
  return text.length <= externalIdLengthMax && /^[\x21-\x7e]+$/.test(text)
}
