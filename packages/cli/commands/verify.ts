/**
 * `laisee verify`: recompute a closed provable packet from its proof, check a receipt of the log by the log’s key, or an
 * evidence pack by what it holds; with nothing but the file and the key.
 */

import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { formatYuan } from '@laisee/core/money.ts'
import { verifyProvable, type ProvableProof, type ProvableVerdict } from '@laisee/core/provable.ts'
import { command } from '../command.ts'
import { print, printJson } from '../output.ts'
import { UsageError } from '../usage.ts'
import { isZip, verifyPackFile } from './verify-pack.ts'
import { isReceipt, verifyReceipt } from './verify-receipt.ts'

export const verify = command(
  {
    file: {
      type: 'positional',
      required: true,
      description:
        'A proof as GET /v1/packets/{id}/proof gives it, a receipt (.tlog-proof) or an evidence pack (.zip); - reads the standard input',
    },
    key: {
      type: 'string',
      description:
        'For a receipt or a pack: the log’s key, as GET /v1/log/checkpoint gives it; several by commas',
    },
    authority: {
      type: 'string',
      description: 'For a pack with a timestamp: a file with the authority’s root certificate, in PEM',
    },
    json: { type: 'boolean', description: 'Print {"ok":true} or {"ok":false,"problem":…}' },
  },
  async (args) => {
    const bytes = await readInput(args.file)
    if (isZip(bytes)) return verifyPackFile(bytes, args)
    const input = new TextDecoder().decode(bytes)
    if (isReceipt(input)) return verifyReceipt(input, args)
    const proof = readProof(input)
    const verdict =
      typeof proof === 'string'
        ? { ok: false as const, problem: 'not_a_proof', reason: proof }
        : verifyProvable(proof)
    if (args.json) printJson(verdict)
    else print(typeof proof === 'string' ? `NOT A PROOF: ${proof}` : tell(proof, verdict as ProvableVerdict))
    return verdict.ok ? 0 : 1
  },
)

async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin)
  try {
    return await readFile(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

/** The proof a text holds, or what is wrong with it. */
export function readProof(json: string): ProvableProof | string {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return `it is not JSON (${(error as Error).message})`
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object'
  const fields = value as Record<string, unknown>
  const { packetId, version, total, count, shares, returned } = fields
  const commitment = bytesFrom(fields.commitment)
  const seed = bytesFrom(fields.seed)
  if (typeof packetId !== 'string') return 'packetId is not a text'
  if (!isWhole(version)) return 'version is not a whole number'
  if (!isWhole(total)) return 'total is not a whole number of fen'
  if (!isWhole(count)) return 'count is not a whole number'
  if (!commitment) return 'commitment is not hex'
  if (!seed) return 'seed is not hex'
  if (!Array.isArray(shares) || !shares.every(isWhole)) return 'shares is not a list of whole numbers of fen'
  if (!isWhole(returned)) return 'returned is not a whole number of fen'
  return {
    packetId,
    version,
    total: BigInt(total),
    count,
    commitment,
    seed,
    shares: shares.map(BigInt),
    returned: BigInt(returned),
  }
}

function isWhole(part: unknown): part is number {
  return typeof part === 'number' && Number.isSafeInteger(part)
}

function bytesFrom(part: unknown): Uint8Array | undefined {
  return typeof part === 'string' && /^([0-9a-f]{2})*$/i.test(part)
    ? new Uint8Array(Buffer.from(part, 'hex'))
    : undefined
}

function tell(proof: ProvableProof, verdict: ProvableVerdict): string {
  const { packetId, shares, total, count, returned = 0n } = proof
  if (verdict.ok) {
    const claimed = shares.reduce((sum, share) => sum + share, 0n)
    return `VERIFIED ${packetId}: ${shares.length} of ${count} shares, ¥${formatYuan(claimed)} claimed and ¥${formatYuan(returned)} returned of ¥${formatYuan(total)}, all as the seed decides and the commitment binds`
  }
  const where = verdict.index === undefined ? '' : ` at share ${verdict.index + 1}`
  return `NOT VERIFIED ${packetId}: ${verdict.problem}${where}`
}
