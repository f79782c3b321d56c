/**
 * The gallery: every screen and state of the phone app and of the desk, photographed from the running service and its
 * demo world, at several sizes, light and dark. `npm run gallery` writes docs/gallery; `-- --readme` only the README's pictures.
 */

import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { setup } from '@laisee/server/db/testing/global-setup.ts'
import type { Page } from 'playwright-core'
import { openStage, type Phone, type Stage } from './stage.ts'
import { fromRoot } from '../../scripts/root.ts'
import { addCases } from './gallery/case-scene.ts'
import { caseShots } from './gallery/case-shots.ts'
import { prepareDeskScene } from './gallery/desk-scene.ts'
import { deskShots } from './gallery/desk-shots.ts'
import { prepareScene, type Scene } from './gallery/scene.ts'
import { prepareGuardedScene } from './gallery/guarded-scene.ts'
import { guardedShots } from './gallery/guarded-shots.ts'
import { helpShots } from './gallery/help-scenes.ts'
import { prepareLongScene } from './gallery/long-scene.ts'
import { longShots } from './gallery/long-shots.ts'
import type { Shot } from './gallery/shot.ts'
import { variants, type Variant } from './gallery/variants.ts'
import { prepareCareScene } from './gallery/care-scene.ts'
import { careShots } from './gallery/care-shots.ts'
import { collectionShots } from './gallery/collection-shots.ts'
import { namedShots, prepareNamedScene } from './gallery/named-shots.ts'
import { nothingShots } from './gallery/nothing-shots.ts'
import { returnShots } from './gallery/return-shots.ts'
import { shots as ourShots } from './gallery/shots.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    variant: { type: 'string' },
    phone: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
})
/** Parts of names, with commas between; and the variants' whole names. `--phone` leaves the desk out. */
const only = values.only?.split(',')
const variantNames = values.variant?.split(',')
const folder = fromRoot('docs/gallery')
const plainShots: readonly Shot[] = [
  ...ourShots,
  ...returnShots,
  ...collectionShots,
  ...helpShots,
  ...nothingShots,
]
const shots: readonly Shot[] = [
  ...plainShots,
  ...guardedShots,
  ...careShots,
  ...deskShots,
  ...caseShots,
  ...longShots,
  ...namedShots,
]

/** Whether it is a shot's whole name, which is not a part of others then. */
const isName = (part: string) => shots.some(({ name }) => name === part)

/** Whether a shot is taken in a variant. */
function isIn(shot: Shot, { wants, isDesk = false }: Variant): boolean {
  if (only && !only.some((part) => (isName(part) ? shot.name === part : shot.name.includes(part))))
    return false
  if (shot.isDesk) return isDesk && !values.phone
  return wants === 'all' || (wants === 'telling' && shot.telling === true)
}

/** Whoever holds the phone is at the desk as well. */
async function sitDown(page: Page): Promise<void> {
  await page.goto('/desk')
  await page.evaluate(() => {
    for (const kept of ['session', 'language', 'looks']) {
      const value = localStorage.getItem(`laisee.main.${kept}`)
      if (value !== null) localStorage.setItem(`laisee.desk.${kept}`, value)
    }
  })
}

async function take(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path, type: 'jpeg', quality: 72, scale: 'css', animations: 'disabled' })
}

/** Open one shot and make it what it shows. */
async function pose(phone: Phone, shot: Shot, scene: Scene): Promise<void> {
  if (shot.isDesk) await sitDown(phone.page)
  await phone.page.goto(shot.path(scene))
  await phone.page.locator('h1').first().waitFor()
  await phone.page.waitForTimeout(500)
  await phone.page
    .locator('.skeleton')
    .first()
    .waitFor({ state: 'detached', timeout: 5_000 })
    .catch(() => undefined)
  await shot.act?.(phone.page, scene)
  await phone.page.waitForTimeout(250)
}

async function takeAll(
  { stage, scene, variant }: { stage: Stage; scene: Scene; variant: Variant },
  from: readonly Shot[],
): Promise<Set<string>> {
  const taken = new Set<string>()
  const phones = new Map<string, Phone>()
  for (const shot of from.filter((one) => isIn(one, variant))) {
    const seat = shot.who ?? 'nobody'
    const options = { reducedMotion: true, ...variant.options, signedOut: shot.who === null }
    const phone = phones.get(seat) ?? (await stage.phone(shot.who ?? 'mama', options))
    phones.set(seat, phone)
    try {
      await pose(phone, shot, scene)
      await take(phone.page, `${folder}/${shot.name}-${variant.name}.jpg`)
      taken.add(shot.name)
    } catch (error) {
      process.stderr.write(`${shot.name} ${variant.name}: ${String(error).split('\n')[0]}\n`)
      process.exitCode = 1
    }
    await phone.page.unrouteAll({ behavior: 'ignoreErrors' })
    await phone.context.setOffline(false)
  }
  for (const phone of phones.values()) await phone.close()
  return taken
}

/** The page of every picture there is, of this run or an earlier one. */
function galleryPage(): string {
  const lines = [
    '# Gallery',
    '',
    'Every screen and state of the phone app and of the desk, photographed from the running service by `npm run gallery`.',
    '',
  ]
  for (const shot of shots) {
    const mine = variants.filter(({ name }) => existsSync(`${folder}/${shot.name}-${name}.jpg`))
    if (mine.length === 0) continue
    lines.push(`## ${shot.title}`, '', ...(shot.says === '' ? [] : [shot.says, '']))
    const images = mine.map(
      ({ name, title }) => `<img src="${shot.name}-${name}.jpg" alt="${shot.title}, ${title}" height="420">`,
    )
    lines.push(images.join('\n'), '')
  }
  return lines.join('\n')
}

/** The README's pictures: sharp, and few. */
async function takeForReadme(stage: Stage, scene: Scene): Promise<void> {
  const place = fromRoot('docs/images')
  await mkdir(place, { recursive: true })
  const phone = await stage.phone('mama', { reducedMotion: true })
  for (const name of ['chat', 'send-lucky', 'packet-mine', 'recall-sheet']) {
    const shot = shots.find((one) => one.name === name)!
    await pose(phone, shot, scene)
    await phone.page.screenshot({ path: `${place}/${name}.png`, animations: 'disabled' })
  }
  await phone.close()
}

const asked = variants.filter(({ name }) => variantNames?.includes(name) ?? true)

/** Take what is wanted of some shots, on a stage of their own. */
async function takeOn(
  from: readonly Shot[],
  { guarded, prepare }: { guarded: boolean; prepare: (stage: Stage) => Promise<Scene> },
): Promise<void> {
  if (!from.some((shot) => asked.some((variant) => isIn(shot, variant)))) return
  const stage = await openStage({ guarded })
  try {
    const scene = await prepare(stage)
    if (from === plainShots && !only) await takeForReadme(stage, scene)
    if (values.readme) return
    for (const variant of asked) {
      const taken = await takeAll({ stage, scene, variant }, from)
      process.stdout.write(`${variant.name}: ${taken.size} of ${from.length}\n`)
    }
  } finally {
    await stage.close()
  }
}

const stop = await setup()
try {
  if (!values.readme && !only && !values.variant) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await takeOn(plainShots, { guarded: false, prepare: prepareScene })
  if (!values.readme) await takeOn(guardedShots, { guarded: true, prepare: prepareGuardedScene })
  if (!values.readme) await takeOn(deskShots, { guarded: true, prepare: prepareDeskScene })
  if (!values.readme) await takeOn(careShots, { guarded: true, prepare: prepareCareScene })
  if (!values.readme)
    await takeOn(caseShots, {
      guarded: false,
      prepare: (stage) => addCases({ ids: {}, family: '', stage, link: '', toOpen: [] }),
    })
  if (!values.readme) await takeOn(longShots, { guarded: false, prepare: prepareLongScene })
  if (!values.readme) await takeOn(namedShots, { guarded: false, prepare: prepareNamedScene })
  if (!values.readme) await writeFile(`${folder}/README.md`, galleryPage())
} finally {
  await stop?.()
}
