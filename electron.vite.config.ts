import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/**
 * Absolute addresses of scripts and styles: the page has addresses such as /volunteers/5, from which the relative
 * ones that electron-vite sets would lead astray.
 */
const absoluteBase: Plugin = { name: 'absolute-base', enforce: 'post', config: () => ({ base: '/' }) }

/** The decoders of scans that a PDF may hold; its reader asks for them by these names. */
const pdfDecoders: Plugin = {
  name: 'pdf-decoders',
  generateBundle() {
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
      const source = readFileSync(`node_modules/pdfjs-dist/wasm/${name}`)
      this.emitFile({ type: 'asset', fileName: `assets/pdf-decoders/${name}`, source })
    }
  },
}

/** Builds what both shells run: main and server (Node), the preload (CommonJS, as the sandbox demands), the page. */
export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: {
          'browser-main': resolve('src-main/browser-main.ts'),
          'electron-main': resolve('src-main/electron-main.ts'),
          'electron-server': resolve('src-main/electron-server.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: resolve('src-main/electron-preload.ts'),
        output: { format: 'cjs', entryFileNames: 'electron-preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    build: {
      target: 'chrome140',
      minify: true,
      rollupOptions: { input: resolve('src-renderer/index.html') },
    },
    plugins: [react(), absoluteBase, pdfDecoders],
  },
})
