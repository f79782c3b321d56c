/** `laisee split`: lucky shares by hand, from the code that deals them on the server. */

import { idFromBytes } from '@laisee/core/ids.ts'
import { provableSeedBytes } from '@laisee/core/provable.ts'
import { seededRandom, type Random } from '@laisee/core/random.ts'
import { splitAll } from '@laisee/core/split.ts'
import { command } from '../command.ts'
import { writerTo } from '../output.ts'
import { oneOf, required, UsageError, wholeNumber } from '../usage.ts'

const methods = ['wechat', 'provable'] as const
const fenMax = Number.MAX_SAFE_INTEGER
const countMax = 1_000_000
const timesMax = 10_000_000

export const split = command(
  {
    method: {
      type: 'string',
      description: 'wechat: drawn at each claim. provable: decided by a seed before the first',
      valueHint: 'wechat|provable',
    },
    total: { type: 'string', description: 'What is split, in fen', valueHint: 'FEN' },
    count: { type: 'string', description: 'How many shares', valueHint: 'N' },
    times: { type: 'string', description: 'How many splits', valueHint: 'K', default: '1' },
    seed: {
      type: 'string',
      description: 'The same seed gives the same splits; without one, true chance',
      valueHint: 'S',
    },
    json: { type: 'boolean', description: 'Print {"splits":[{"shares":[…]}]}, in order of claim' },
  },
  async (args) => {
    const method = oneOf('--method', required('--method', args.method, 'wechat or provable'), methods)
    const total = wholeNumber('--total', required('--total', args.total, 'what is split, in fen'), {
      min: 1,
      max: fenMax,
    })
    const count = wholeNumber('--count', required('--count', args.count, 'how many shares'), {
      min: 1,
      max: countMax,
    })
    const times = wholeNumber('--times', args.times, { min: 1, max: timesMax })
    if (total < count)
      throw new UsageError(`--total must be at least --count, one fen a share: ${total} is below ${count}`)
    const random = await chanceFrom(args.seed)
    const output = writerTo(process.stdout)
    if (args.json) await output.write('{"splits":[')
    for (let i = 0; i < times; i++) {
      const shares = shareOut(method, BigInt(total), count, random)
      await output.write(
        args.json ? `${i === 0 ? '' : ','}{"shares":[${shares.join()}]}` : `${shares.join(' ')}\n`,
      )
    }
    if (args.json) await output.write(']}\n')
    await output.end()
  },
)

async function chanceFrom(seed: string | undefined): Promise<Random> {
  if (seed === '') throw new UsageError('--seed is empty')
  if (seed !== undefined) return seededRandom(seed)
  return (await import('@laisee/server/chance.ts')).systemChance().random
}

/** One packet's shares. A provable packet gets a seed and an id of its own, as when it is sent. */
function shareOut(method: (typeof methods)[number], total: bigint, count: number, random: Random): bigint[] {
  if (method === 'wechat') return splitAll({ method, total, count, random })
  const seed = random.bytes(provableSeedBytes)
  return splitAll({ method, total, count, seed, packetId: idFromBytes('packet', random.bytes(16)) })
}
