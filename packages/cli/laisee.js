#!/usr/bin/env node
/* The command `laisee`. Written so that any Node can read it: one that is too old is told so, in words. */

var wanted = [22, 18]
var parts = process.versions.node.split('.')
var major = Number(parts[0])
var enough = major > wanted[0] || (major === wanted[0] && Number(parts[1]) >= wanted[1])

if (enough) {
  import('./main.ts').then(function (command) {
    return command.runToExit(process.argv.slice(2))
  })
} else {
  console.error(
    'laisee needs Node ' +
      wanted.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '.\n' +
      'On Linux x64, `npx laisee …` in a checkout takes the newer Node that comes with it.',
  )
  process.exit(1)
}
