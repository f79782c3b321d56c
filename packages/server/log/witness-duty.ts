/** The duties that show the log to its witnesses: each by its own, so that one who is away keeps nobody waiting. */

import type { ServerConfig } from '../config.ts'
import type { Context } from '../context.ts'
import { networksOf } from '../outside/networks.ts'
import type { Duty } from '../jobs/duties.ts'
import { showWitness, WitnessDisagreesError } from './show-witness.ts'

const everyMs = 10_000
const pauseMaxMs = 3_600_000

/** One duty a witness. One that cannot be reached is asked after ever longer pauses, up to an hour. */
export function witnessDuties(
  ctx: Pick<Context, 'db' | 'secrets' | 'log'>,
  { witnesses, outsideAllow }: Pick<ServerConfig, 'witnesses' | 'outsideAllow'>,
): Duty[] {
  const opened = networksOf(outsideAllow)
  return witnesses.map((target) => {
    const duty = {
      name: `show-witness ${target}`,
      pauseMs: everyMs,
      async run() {
        try {
          await showWitness(ctx, target, opened)
          duty.pauseMs = everyMs
        } catch (error) {
          duty.pauseMs = Math.min(duty.pauseMs * 2, pauseMaxMs)
          if (error instanceof WitnessDisagreesError)
            ctx.log.error({ witness: target, err: error }, error.message)
          else ctx.log.warn({ witness: target, err: error }, 'a witness of the log could not be shown it')
        }
        return 0
      },
    }
    return duty
  })
}
