/** `node packages/server/http/write-openapi.ts`: write openapi.json at the repository's root from the routes. */

import { writeFile } from 'node:fs/promises'
import { routes } from '../routes.ts'
import { openapiText } from './openapi.ts'

await writeFile(new URL('../../../openapi.json', import.meta.url), openapiText(routes))
