import { existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { eventKinds } from '@laisee/core/events.ts'
import { refusalCodes, refusals, type RefusalCode } from '@laisee/core/refusals.ts'
import { routes } from '@laisee/server/routes.ts'
import { fromRoot } from '../scripts/root.ts'
import { upperCaseKeywords } from './statements/manners.ts'
import { faceProblems } from './tidy/faces.ts'
import { givenProblems } from './tidy/given.ts'
import { importCircles, importProblem, importsOf } from './tidy/imports.ts'
import { isTold, listedOn, textsOf } from './tidy/registries.ts'
import { peerFaultProblems, peerFaultsPage } from './tidy/peer-faults.ts'
import { lineCount, longFunctions, sizeProblems } from './tidy/sizes.ts'
import { isWritten, listFiles, readSources } from './tidy/sources.ts'
import { staticTextProblems } from './tidy/static-text.ts'
import { linkProblems, lockProblems, placeProblems, scriptProblems } from './tidy/texts.ts'
import { pathProblems, wordProblems } from './tidy/words.ts'

const files = listFiles()
const sources = readSources(files)
const imports = sources.flatMap(importsOf)

function textOf(path: string): string {
  return readFileSync(fromRoot(path), 'utf8')
}

describe('imports go one way', () => {
  test('every import follows the direction of the house', () => {
    const problems = imports.flatMap((it) => {
      const problem = importProblem(it)
      return problem === undefined ? [] : [`${it.from}:${it.line} ${it.specifier}: ${problem}`]
    })
    expect(imports.length).toBeGreaterThan(100)
    expect(problems).toEqual([])
  })

  test('every import of ours names a file that is there', () => {
    const lost = imports.filter((it) => it.to !== undefined && !existsSync(fromRoot(it.to)))
    expect(lost.map((it) => `${it.from}:${it.line} ${it.specifier}`)).toEqual([])
  })

  test('no files import each other in a circle', () => {
    expect(importCircles(imports)).toEqual([])
  })

  test('time, chance and the environment are given at the root', () => {
    expect(sources.flatMap(givenProblems)).toEqual([])
  })

  test('one person has one face on every page', () => {
    expect(sources.flatMap(faceProblems)).toEqual([])
  })
})

describe('things stay small', () => {
  test('no function is longer than 70 lines', () => {
    const long = sources.flatMap(longFunctions)
    expect(long.map((it) => `${it.path}:${it.line} ${it.name} has ${it.lines} lines`)).toEqual([])
  })

  test('no file is longer than 400 lines, and those over 200 do not grow', () => {
    const listed = JSON.parse(textOf('test/tidy/over-200-lines.json')) as Record<string, number>
    const counted = sources.filter((source) => !source.path.endsWith('.sql.ts'))
    const sizes = new Map(counted.map((source) => [source.path, lineCount(source.text)]))
    expect(sizeProblems(sizes, listed)).toEqual([])
  })
})

describe('words say what they mean', () => {
  test('no file or folder has an empty name', () => {
    expect(files.filter(isWritten).flatMap(pathProblems)).toEqual([])
  })

  test('no name is empty, no construct hides what the code does', () => {
    expect(sources.flatMap(wordProblems)).toEqual([])
  })

  test('migrations are written in lower case', () => {
    const migrations = files.filter((path) => path.includes('/migrations/') && path.endsWith('.sql'))
    expect(migrations.length).toBeGreaterThan(0)
    expect(
      migrations.flatMap((path) => upperCaseKeywords(textOf(path)).map((word) => `${path}: ${word}`)),
    ).toEqual([])
  })

  test('the text of a statement is fixed when its file is loaded', () => {
    expect(sources.flatMap(staticTextProblems)).toEqual([])
  })
})

describe('the registries, the code and the pages agree', () => {
  const given = textsOf(sources, 'packages/core/refusals.ts')
  const told = textsOf(sources, 'packages/core/events.ts')

  test('every refusal is given somewhere', () => {
    expect(refusalCodes.filter((code) => !given.has(code))).toEqual([])
  })

  test('every refusal of the domain is on the list of a route that may give it', () => {
    const listed = new Set(routes.flatMap((route) => route.refusals))
    const ofEveryWrite: RefusalCode[] = ['canceled_before_arrival']
    const lost = refusalCodes.filter(
      (code) => refusals[code].kept && !listed.has(code) && !ofEveryWrite.includes(code),
    )
    expect(lost).toEqual([])
  })

  test('every refusal is on its page, in the order of precedence', () => {
    expect(listedOn(textOf('docs/reference/refusals.md'))).toEqual(refusalCodes)
  })

  test('every kind of event is told somewhere', () => {
    expect(eventKinds.filter((kind) => !isTold(kind, told))).toEqual([])
  })

  test('every kind of event is on its page, in order', () => {
    expect(listedOn(textOf('docs/reference/events.md'))).toEqual([...eventKinds])
  })
})

test('every fault that happened to others has the test that names it, or the reason why it cannot happen', () => {
  const tests = sources.filter(({ path }) => path.endsWith('.test.ts'))
  expect(peerFaultProblems(textOf(peerFaultsPage), tests)).toEqual([])
})

describe('what is checked in runs and reads anywhere', () => {
  test('no file names the paths of a machine or the host of a registry', () => {
    const readable = files.filter(
      (path) => !/\.(png|jpe?g|pdf|ico|woff2?|zip|gz)$/.test(path) && path !== 'package-lock.json',
    )
    expect(readable.flatMap((path) => placeProblems(path, textOf(path)))).toEqual([])
  })

  test('the lock file records no download addresses', () => {
    expect(lockProblems(textOf('package-lock.json'))).toEqual([])
  })

  test('every script of npm runs a file that is there', () => {
    expect(scriptProblems(textOf('package.json'), (path) => existsSync(fromRoot(path)))).toEqual([])
  })

  test('every link of every page leads somewhere', () => {
    const read = (path: string): string | undefined => {
      if (!existsSync(fromRoot(path))) return undefined
      return statSync(fromRoot(path)).isDirectory() ? '' : textOf(path)
    }
    const pages = files.filter((path) => path.endsWith('.md') && isWritten(path))
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.flatMap((path) => linkProblems(path, textOf(path), read))).toEqual([])
  })
})
