import { utf8ToBytes } from '@noble/hashes/utils.js'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { noteKeyOf } from '../log/note.ts'
import { seededRandom } from '../random.ts'
import { digestOf, openContainer, packContainer } from './container.ts'
import { manifestBytes, manifestName, readManifest, sealName, type Manifest } from './manifest.ts'
import { sealManifest } from './seal.ts'
import { origin, secret, someItems, somePack, testKey } from './testing/pack.ts'
import { verifyPack, verifyPackZip } from './verify.ts'

const pack = somePack()
const filesOf = (zip: Uint8Array) => new Map(openContainer(zip).files)
const codes = (zip: Uint8Array) => verifyPackZip(zip).problems.map(({ code, file }) => `${code} ${file}`)

/** The pack's files changed, and packed again as a pack is: only what the files say can tell. */
function repacked(change: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = filesOf(pack)
  change(files)
  return packContainer(files)
}

/** The manifest changed and sealed again, as a forger with another key would. */
function resealed(change: (manifest: Manifest) => void, key = new Uint8Array(32).fill(8)): Uint8Array {
  return repacked((files) => {
    const manifest = readManifest(files.get(manifestName)!)!
    change(manifest)
    const bytes = manifestBytes(manifest)
    files.set(manifestName, bytes).set(sealName, utf8ToBytes(sealManifest(origin, bytes, [key])))
  })
}

it('a pack as it was made holds, by the keys it names and by the service’s own', () => {
  const own = verifyPackZip(pack)
  expect([own.ok, own.problems, own.keys]).toEqual([true, [], 'own'])
  expect(own.manifest).toMatchObject({
    claim: 'mistake',
    notarised: false,
    onNeutralChain: false,
    timestamp: null,
  })
  expect(own.manifest!.items.map(({ no, code }) => [no, code])).toEqual([
    [1, 'parties'],
    [2, 'events'],
    [3, 'receipts'],
    [4, 'clock'],
  ])
  expect(verifyPackZip(pack, [testKey])).toMatchObject({ ok: true, keys: 'given' })
})

it('the same facts make the same bytes, in whatever order they were found', () => {
  expect(digestOf(somePack([...someItems].reverse()))).toBe(digestOf(pack))
  // The form of a pack is fixed: what was made once is checked for ever.
  expect(digestOf(packContainer(new Map([['a', Uint8Array.of(1)]])))).toBe(
    '5390ddb441670f19b578f7974fe9e630ec3b3679bf7adabd4bbea3afb8ca17c6',
  )
})

describe('a change is named', () => {
  const { files } = openContainer(pack)
  const names = [...files.keys()]
  it.each(names)('one changed byte of %s', (name) => {
    const changed = repacked((all) => {
      const bytes = all.get(name)!.slice()
      bytes[bytes.length >> 1]! ^= 1
      all.set(name, bytes)
    })
    const { ok, problems } = verifyPackZip(changed)
    expect(ok).toBe(false)
    expect(problems[0]!.file).toBe(name)
  })

  it.each(names)('%s is gone', (name) => {
    const { problems } = verifyPackZip(repacked((all) => all.delete(name)))
    expect(problems[0]!.file).toBe(name)
    expect(problems[0]!.code).toMatch(/_missing$/)
  })

  it('a file more, a file under another name, and another container', () => {
    expect(codes(repacked((all) => all.set('items/99-more.json', utf8ToBytes('{}'))))).toEqual([
      'file_extra items/99-more.json',
    ])
    const renamed = repacked((all) => {
      all.set('items/01-party.json', all.get('items/01-parties.json')!).delete('items/01-parties.json')
    })
    expect(codes(renamed)).toEqual(['file_missing items/01-parties.json', 'file_extra items/01-party.json'])
    expect(codes(zipSync(Object.fromEntries(filesOf(pack)), { level: 0 }))).toEqual([
      'container_altered README.txt',
    ])
    expect(codes(zipSync(Object.fromEntries(filesOf(pack)), { level: 6 }))).toEqual(['packed_anew null'])
    expect(codes(utf8ToBytes('no zip at all'))).toEqual(['not_a_zip null'])
    expect(codes(new Uint8Array())).toEqual(['not_a_zip null'])
  })

  it('everything that is wrong is listed, the gravest first', () => {
    const changed = repacked((all) => {
      all.delete('items/01-parties.json')
      all.set('index.pdf', utf8ToBytes('%PDF of another')).set('more.txt', new Uint8Array())
    })
    expect(codes(changed)).toEqual([
      'file_missing items/01-parties.json',
      'file_altered index.pdf',
      'file_extra more.txt',
    ])
  })
})

describe('a forger', () => {
  it('who seals anew with a key the manifest does not name is found', () => {
    expect(codes(resealed((manifest) => void (manifest.madeAt = '2020-01-01T00:00:00.000Z')))).toEqual([
      'not_sealed seal.note',
    ])
  })

  it('who names a key of their own is found by the service’s key', () => {
    const own = new Uint8Array(32).fill(8)
    const forged = verifyPackZip(somePack(), [noteKeyOf(origin, own)])
    expect(forged.problems.map(({ code }) => code)).toContain('not_sealed')
  })

  it('who tells another story in the events is found by the receipts', () => {
    const told = someItems.map((item) =>
      item.code === 'events'
        ? { ...item, data: JSON.parse(JSON.stringify(item.data).replaceAll('100000', '100')) as unknown }
        : item,
    )
    expect(codes(somePack(told))).toEqual([
      'receipt_differs receipts/1.tlog-proof',
      'receipt_differs receipts/2.tlog-proof',
      'receipt_differs receipts/3.tlog-proof',
    ])
  })

  it('who puts items in another order, or writes the manifest in another way, is found', () => {
    const swap = resealed((manifest) => void (manifest.items = manifest.items.toReversed()), secret)
    expect(codes(swap)).toEqual(['items_disordered manifest.json'])
    const spaced = repacked((all) => {
      const text = new TextDecoder().decode(all.get(manifestName))
      all.set(manifestName, utf8ToBytes(text.replace('":', '": ')))
    })
    expect(codes(spaced)).toEqual(['manifest_unreadable manifest.json'])
  })
})

/** `LAISEE_LONG=1` tries twenty thousand. */
const rounds = process.env.LAISEE_LONG === '1' ? 20_000 : 1_000

it('a thousand random changes, each of one byte or one file, are each found', () => {
  const random = seededRandom('changes of a pack')
  const pick = (below: number) => Number(random.below(BigInt(below)))
  const names = [...filesOf(pack).keys()]
  for (let round = 0; round < rounds; round++) {
    const kind = pick(5)
    const name = names[pick(names.length)]!
    let changed: Uint8Array
    if (kind < 2) {
      changed = pack.slice()
      changed[pick(pack.length)]! ^= 1 + pick(255)
    } else if (kind === 2) changed = repacked((all) => all.set(name, altered(all.get(name)!, pick)))
    else if (kind === 3) changed = repacked((all) => all.delete(name))
    else changed = repacked((all) => all.set(`${name}${pick(9)}`, all.get(name)!))
    const { ok, problems } = verifyPackZip(changed)
    expect([ok, problems.length > 0], `round ${round}`).toEqual([false, true])
    if (kind === 2 || kind === 3) expect(problems[0]!.file, `round ${round}`).toBe(name)
  }
}, 600_000)

function altered(bytes: Uint8Array, pick: (below: number) => number): Uint8Array {
  const changed = bytes.slice()
  changed[pick(bytes.length)]! ^= 1 + pick(255)
  return changed
}

it('nothing that is given makes the check throw', () => {
  const odd = [null, 1, [], {}, { format: 'laisee-evidence/1' }, { items: 3 }]
  for (const what of odd) {
    const files = new Map([[manifestName, utf8ToBytes(JSON.stringify(what))]])
    expect(verifyPack(files).ok).toBe(false)
  }
})
