/** What goes in and comes out of the routes of evidence packs. */

import { Type, type Static } from 'typebox'
import { packClaims, packSubjects } from '@laisee/core/evidence/claim.ts'
import { gapCodes } from '@laisee/core/evidence/gap.ts'
import { captureWays, itemCodes, itemGroups, itemSources, timeSources } from '@laisee/core/evidence/item.ts'
import { packFileName } from '@laisee/core/evidence/file-name.ts'
import type { Manifest } from '@laisee/core/evidence/manifest.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow, refuse, type Refusal } from '@laisee/core/refusals.ts'
import {
  AmountSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  NameSchema,
  nullable,
  oneOf,
  OutsideIdSchema,
  TextSchema,
} from '../http/schemas.ts'
import type { PackRow } from './evidence.sql.ts'
import type { PackWish } from './gather.ts'
import { outsideProducts } from './outside.ts'

const SourceSchema = Type.Union([IdSchema('packet'), IdSchema('transfer'), IdSchema('dispute')], {
  description: 'The packet or transfer it is about, or a dispute about one.',
})

export const PackParams = closed({ id: IdSchema('evidencePack') })

export const MakePackBody = closed({
  sourceId: Type.Optional(SourceSchema),
  outside: Type.Optional(
    named(
      'OutsidePayment',
      'Money that was sent elsewhere, as its sender tells it: nothing of it is checked.',
      {
        platform: Type.Literal('wechat'),
        product: oneOf(outsideProducts),
        amount: AmountSchema,
        sentAt: MomentSchema,
        payeeName: NameSchema(60, 'The name that the other side shows there.'),
        payeeAccount: Type.Optional(NameSchema(60, 'Their account’s name there.')),
        transactionNo: Type.Optional(OutsideIdSchema(64, 'The number on the bill.')),
        taken: Type.Optional(
          Type.Boolean({ description: 'Whether they have it; left out where it is not known.' }),
        ),
      },
    ),
  ),
  claim: oneOf(packClaims, 'What it is to show: what is missing depends on it.'),
  statement: Type.Optional(
    TextSchema(2_000, { lengthMin: 1, description: 'What happened, in the party’s own words.' }),
  ),
  device: Type.Optional(
    named('DeviceStatement', 'What the device says of itself.', {
      userAgent: TextSchema(400),
      language: Type.Optional(OutsideIdSchema(35)),
      timeZone: Type.Optional(OutsideIdSchema(64)),
      clockAt: MomentSchema,
    }),
  ),
})

export const EvidencePackSchema = named('EvidencePack', 'An evidence pack that was made.', {
  id: IdSchema('evidencePack'),
  subject: oneOf(packSubjects),
  sourceId: nullable(Type.String()),
  claim: oneOf(packClaims),
  madeAt: MomentSchema,
  stamped: Type.Boolean({ description: 'Whether it has an authority’s timestamp (RFC 3161).' }),
  fileName: Type.String(),
  bytes: Type.Integer({ minimum: 1 }),
  digest: Type.String({ description: 'SHA-256 of the ZIP, in hex.' }),
})

export const OpenedPackSchema = named(
  'OpenedEvidencePack',
  'An evidence pack with what is in it and what is missing.',
  {
    pack: EvidencePackSchema,
    items: Type.Array(
      named('EvidenceItem', 'One item, in the order of the index.', {
        no: Type.Integer({ minimum: 1 }),
        code: oneOf(itemCodes),
        group: oneOf(itemGroups),
        source: oneOf(itemSources),
        timeSource: oneOf(timeSources),
        capture: oneOf(captureWays),
        fileCount: Type.Integer({ minimum: 1 }),
      }),
    ),
    gaps: Type.Array(
      named('EvidenceGap', 'What is missing for the claim, weak, or not what this pack is.', {
        code: oneOf(gapCodes),
        kind: oneOf(['missing', 'weak', 'limit']),
        articles: Type.Array(Type.String(), { description: 'Articles of law, by the ids of this service.' }),
        data: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
      }),
    ),
  },
)

export const PackFileSchema = named('EvidencePackFile', 'The file of an evidence pack.', {
  fileName: Type.String(),
  digest: Type.String({ description: 'SHA-256, in hex.' }),
  zip: Type.String({ description: 'The ZIP, in base64.' }),
})

/** A wish from what its caller writes. Refuses `invalid_request` where it is about nothing, or about two things. */
export function wishOf(body: Static<typeof MakePackBody>, memberId: string): PackWish {
  const { sourceId, outside, claim, statement = null, device } = body
  if ((sourceId === undefined) === (outside === undefined))
    orThrow<never>(oneOfThem('sourceId', 'or outside must be given, and not both'))
  return {
    memberId,
    claim,
    statement,
    about:
      outside === undefined
        ? { sourceId: sourceId! }
        : {
            outside: {
              ...outside,
              amount: BigInt(outside.amount),
              sentAt: Date.parse(outside.sentAt),
              payeeAccount: outside.payeeAccount ?? null,
              transactionNo: outside.transactionNo ?? null,
              taken: outside.taken ?? null,
            },
          },
    device:
      device === undefined
        ? null
        : {
            userAgent: device.userAgent,
            language: device.language ?? null,
            timeZone: device.timeZone ?? null,
            clockAt: Date.parse(device.clockAt),
          },
  }
}

function oneOfThem(field: string, message: string): Refusal {
  return refuse('invalid_request', { errors: [{ field, message }] })
}

/** A pack as JSON. */
export function packJson(pack: PackRow): Static<typeof EvidencePackSchema> {
  const { id, subject, sourceId, claim, madeAt, stamped, digest, bytes } = pack
  return {
    id,
    subject,
    sourceId,
    claim,
    madeAt: toIso(madeAt),
    stamped,
    fileName: packFileName(id),
    bytes: Number(bytes),
    digest: digest.toString('hex'),
  }
}

/** A pack's file as JSON. */
export function packFileJson({
  pack,
  zip,
}: {
  pack: PackRow
  zip: Uint8Array
}): Static<typeof PackFileSchema> {
  const { fileName, digest } = packJson(pack)
  return { fileName, digest, zip: Buffer.from(zip).toString('base64') }
}

/** A pack with what its manifest says. */
export function openedPackJson(pack: PackRow, { items, gaps }: Manifest): Static<typeof OpenedPackSchema> {
  return {
    pack: packJson(pack),
    items: items.map(({ files, ...item }) => ({ ...item, fileCount: files.length })),
    gaps: gaps.map(({ code, kind, articles, data }) => ({
      code,
      kind,
      articles: [...articles],
      data: { ...data },
    })),
  }
}
