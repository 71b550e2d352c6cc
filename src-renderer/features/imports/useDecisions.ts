import { useMemo, useState } from 'react'
import type {
  FieldDecision,
  ImportDecisions,
  ImportRules,
  RepeatDecision,
  RowDecision,
} from '#shared/kit/import.ts'
import type { DateReading } from '#shared/kit/import-reading.ts'
import { fold } from '#shared/kit/polish.ts'

/** A decision about every cell with the same text, as it is shown. */
export interface TextRule {
  field: string
  text: string
  decision: FieldDecision
  /** What a reference is called. */
  label?: string | undefined
}

/** What the clerk has decided about a file so far, and the ways to decide more. */
export interface Decisions {
  rows: ImportDecisions
  rules: ImportRules
  textRules: TextRule[]
  decideRow: (line: number, decision: RowDecision) => void
  decideDates: (field: string, reading: DateReading) => void
  decideText: (rule: TextRule) => void
  takeBackText: (rule: TextRule) => void
  decideRepeats: (repeats: RepeatDecision | undefined) => void
  reset: () => void
}

/** Keeps the decisions about a file: few, however long it is, because one decision may hold for many rows. */
export function useDecisions(): Decisions {
  const [rows, setRows] = useState<ImportDecisions>({})
  const [dates, setDates] = useState<Record<string, DateReading>>({})
  const [textRules, setTextRules] = useState<TextRule[]>([])
  const [repeats, setRepeats] = useState<RepeatDecision>()
  const rules = useMemo((): ImportRules => {
    const texts: Record<string, Record<string, FieldDecision>> = {}
    for (const { field, text, decision } of textRules)
      texts[field] = { ...texts[field], [fold(text)]: decision }
    return { dates, texts, repeats }
  }, [dates, textRules, repeats])
  const without = (all: TextRule[], { field, text }: TextRule) =>
    all.filter((each) => each.field !== field || fold(each.text) !== fold(text))

  return {
    rows,
    rules,
    textRules,
    decideRow: (line, decision) => setRows((all) => ({ ...all, [line]: { ...all[line], ...decision } })),
    decideDates: (field, reading) => setDates((all) => ({ ...all, [field]: { ...all[field], ...reading } })),
    decideText: (rule) => setTextRules((all) => [...without(all, rule), rule]),
    takeBackText: (rule) => setTextRules((all) => without(all, rule)),
    decideRepeats: setRepeats,
    reset: () => {
      setRows({})
      setDates({})
      setTextRules([])
      setRepeats(undefined)
    },
  }
}
