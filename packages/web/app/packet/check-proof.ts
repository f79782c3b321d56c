/**
 * A provable split, recomputed on this device: the commitment from the seed, every share from the seed, and that both
 * are those the page showed. Loaded only when somebody asks, for the hashes are not small.
 */

import { verifyProvable, type ProvableProblem } from '@laisee/core/provable.ts'

interface Proof {
  packetId: string
  version: number
  total: number
  count: number
  commitment: string
  seed: string
  shares: readonly number[]
  returned: number
}

/** What the page has shown of the packet, from other answers of the service. */
export interface ShownSplit {
  packetId: string
  total: number
  count: number
  commitment: string
  /** In order of claim. */
  shares: readonly number[]
}

export type ProofVerdict =
  { ok: true; count: number } | { ok: false; problem: ProvableProblem | 'shown_differs'; share?: number }

function bytesOf(hex: string): Uint8Array {
  const pairs = /^(?:[0-9a-f]{2})*$/i.test(hex) ? (hex.match(/../g) ?? []) : []
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))
}

/** Recompute a proof. Whatever does not fit is named; a share by its number, from 1. */
export function checkProof(proof: Proof, shown: ShownSplit): ProofVerdict {
  const isShown =
    proof.packetId === shown.packetId &&
    proof.total === shown.total &&
    proof.count === shown.count &&
    proof.commitment === shown.commitment &&
    proof.shares.length === shown.shares.length &&
    proof.shares.every((share, i) => share === shown.shares[i])
  if (!isShown) return { ok: false, problem: 'shown_differs' }
  const verdict = verifyProvable({
    ...proof,
    total: BigInt(proof.total),
    seed: bytesOf(proof.seed),
    commitment: bytesOf(proof.commitment),
    shares: proof.shares.map(BigInt),
    returned: BigInt(proof.returned),
  })
  if (verdict.ok) return { ok: true, count: proof.shares.length }
  const share = verdict.index === undefined ? {} : { share: verdict.index + 1 }
  return { ok: false, problem: verdict.problem, ...share }
}
