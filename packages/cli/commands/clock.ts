/** `laisee clock`: the service's time, and in a demo world a way to move it forward. */

import { dayMs, hourMs, minuteMs, secondMs } from '@laisee/core/instant.ts'
import { createClient } from '@laisee/client/client.ts'
import { command } from '../command.ts'
import { print, printJson } from '../output.ts'
import { clientOf, localTime, remoteArgs, serviceUrl } from '../remote.ts'
import { UsageError } from '../usage.ts'

const units = { s: secondMs, m: minuteMs, h: hourMs, d: dayMs } as const

export const clock = command(
  {
    forward: {
      type: 'string',
      description: 'Move it forward: 30s, 10m, 24h or 7d; in a demo world only',
      valueHint: 'TIME',
    },
    ...remoteArgs,
  },
  async (args) => {
    const byMs = args.forward === undefined ? undefined : duration('--forward', args.forward)
    const reading =
      byMs === undefined
        ? await createClient({ baseUrl: serviceUrl(args.url) }).readClock()
        : await clientOf(args).forwardClock({ body: { byMs } })
    if (args.json) printJson(reading)
    else print(`It is ${localTime(reading.now)} (${reading.now}).`)
  },
)

function duration(option: string, text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? []
  const ms = Number(digits) * (units[unit as keyof typeof units] ?? Number.NaN)
  if (!(ms > 0))
    throw new UsageError(`${option} must be a time such as 30s, 10m, 24h or 7d, not ${JSON.stringify(text)}`)
  return ms
}
