import { readFileSync } from 'node:fs'
import writeWorkbook from 'write-excel-file/node'
import type {
  DryRun,
  DryRunRow,
  ImportLine,
  ImportRegisterName,
  OpenedImport,
} from '#shared/features/imports/imports.contract.ts'
import type { ImportDecisions, ImportRules } from '#shared/kit/import.ts'
import { type Api, resourcesFolder } from '#tests/support/testApp.ts'

/** A sample file as an office keeps it. */
export function sample(name: string): Buffer {
  return readFileSync(`${resourcesFolder}/demo/${name}`)
}

/** Gives a file to the wizard. */
export function openFile(
  api: Api,
  content: Buffer | string,
  register: ImportRegisterName = 'volunteers',
  fileName = 'plik.csv',
): Promise<OpenedImport> {
  return api.imports.open({ register, fileName, content: Buffer.from(content).toString('base64') })
}

/** The dry run of an opened file, all rows of it. */
export function dryRun(
  api: Api,
  { id, options }: OpenedImport,
  decisions: ImportDecisions = {},
  rules: ImportRules = {},
): Promise<DryRun> {
  return api.imports.preview({ id, options, decisions, rules, show: 'all', limit: 500 })
}

/** Opens a file and looks at its rows, as the wizard proposes them. */
export async function rowsOf(
  api: Api,
  content: Buffer | string,
  register: ImportRegisterName = 'volunteers',
): Promise<DryRunRow[]> {
  return (await dryRun(api, await openFile(api, content, register))).rows
}

/** Opens a file and writes it with these decisions. */
export async function importFile(
  api: Api,
  content: Buffer | string,
  {
    register = 'volunteers',
    decisions = {},
    rules = {},
  }: { register?: ImportRegisterName; decisions?: ImportDecisions; rules?: ImportRules } = {},
): Promise<ImportLine> {
  const { id, options } = await openFile(api, content, register)
  return api.imports.run({ id, options, decisions, rules })
}

/** The problems of a dry run, one a line: `20 birthOn error imports.problems.noLeapDay`. */
export function problemsIn({ rows }: Pick<DryRun, 'rows'>): string[] {
  return rows.flatMap(({ line, problems }) =>
    problems.map(
      ({ field, level, key }) => `${line} ${field} ${level} ${key.replace(/^imports\.problems\./, '')}`,
    ),
  )
}

export type Cell = string | number | boolean | Date | null

/** A workbook of today with these cells. */
export async function workbook(rows: Cell[][]): Promise<Buffer> {
  return writeWorkbook(
    rows.map((cells) =>
      cells.map((value) =>
        value === null || value === ''
          ? null
          : value instanceof Date
            ? { value, type: Date, format: 'dd.mm.yyyy' }
            : { value },
      ),
    ),
  ).toBuffer()
}

/** Titles and rows as a file with semicolons. */
export function csv(...rows: string[]): string {
  return rows.join('\r\n')
}
