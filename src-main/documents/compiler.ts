import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { type CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
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

/**
 * What is wrong with a template that is being written: the compiler's own words, and where (lines and columns from 1;
 * `file` names another source than the template itself).
 */
export interface TemplateFault {
  message: string
  file: string | null
  line: number
  column: number
  endLine: number
  endColumn: number
}

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
  /** Makes a picture known, so that templates can draw `/images/<file>`. */
  learnImage(file: string, content: Buffer): void
  knowsImage(file: string): boolean
  /**
   * Tries sources that are no version yet: answers with the pages, or with what is wrong. Nothing of them is kept.
   *
   * @param asPdf tries the archival PDF too, which refuses more than the pages do
   */
  attempt(sources: TemplateSources, template: string, data: object, asPdf?: boolean): Attempt
}

/** What came of an attempt. */
export type Attempt = { pages: DocumentPages; faults?: never } | { faults: TemplateFault[]; pages?: never }

/** The version of some sources: twelve hex digits that change whenever any source does. */
export function versionOf(sources: TemplateSources): string {
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12)
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
  const current = versionOf(sources)
  const known = new Map<string, TemplateSources>()
  const images = new Set<string>()

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
    return inputAt(pathOf(version, `${template}.typ`), data)
  }

  function inputAt(path: string, data: object) {
    // The memory of earlier compilations makes the next page fast, and would grow without end.
    compiler.evictCache(8)
    return {
      mainFilePath: path,
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
    learnImage(file, content) {
      compiler.mapShadow(join(templateFolder, 'images', file), content)
      images.add(file)
    },
    knowsImage: (file) => images.has(file),
    // Straight from the source: a compiled document that is handed out is never given back, a megabyte each.
    pages: (template, data, version = current) =>
      pagesOf(offline(() => compiler.plainSvg(input(template, data, version)))),
    pdf: (template, data, version = current) =>
      offline(() => compiler.pdf(input(template, data, version), { pdfStandard: 'a-2a' })),
    attempt(attempted, template, data, asPdf = false) {
      for (const [name, source] of Object.entries(attempted))
        compiler.addSource(pathOf('attempt', name), source)
      const given = inputAt(pathOf('attempt', `${template}.typ`), data)
      try {
        if (asPdf) offline(() => compiler.pdf(given, { pdfStandard: 'a-2a' }))
        return { pages: pagesOf(offline(() => compiler.plainSvg(given))) }
      } catch (error) {
        const faults = offline(() => faultsOf(compiler, given))
        return { faults: faults.length > 0 ? faults : [faultOfPdf(error)] }
      }
    },
  }
}

const proxies = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'] as const

/**
 * Compiles without the internet: a template that names a package makes the compiler ask for it there, and nothing leaves
 * this computer. Whatever it asks goes to a port where nobody listens; only while it compiles, because a browser that the
 * program opens would inherit it.
 */
function offline<Result>(compile: () => Result): Result {
  const before = proxies.map((name) => process.env[name])
  for (const name of proxies) process.env[name] = 'http://127.0.0.1:9'
  try {
    return compile()
  } finally {
    proxies.forEach((name, index) => {
      const value = before[index]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    })
  }
}

/** The pages stand below each other in one drawing. */
function pagesOf(svg: string): DocumentPages {
  const page = sizeOf(svg).width > upright.width + 1 ? lying : upright
  return { svg, count: Math.round(sizeOf(svg).height / page.height), ...page }
}

interface Diagnostic {
  message: string
  path: string
  /** 1 for an error; what follows only leads to it. */
  severity: number
  range?: { start: { line: number; character: number }; end: { line: number; character: number } }
}

function faultsOf(compiler: NodeCompiler, given: CompileDocArgs): TemplateFault[] {
  const error = compiler.compile(given).takeDiagnostics()
  const diagnostics: Diagnostic[] = error ? compiler.fetchDiagnostics(error) : []
  return diagnostics
    .filter(({ severity }) => severity === 1)
    .map(({ message, path, range }) => ({
      message,
      file: path === given.mainFilePath ? null : basename(path),
      line: (range?.start.line ?? 0) + 1,
      column: (range?.start.character ?? 0) + 1,
      endLine: (range?.end.line ?? 0) + 1,
      endColumn: (range?.end.character ?? 0) + 1,
    }))
}

/** What the archival PDF refuses has no place that could be told. */
function faultOfPdf(error: unknown): TemplateFault {
  const message = /message: "((?:[^"\\]|\\.)*)"/.exec(String(error))?.[1]?.replaceAll('\\"', '"')
  return { message: message ?? '', file: null, line: 1, column: 1, endLine: 1, endColumn: 1 }
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
