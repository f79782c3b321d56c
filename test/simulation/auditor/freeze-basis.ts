/** What a freeze may stand on: the service's own rules for a week, an order for as long as its law says. */

const day = 86_400_000
const china = 8 * 3_600_000

interface Basis {
  until: (now: number) => number
  isOrder: boolean
  /** Whether the further word of who ordered it lets money out of it, to somebody else than its owner. */
  pays: boolean
  /** How often one account, or one packet, may be frozen on it. */
  timesMax: number
}

/** Months later to the same hour in China; a day that the month does not have is its last. */
function monthsOn(now: number, months: number): number {
  const local = new Date(now + china)
  const [year, month, date] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()]
  const last = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate()
  return now + Date.UTC(year, month + months, Math.min(date, last)) - Date.UTC(year, month, date)
}

export const bases: Readonly<Record<string, Basis>> = {
  policy: { until: (now) => now + 7 * day, isOrder: false, pays: false, timesMax: Infinity },
  police_stop: { until: (now) => now + 2 * day, isOrder: true, pays: false, timesMax: 2 },
  police_freeze: { until: (now) => monthsOn(now, 6), isOrder: true, pays: true, timesMax: Infinity },
  court: { until: (now) => monthsOn(now, 12), isOrder: true, pays: true, timesMax: Infinity },
}

/** Whether a freeze on this basis may be ended for that reason: what an order froze, by the order alone. */
export function endsFor(basis: string, reason: string): boolean {
  if (bases[basis]!.isOrder) return ['order_lifted', 'entered_wrongly'].includes(reason)
  return reason !== 'order_lifted'
}
