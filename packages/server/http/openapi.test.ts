/** The API's description says what the routes say, whole and always the same; its page loads nothing from elsewhere. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusals } from '@laisee/core/refusals.ts'
import { createApp, type App } from '../app.ts'
import { routes } from '../routes.ts'
import { startTestService, type TestService } from '../testing/service.ts'
import { isKept, refusalsOf } from './openapi-problems.ts'
import { openapiOf, openapiText } from './openapi.ts'

interface Operation {
  operationId: string
  security: unknown[]
  parameters?: { name?: string; $ref?: string; in?: string }[]
  requestBody?: object
  responses: Record<string, object>
}

const description = openapiOf(routes) as {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

function operationFor(path: string, method: string): Operation {
  return description.paths[path]![method.toLowerCase()]!
}

/** Every `$ref` in a value. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = '$ref' in value ? [value.$ref as string] : []
  return [...own, ...Object.values(value).flatMap(refsIn)]
}

function resolve(ref: string): unknown {
  const [kind, name] = ref.replace('#/components/', '').split('/')
  return description.components[kind!]?.[name!]
}

function codesOf(response: object): string[] {
  const seen = refsIn(response).map((ref) => resolve(ref) as { properties?: { code: { const: string } } })
  return seen.flatMap((part) => (part.properties ? [part.properties.code.const] : codesOf(part)))
}

describe('the description', () => {
  it('has every route, with its parameters, its body and its callers', () => {
    for (const route of routes) {
      const operation = operationFor(route.path, route.method)
      expect(operation.operationId).toBe(route.name)
      expect(operation.requestBody !== undefined).toBe(
        route.body !== undefined || route.bodyTypes !== undefined,
      )
      expect(operation.security.length === 0).toBe(route.callers.includes('public'))
      const named = (operation.parameters ?? []).map(({ name, $ref }) => name ?? $ref)
      const expected = [
        ...Object.keys(route.params?.properties ?? {}),
        ...Object.keys(route.query?.properties ?? {}),
      ]
      expect(named).toEqual([
        ...expected,
        ...(isKept(route) ? ['#/components/parameters/IdempotencyKey'] : []),
      ])
    }
    expect(Object.values(description.paths).flatMap((path) => Object.keys(path)).length).toBe(routes.length)
  })

  it('lists each refusal a route may give under its status, each a type by its code', () => {
    for (const route of routes) {
      const { responses } = operationFor(route.path, route.method)
      const described = Object.entries(responses).filter(([status]) => Number(status) >= 400)
      const codes = described.flatMap(([status, response]) =>
        codesOf(response).map((code) => `${status} ${code}`),
      )
      const expected = [
        ...refusalsOf(route).map((code) => `${refusals[code].status} ${code}`),
        '500 internal',
      ]
      expect(codes.sort(), route.name).toEqual(expected.sort())
      expect(new Set(route.refusals).size, route.name).toBe(route.refusals.length)
    }
  })

  it('refers to nothing that is not there', () => {
    for (const ref of refsIn(description)) expect(resolve(ref), ref).toBeDefined()
  })

  it('is the same text each time', () => {
    expect(openapiText(routes)).toBe(openapiText([...routes]))
  })
})

describe('the page', () => {
  let service: TestService
  let edge: App

  beforeAll(async () => {
    service = await startTestService()
    edge = await createApp(service.ctx)
  })
  afterAll(async () => {
    await edge.stop()
    await service.close()
  })

  it('is served with the description, to anyone', async () => {
    const reply = await edge.app.inject('/v1/openapi.json')
    expect(reply.headers['content-type']).toContain('application/json')
    expect(reply.body).toBe(openapiText(routes))
    expect((await edge.app.inject('/docs')).headers.location).toBe('/docs/')
  })

  it('loads its script from here, and its policy lets it reach nothing else', async () => {
    const page = await edge.app.inject('/docs/')
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+';/)
    expect(policy).not.toContain('http')
    const script = await edge.app.inject('/docs/js/scalar.js')
    expect(script.statusCode).toBe(200)
    expect(script.body.length).toBeGreaterThan(1_000_000)
  })
})
