/**
 * The build of the phone app and of the desk: two entries that share what both need. No script or style is inline, so
 * that the pages' policy can be strict.
 */

import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The desk's components style themselves by script; their sheets are adopted, as the policy lets no element in. */
const adoptedStyles: Plugin = {
  name: 'adopted-styles',
  enforce: 'pre',
  resolveId: (source) =>
    /\/(?:dynamicCSS|cssUtils)$/.test(source)
      ? join(import.meta.dirname, 'console', 'adopted-styles.ts')
      : null,
}

/**
 * Pages that somebody may open first. Of any other the list of scripts that it needs would stand in the first script of
 * all: by then they are fetched ahead or kept on the device, or are found when the page's own is read.
 */
const maybeFirst = /(?:ChatsPage|WelcomePage|HelpPage|AskPage|PlanPage)-[\w-]+\.js$/

export default defineConfig({
  root: import.meta.dirname,
  plugins: [adoptedStyles, react()],
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, needed) =>
        maybeFirst.test(file) ? needed : needed.filter((name) => name.endsWith('.css')),
    },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: { app: 'index.html', desk: 'desk.html', sw: 'worker/sw.ts' },
      // Every script's name stands in the first script of all: seven letters of the hash are as good as eight.
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash:7].js'),
        chunkFileNames: 'assets/[name]-[hash:7].js',
      },
    },
  },
  server: { proxy: { '/v1': process.env.LAISEE_TARGET ?? 'http://127.0.0.1:7860' } },
})
