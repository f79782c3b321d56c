/**
 * What the pages say is run: every block marked `sh run` is given to a shell in the checkout, and where a `text` block
 * follows, the output must be exactly that.
 */

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromRoot, root } from '../scripts/root.ts'
import { listFiles } from './tidy/sources.ts'

interface Block {
  page: string
  command: string
  output: string | undefined
}

/** The blocks of a page that are to be run, with the output they promise. */
function blocksOf(page: string, markdown: string): Block[] {
  const pattern = /^```sh run\n([\s\S]*?)^```\n(?:\n?```text\n([\s\S]*?)^```)?/gm
  return [...markdown.matchAll(pattern)].map(([, command, output]) => ({ page, command: command!, output }))
}

const pages = listFiles().filter((path) => path.endsWith('.md'))
const blocks = pages.flatMap((page) => blocksOf(page, readFileSync(fromRoot(page), 'utf8')))

let folder: string

/** `npx laisee` runs the checkout's own command, whether or not npm has linked it yet. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'laisee-docs-'))
  const npx = `#!/bin/sh\n[ "$1" = laisee ] || { echo "the pages run only laisee" >&2; exit 64; }\nshift\n`
  writeFileSync(join(folder, 'npx'), `${npx}exec "${process.execPath}" packages/cli/laisee.js "$@"\n`)
  chmodSync(join(folder, 'npx'), 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a command on a page does what the page says', () => {
  test.each(blocks.map((block) => [`${block.page}: ${block.command.split('\n')[0]}`, block] as const))(
    '%s',
    (_, block) => {
      const path = [folder, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
      const ran = spawnSync('bash', ['-euo', 'pipefail', '-c', block.command], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, PATH: path, NO_COLOR: '1' },
      })
      expect(ran.status, ran.stderr).toBe(0)
      if (block.output !== undefined) expect(ran.stdout.trimEnd()).toBe(block.output.trimEnd())
    },
  )

  test('the pages have commands to run', () => {
    expect(blocks.length).toBeGreaterThan(0)
  })

  test('a block and the output after it are found, other blocks are left alone', () => {
    const page = '```sh run\necho a\n```\n\n```text\na\n```\n\n```sh\nrm -rf x\n```\n\n```sh run\ntrue\n```\n'
    expect(blocksOf('a.md', page)).toEqual([
      { page: 'a.md', command: 'echo a\n', output: 'a\n' },
      { page: 'a.md', command: 'true\n', output: undefined },
    ])
  })
})
