/** An evidence pack, checked with nothing but its bytes; with the log’s key and an authority’s root where they are given. */

import { readFile } from 'node:fs/promises'
import { openContainer } from '@laisee/core/evidence/container.ts'
import { stampName, type Manifest } from '@laisee/core/evidence/manifest.ts'
import {
  verifyPackZip,
  type PackFault,
  type PackProblem,
  type PackVerdict,
} from '@laisee/core/evidence/verify.ts'
import { canonicalJson } from '@laisee/core/guard/canonical.ts'
import { toIso } from '@laisee/core/instant.ts'
import { print, printJson } from '../output.ts'
import { UsageError } from '../usage.ts'
import { keysOf, receiptFaultWords } from './verify-receipt.ts'

const says: Record<PackFault, string> = {
  not_a_zip: 'it is no ZIP',
  packed_anew: 'it was packed anew by another program: check the file as it was downloaded',
  manifest_missing: 'has no manifest',
  manifest_altered: 'is not the manifest that was sealed',
  manifest_unreadable: 'cannot be read as a manifest: it was changed',
  seal_missing: 'has no seal',
  seal_unreadable: 'cannot be read as a seal: it was changed',
  not_sealed: 'is not by this key',
  file_missing: 'is missing',
  file_altered: 'was changed',
  file_extra: 'was put in',
  file_twice: 'a file is listed twice',
  items_disordered: 'has its items in another order',
  receipt_false: 'proves nothing',
  receipt_differs: 'proves another event than the pack tells of',
  stamp_differs: 'is over something else than these items',
  container_altered: 'was changed in the ZIP around it',
}

/** Whether a file is a ZIP and no other proof. */
export function isZip(input: Uint8Array): boolean {
  return input[0] === 0x50 && input[1] === 0x4b
}

/** Check it and say so. Gives the exit code. */
export async function verifyPackFile(
  zip: Uint8Array,
  args: { key?: string | undefined; authority?: string | undefined; json?: boolean | undefined },
): Promise<number> {
  const verdict = verifyPackZip(zip, args.key === undefined ? [] : keysOf(args.key))
  const stamp = verdict.ok ? await stampSays(zip, verdict, args.authority) : null
  const ok = verdict.ok && stamp?.ok !== false
  if (args.json) printJson(jsonOf(verdict, ok, stamp))
  else if (!verdict.ok) print(...failure(verdict.problems))
  else if (!ok) print(`NOT VERIFIED: ${stampName} ${stamp!.says}`)
  else print(...success(verdict, stamp?.says ?? 'no timestamp of an authority'))
  return ok ? 0 : 1
}

function jsonOf({ problems, manifest, keys }: PackVerdict, ok: boolean, stamp: StampSays | null) {
  const said = manifest && { id: manifest.id, sourceId: manifest.sourceId, madeAt: manifest.madeAt }
  return { ok, problems, keys, ...said, timestamp: stamp?.says ?? null }
}

function failure(problems: readonly PackProblem[]): string[] {
  const lines = problems.map(({ code, file, receipt }) => {
    const why = receipt === undefined ? says[code] : `${says[code]}: ${receiptFaultWords[receipt]}`
    return file === null ? why : `${file} ${why}`
  })
  return [`NOT VERIFIED: ${lines[0]}`, ...lines.slice(1).map((line) => `          and: ${line}`)]
}

function success({ manifest, keys }: PackVerdict, stamp: string): string[] {
  const { id, subject, sourceId, madeAt, origin, items, gaps, demo } = manifest!
  const files = items.flatMap((item) => item.files)
  const receipts = files.filter(({ name }) => name.endsWith('.tlog-proof')).length
  return [
    `VERIFIED: evidence pack ${id} of ${sourceId ?? `money sent ${subject} this service`}, made at ${madeAt}`,
    `${items.length} items in ${files.length} files, ${receipts} receipts of the log ${origin}: nothing was changed`,
    keys === 'given'
      ? 'sealed by the key you gave'
      : `sealed by the key the pack names, ${nameOfKey(manifest!)}: compare it with GET /v1/log/checkpoint, or give the log’s by --key`,
    stamp,
    'not notarised, and not on a neutral third party’s chain',
    ...(demo ? ['made in a demo world: no money in it is real'] : []),
    `gaps that it names: ${gaps.map(({ code }) => code).join(', ')}`,
  ]
}

function nameOfKey({ keys }: Manifest): string {
  return keys[0]?.split('+').slice(0, 2).join('+') ?? 'none'
}

interface StampSays {
  ok: boolean
  says: string
}

/** What the timestamp is worth: its hash is checked already, its signature where the authority’s root is given. */
async function stampSays(
  zip: Uint8Array,
  { manifest, stampedAt }: PackVerdict,
  root: string | undefined,
): Promise<StampSays | null> {
  if (!manifest?.timestamp || stampedAt === null) {
    if (root !== undefined) return { ok: false, says: 'there is no timestamp to check' }
    return null
  }
  const by = `timestamp of ${manifest.timestamp.authority} at ${toIso(stampedAt)}`
  if (root === undefined)
    return { ok: true, says: `${by}; its signature is checked with --authority <root.pem>` }
  const token = openContainer(zip).files.get(stampName)!
  const message = new TextEncoder().encode(canonicalJson(manifest.items))
  const [{ checkToken }, { readCertificates }] = await Promise.all([
    import('@laisee/server/evidence/timestamp/check-token.ts'),
    import('@laisee/server/evidence/timestamp/certificates.ts'),
  ])
  try {
    await checkToken(token, message, readCertificates(await readRoot(root)))
    return { ok: true, says: `${by}, signed under the root you gave` }
  } catch (error) {
    if (error instanceof UsageError) throw error
    return { ok: false, says: `is not signed under the root you gave: ${(error as Error).message}` }
  }
}

async function readRoot(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
}
