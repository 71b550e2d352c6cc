import { z } from 'zod'
import { day, optionalDay, optionalText, requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import { casesRegister } from './cases.register.ts'
import { isCategory } from './cases.rules.ts'

/** A class of the file plan (JRWA). */
export const fileClassFields = z.object({
  /** `052`; figures alone. */
  symbol: z
    .string()
    .transform((text) => text.trim())
    .refine((text) => /^\d{1,6}$/.test(text), { error: 'cases.errors.symbol' }),
  title: requiredText(300),
  /** A, B5, BE10, Bc; empty where the centre has not said. */
  category: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, '').replace(/^b(e|c)?/i, (mark) => `B${mark.slice(1)}`))
    .transform((text) => text.replace(/^Be/, 'BE').replace(/^BC/, 'Bc').replace(/^a$/, 'A'))
    .refine((text) => text === '' || isCategory(text), { error: 'cases.errors.category' })
    .default(''),
  isActive: z.boolean().default(true),
})
export type FileClassFields = z.output<typeof fileClassFields>

export interface FileClass extends FileClassFields {
  id: number
  /** How many cases it has; with any, it can be closed and not removed. */
  cases: number
  version: number
}

/** What the list of cases (spis spraw) says of a case besides its sign and days. */
const caseTexts = {
  subject: requiredText(300),
  /** From whom it came; empty where the office began it. */
  sender: optionalText(200),
  /** The sign and the day of the letter that it came with. */
  senderSign: optionalText(100),
  senderOn: optionalDay,
  notes: optionalText(300),
}

/** A new case. */
export const caseFields = z.object({
  /** Null for the centre as a whole, whose symbol then begins the sign. */
  unitId: z.int().positive().nullable().default(null),
  classId: z.int().positive(),
  ...caseTexts,
  openedOn: day,
})
export type CaseFields = z.output<typeof caseFields>

/** One case. */
export interface Case {
  id: number
  sign: string
  unitId: number | null
  unitName: string | null
  classId: number
  classSymbol: string
  classTitle: string
  category: string
  year: number
  number: number
  subject: string
  sender: string
  senderSign: string
  senderOn: string | null
  notes: string
  openedOn: string
  closedOn: string | null
  isPaper: boolean
  cancelReason: string
  version: number
}

/** What a file plan would change. */
export interface PlanCheck {
  created: number
  changed: number
  unchanged: number
  /** Symbols without the class above them: `0521` where neither the plan nor the centre has `052`. */
  orphans: string[]
  /** Symbols that stand there more than once; the last line counts. */
  repeated: string[]
}

export const casesContract = {
  ...registerProcedures(casesRegister),

  /** The file plan in the order of its symbols, closed classes included. */
  classes: query('cases.read').output(output<FileClass[]>()),

  /** Adds a class. Refuses a symbol that is there (`cases.errors.symbolTaken`). */
  createClass: command('cases.manage').input(fileClassFields).output(output<FileClass>()),

  /** Changes a class; the signs of its cases stay. Refuses a symbol that another has, a new symbol of a class with cases. */
  changeClass: command('cases.manage')
    .input(fileClassFields.extend(rowVersion.shape))
    .output(output<FileClass>()),

  /** Removes a class without cases; refuses (`cases.errors.classInUse`) any other. */
  removeClass: command('cases.manage').input(rowVersion).output(output<null>()),

  /**
   * Takes over a file plan: lines of symbol, title and category, divided by tabs, semicolons or several blanks. What is
   * there by its symbol gets the new title and category. All or nothing; refuses (`cases.errors.line`) the first line
   * that is none, with its number.
   */
  enterPlan: command('cases.manage')
    .input(z.object({ text: z.string().min(1).max(500_000) }))
    .output(output<{ created: number; changed: number }>()),

  /** What a file plan would change, without writing anything; refuses as `enterPlan` does. */
  checkPlan: query('cases.manage')
    .input(z.object({ text: z.string().min(1).max(500_000) }))
    .output(output<PlanCheck>()),

  /**
   * The list of cases (spis spraw) of a class in a year, as the office instruction has it, of one unit or (null) of the
   * centre itself: noted in the history as printed. Refuses `NOT_FOUND` for an unknown class or unit.
   */
  printList: command('cases.read')
    .input(
      z.object({
        classId: z.int().positive(),
        unitId: z.int().positive().nullable(),
        year: z.int().min(1990).max(2200),
      }),
    )
    .output(output<{ svg: string; pages: number; width: number; height: number }>()),

  get: query('cases.read').input(rowId).output(output<Case>()),

  /**
   * Opens a case with the next number of its unit, class and year. Refuses a closed class, and a unit without a symbol
   * (`cases.errors.unitWithoutSymbol`).
   */
  open: command('cases.write').input(caseFields).output(output<Case>()),

  /**
   * Enters a case that was opened on paper, with its number, which is not given again. Refuses one that is there
   * (`cases.errors.numberTaken`).
   */
  enter: command('cases.write')
    .input(caseFields.extend({ number: z.int().min(1).max(999_999) }))
    .output(output<Case>()),

  /** Changes the subject, or closes and opens again (`closedOn` null). Refuses `CONFLICT` and a day before the first. */
  change: command('cases.write')
    .input(rowVersion.extend({ ...caseTexts, closedOn: optionalDay }))
    .output(output<Case>()),

  /** Cancels a number that was given by mistake: it stays in the list with its reason. Refuses where a document has it. */
  cancel: command('cases.write')
    .input(rowVersion.extend({ reason: requiredText(300) }))
    .output(output<Case>()),

  /** Open cases for a choice, newest first: at most 50 whose sign or subject contains a text. */
  choices: query('cases.read')
    .input(z.object({ contains: optionalText(100) }))
    .output(output<{ id: number; sign: string; subject: string }[]>()),
}
