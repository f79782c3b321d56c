/**
 * The SDK's generated part (packages/client/generated), from the API's description. The generator writes into a
 * temporary folder; what it wrote is read back as texts, so that a test can hold the checked-in files to it.
 */

import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { openapiOf } from '../packages/server/http/openapi.ts'
import { routes } from '../packages/server/routes.ts'

/** Every file of the generated part, from its folder. */
export const clientFiles = [
  'client.gen.ts',
  'client/client.gen.ts',
  'client/index.ts',
  'client/types.gen.ts',
  'client/utils.gen.ts',
  'core/auth.gen.ts',
  'core/bodySerializer.gen.ts',
  'core/params.gen.ts',
  'core/pathSerializer.gen.ts',
  'core/queryKeySerializer.gen.ts',
  'core/serverSentEvents.gen.ts',
  'core/types.gen.ts',
  'core/utils.gen.ts',
  'sdk.gen.ts',
  'types.gen.ts',
] as const

let printed: Promise<ReadonlyMap<string, string>> | undefined

/** The text of one generated file. */
export async function printClientFile(name: (typeof clientFiles)[number]): Promise<string> {
  const texts = await (printed ??= generate())
  return texts.get(name)!
}

async function generate(): Promise<ReadonlyMap<string, string>> {
  const path = await mkdtemp(join(tmpdir(), 'laisee-client-'))
  try {
    await createClient({
      input: openapiOf(routes) as never,
      output: { path, entryFile: false, module: { extension: '.ts' } },
      plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
      logs: { level: 'silent', file: false },
    })
    return await readAll(path)
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}

async function readAll(path: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
  if (names.sort().join() !== [...clientFiles].sort().join()) {
    throw new Error(`the generator of the SDK writes other files than are listed: ${names.join(', ')}`)
  }
  const texts = names.map(
    async (name) => [name, withNodeTypes(await readFile(join(path, name), 'utf8'))] as const,
  )
  return new Map(await Promise.all(texts))
}

/** `BodyInit` is a browser's name; Node's types say the same as a part of `RequestInit`. */
function withNodeTypes(text: string): string {
  return text.replaceAll('BodyInit | null | undefined', "RequestInit['body']")
}
