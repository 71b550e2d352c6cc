import i18next from 'i18next'
import Papa from 'papaparse'
import type {
  ImportOptions,
  ImportRegisterName,
  ImportRowFilter,
  ProblemLine,
} from '#shared/features/imports/imports.contract.ts'
import type { ImportDecisions, ImportRules } from '#shared/kit/import.ts'
import { api } from '../../api/client.ts'
import { textOf } from '../../i18n.ts'
import { shell } from '../../shell/shell.ts'

/** What the server needs to work out the problems of a file. */
export interface ProblemsDraft {
  id: number
  options: ImportOptions
  decisions: ImportDecisions
  rules: ImportRules
}

interface ProblemsFile {
  register: ImportRegisterName
  fileName: string
  draft: ProblemsDraft
  filter: ImportRowFilter
}

/**
 * Saves the problems that a filter leaves as a file for whoever keeps the spreadsheet: line, column, value, what is wrong.
 * CSV as Polish spreadsheets open it: UTF-8 with a mark, semicolons.
 */
export async function saveProblems({ register, fileName, draft, filter }: ProblemsFile): Promise<void> {
  const lines: ProblemLine[] = []
  for (let isOver = false; !isOver; ) {
    const { problems, total } = await api.imports.problems({ ...draft, ...filter, offset: lines.length })
    lines.push(...problems)
    isOver = lines.length >= total || problems.length === 0
  }
  const t = i18next.t
  const header = [
    t('imports.line'),
    t('imports.column'),
    t('imports.value'),
    t('imports.problem'),
    t('imports.level'),
  ]
  const rows = lines.map(({ line, field, title, value, level, ...problem }) => [
    String(line),
    title || (field === 'row' ? '' : textOf({ key: `${register}.fields.${field}` })),
    value,
    textOf(problem),
    t(`imports.levels.${level}`),
  ])
  // A spreadsheet would work out a cell that begins with one of these marks.
  const csv = Papa.unparse([header, ...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: true })
  const name = `${t('imports.problemsFile')} – ${fileName.replace(/\.[^.]+$/, '')}.csv`
  await shell.saveFile(name, new TextEncoder().encode(`\ufeff${csv}`))
}
