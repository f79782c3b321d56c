/**
 * The token of a packet's link: taken out of the fragment, kept for this tab until it has been used, and gone from the
 * address and the history. Where the tab keeps nothing, it lives until the page closes.
 */

import { ofSeat } from '../session/seat.ts'

const name = ofSeat('claim')
let memory: string | undefined

/** The packet whose link this tab used last, for when the page is loaded again. */
export function lastPacket(): string | undefined {
  try {
    return sessionStorage.getItem(`${name}.packet`) ?? undefined
  } catch {
    return undefined
  }
}

export function keepToken(token: string): void {
  memory = token
  try {
    sessionStorage.setItem(name, token)
  } catch {
    // Storage may be full or forbidden; the page remembers it then.
  }
}

export function keptToken(): string | undefined {
  try {
    return sessionStorage.getItem(name) ?? memory
  } catch {
    return memory
  }
}

/** It has been used: nothing of it stays in this tab but which packet it was for. */
export function forgetToken(packetId: string): void {
  memory = undefined
  try {
    sessionStorage.removeItem(name)
    sessionStorage.setItem(`${name}.packet`, packetId)
  } catch {
    // What could not be kept need not be removed.
  }
}
