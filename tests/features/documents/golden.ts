import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { PdfReading } from '#tests/support/pdf.ts'

/** Compares a document with its golden text; `RENEW_GOLDEN=1` writes the text anew, to be read before it is committed. */
export function expectGolden(name: string, { pages }: PdfReading): void {
  const text = `${pages.map((lines, index) => [`=== ${index + 1} ===`, ...lines].join('\n')).join('\n')}\n`
  const file = new URL(`golden/${name}.txt`, import.meta.url)
  if (process.env.RENEW_GOLDEN) writeFileSync(file, text)
  expect(existsSync(file), `no golden text ${name}.txt`).toBe(true)
  expect(text).toBe(readFileSync(file, 'utf8'))
}
