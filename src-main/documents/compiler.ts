import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { heldTogether } from '#shared/kit/polish.ts'
import { printable } from '#shared/kit/printable.ts'

/** The pages of a document as one SVG, pages below each other, all of the same size in points. */
export interface DocumentPages {
  svg: string
  count: number
  width: number
  height: number
}

/** Template sources by file name (`agreement-long.typ`). */
export type TemplateSources = Record<string, string>

/** Turns a template and its data into pages or a PDF, with the shipped sources or with archived ones. */
export interface Compiler {
  /** The pages as SVG, for the preview beside a form and for printing. */
  pages(template: string, data: object, version?: string): DocumentPages
  /** An archival PDF (PDF/A-2a: tagged, fonts embedded); the same input always gives the same bytes. */
  pdf(template: string, data: object, version?: string): Buffer
  /** The version of the shipped sources: twelve hex digits that change whenever any source does. */
  readonly version: string
  readonly sources: TemplateSources
  /** Makes an archived version known, so that `pages` and `pdf` can use it. */
  learn(version: string, sources: TemplateSources): void
  knows(version: string): boolean
}

/** A4 upright and lying, in points. */
const upright = { width: 595.28, height: 841.89 }
const lying = { width: upright.height, height: upright.width }
/** Carlito, drawn after Lato, has the letters of other European languages that Lato lacks. */
const fontFamilies = { lato: 'Lato', carlito: 'Carlito' }
const fontStyles = ['400Regular', '400Regular_Italic', '700Bold']

/**
 * Loads the templates of a folder once and compiles them in this process; a page takes a few milliseconds.
 *
 * Data reach a template as JSON through `sys.inputs.data`, never by pasting text into markup, so nothing that a
 * clerk types can become code.
 */
export function createCompiler(templateFolder: string): Compiler {
  const compiler = NodeCompiler.create({ workspace: templateFolder, fontArgs: [{ fontBlobs: readFonts() }] })
  const sources: TemplateSources = {}
  for (const name of readdirSync(templateFolder).sort()) {
    if (name.endsWith('.typ')) sources[name] = readFileSync(join(templateFolder, name), 'utf8')
  }
  const current = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12)
  const known = new Map<string, TemplateSources>()

  function learn(version: string, versionSources: TemplateSources): void {
    if (known.has(version)) return
    known.set(version, versionSources)
    for (const [name, source] of Object.entries(versionSources))
      compiler.addSource(pathOf(version, name), source)
  }

  const pathOf = (version: string, name: string) => join(templateFolder, version, name)

  function input(template: string, data: object, version: string) {
    if (!known.get(version)?.[`${template}.typ`])
      throw new Error(`no template ${template} in version ${version}`)
    // The memory of earlier compilations makes the next page fast, and would grow without end.
    compiler.evictCache(8)
    return {
      mainFilePath: pathOf(version, `${template}.typ`),
      inputs: {
        data: JSON.stringify(data, (_, value) => (typeof value === 'string' ? shown(value) : value)),
      },
    }
  }

  learn(current, sources)
  return {
    version: current,
    sources,
    learn,
    knows: (version) => known.has(version),
    pages(template, data, version = current) {
      // Straight from the source: a compiled document that is handed out is never given back, a megabyte each.
      const svg = compiler.plainSvg(input(template, data, version))
      const page = sizeOf(svg).width > upright.width + 1 ? lying : upright
      // The pages stand below each other in one drawing.
      return { svg, count: Math.round(sizeOf(svg).height / page.height), ...page }
    },
    pdf: (template, data, version = current) =>
      compiler.pdf(input(template, data, version), { pdfStandard: 'a-2a' }),
  }
}

/**
 * A text as the template gets it. `printable` is the last line of defence: one character without a letter in the fonts
 * would keep the whole archival PDF from being made, and a line of right-to-left letters without a font makes the
 * compiler end the process.
 */
function shown(text: string): string {
  return heldTogether(printable(text))
}

function sizeOf(svg: string): { width: number; height: number } {
  const head = svg.slice(0, 400)
  const [width, height] = ['width', 'height'].map(
    (name) => new RegExp(`^<svg[^>]* ${name}="([\\d.]+)`).exec(head)?.[1],
  )
  if (!width || !height) throw new Error('a drawing without a size')
  return { width: Number(width), height: Number(height) }
}

function readFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return Object.entries(fontFamilies).flatMap(([name, family]) => {
    const folder = join(resolve(`@expo-google-fonts/${name}/package.json`), '..')
    return fontStyles.map((style) => readFileSync(join(folder, style, `${family}_${style}.ttf`)))
  })
}
