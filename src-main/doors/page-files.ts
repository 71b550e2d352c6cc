import { randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** One answer with a file of the page; both shells send it as it is. */
export interface PageAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer | string
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Headers of every answer: nothing may embed the page, guess types or learn where a link led from. */
export const protectiveHeaders = {
  'X-Content-Type-Options': 'nosniff',
  // Not `no-referrer`: browsers then hide the Origin of our own calls as well.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/**
 * The content policy of the page: its own scripts and nothing else, no connection but to its own server. Styles
 * that the component library writes at run time carry the nonce; pages of documents are images from memory.
 */
export function contentPolicy(nonce: string, connect = "'self'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * Serves the built page. The files are listed once, so a path is looked up, never joined: there is nothing to
 * traverse. A path without an extension is an address of the application and gets `index.html`.
 */
export function openPageFiles(folder: string): (pathname: string) => Promise<PageAnswer> {
  const files = new Map(
    filesIn(folder).map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  )
  return async (pathname) => {
    const isAddress = extname(pathname) === ''
    const path = isAddress ? '/index.html' : pathname
    const file = files.get(path)
    if (!file)
      return {
        status: 404,
        headers: { ...protectiveHeaders, 'Content-Type': 'text/plain' },
        body: 'Not found',
      }
    const nonce = randomBytes(16).toString('base64')
    const bytes = await readFile(file)
    return {
      status: 200,
      headers: {
        ...protectiveHeaders,
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': contentPolicy(nonce),
        // Names of built files carry a hash of their content.
        'Cache-Control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
      },
      body:
        isAddress || path === '/index.html' ? bytes.toString('utf8').replaceAll('__NONCE__', nonce) : bytes,
    }
  }
}

/** Every file in a folder and its folders. Electron's archive knows these two calls in every version. */
function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]))
}
