/**
 * The direction of imports (docs/internals/architecture.md). Core imports nothing of ours; web never imports the
 * server; inside the server a feature is reached through its verbs, and only the edge knows HTTP.
 */

import { dirname, join, normalize } from 'node:path/posix'
import ts from 'typescript'
import { isTest, lineOf, visit, type Source } from './sources.ts'

export interface Import {
  from: string
  line: number
  /** As written. */
  specifier: string
  /** The file of ours it means, from the root; absent for a library. */
  to?: string
  typeOnly: boolean
}

/** What each package may import of ours. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  client: [],
  server: ['core'],
  cli: ['core', 'server', 'client'],
  web: ['core', 'client'],
}

/** Features that stand below all others: they import nothing of the server but what is listed. */
const below: Record<string, readonly string[]> = {
  db: [],
  ledger: ['db'],
  audit: ['db', 'ledger', 'log'],
}

/** Writing an event stands below all who have something to tell; reading a stream asks who may see what. */
const writesEvents = ['packages/server/events/append.ts', 'packages/server/events/events.sql.ts']

/** Every import and export-from of a file, dynamic ones with a plain text included. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  visit(source.file, (node) => {
    let specifier: ts.Expression | undefined
    let typeOnly = false
    if (ts.isImportDeclaration(node)) {
      specifier = node.moduleSpecifier
      typeOnly =
        node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes(node.importClause)
    } else if (ts.isExportDeclaration(node)) {
      specifier = node.moduleSpecifier
      typeOnly = node.isTypeOnly
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      specifier = node.arguments[0]
    }
    if (!specifier || !ts.isStringLiteral(specifier)) return
    const line = lineOf(source.file, node)
    found.push({
      from: source.path,
      line,
      specifier: specifier.text,
      typeOnly,
      ...target(source.path, specifier.text),
    })
  })
  return found
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  const named = clause?.namedBindings
  if (!clause || clause.name || !named || !ts.isNamedImports(named)) return false
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly)
}

function target(from: string, specifier: string): { to?: string } {
  if (specifier.startsWith('.')) return { to: normalize(join(dirname(from), specifier)) }
  const ours = /^@laisee\/([^/]+)\/(.+)$/.exec(specifier)
  return ours ? { to: `packages/${ours[1]}/${ours[2]}` } : {}
}

function packageOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1]
}

/** The folder of the server a file belongs to; files beside the folders are the root. */
function featureOf(path: string): string {
  return /^packages\/server\/([^/]+)\//.exec(path)?.[1] ?? 'root'
}

const isRoutes = (path: string) => path.endsWith('.routes.ts')
const composers = ['packages/server/app.ts', 'packages/server/routes.ts']
const isEdge = (path: string) =>
  isRoutes(path) || path.endsWith('.schemas.ts') || featureOf(path) === 'http' || composers.includes(path)
const starts = (path: string) => /^packages\/(server\/main|cli\/.*)\.ts$/.test(path)

/** What is wrong with one import, or undefined where it goes the right way. */
export function importProblem(it: Import): string | undefined {
  if (isTest(it.from) || packageOf(it.from) === undefined) return undefined
  return it.to === undefined ? libraryProblem(it) : (packageProblem(it.from, it.to) ?? serverProblem(it))
}

function libraryProblem({ from, specifier, typeOnly }: Import): string | undefined {
  const ours = packageOf(from)
  if (ours === 'core' && specifier.startsWith('node:')) return 'core runs in the browser: no node: imports'
  if (ours !== 'server') return undefined
  if (/^(fastify|@fastify\/|@scalar\/)/.test(specifier) && !isEdge(from)) {
    return 'only *.routes.ts, http/ and app.ts know the framework'
  }
  if (specifier === 'pg' && !typeOnly && featureOf(from) !== 'db') return 'only db/ knows the driver'
  return undefined
}

function packageProblem(from: string, to: string): string | undefined {
  const importer = packageOf(from)!
  const imported = packageOf(to)
  if (imported === undefined) return 'a package imports nothing from outside packages/'
  if (isTest(to)) return 'code never imports a test'
  if (imported === importer) return undefined
  return mayImport[importer]?.includes(imported) ? undefined : `${importer} never imports ${imported}`
}

function serverProblem({ from, to = '', typeOnly }: Import): string | undefined {
  if (packageOf(to) !== 'server') return undefined
  const feature = featureOf(from)
  const other = featureOf(to)
  if (packageOf(from) === 'server') {
    if (to.endsWith('.sql.ts') && other !== feature && !(other === 'db' && feature !== 'root')) {
      return `${feature} never reads the SQL of ${other}: use its verbs`
    }
    if (isRoutes(to) && !composers.includes(from)) return 'only routes.ts and app.ts import routes'
    if (to.endsWith('.schemas.ts') && !isEdge(from)) return 'only the edge knows the shapes of the API'
    if (to === 'packages/server/app.ts' && !starts(from)) return 'only main.ts boots the application'
    if (other === 'http' && !isEdge(from) && !(typeOnly && to === 'packages/server/http/caller.ts'))
      return 'only *.routes.ts, http/ and app.ts know HTTP'
    const allowed = writesEvents.includes(from) ? ['db'] : below[feature]
    if (allowed && !isRoutes(from) && other !== feature && other !== 'root' && !allowed.includes(other)) {
      return `${feature} stands below ${other} and never imports it`
    }
  }
  if (to.startsWith('packages/server/db/embedded/') && other !== feature && !starts(from) && !typeOnly) {
    return 'only db/, main.ts and the command line know where the database runs'
  }
  return undefined
}

/** Circles of files that import each other's values, each told once, from its first file in order. */
export function importCircles(imports: readonly Import[]): string[][] {
  const edges = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports) {
    if (to !== undefined && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), to])
  }
  const circles: string[][] = []
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) circles.push([...trail.slice(at), path])
    if (at >= 0 || done.has(path)) return
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of [...edges.keys()].sort()) walk(path, [])
  return circles
}
