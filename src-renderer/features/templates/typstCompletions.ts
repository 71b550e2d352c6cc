import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { TemplateField } from '#shared/features/templates/templates.rules.ts'

/** Commands of the shared parts (`paper.typ`, `office.typ`) and of Typst that templates need most. */
const commands: readonly [label: string, apply?: string][] = [
  ['paper', 'paper(data, {\n  \n})'],
  ['paragraphs', 'paragraphs()'],
  ['facts', 'facts()'],
  ['bullets', 'bullets()'],
  ['boxes', 'boxes()'],
  ['section-title', 'section-title("")'],
  ['service-table', 'service-table(body.agreements)'],
  ['signed-by', 'signed-by(data)'],
  ['parties', 'parties(body)'],
  ['par', 'par[]'],
  ['block', 'block(above: 1.1em)[]'],
  ['text', 'text(weight: "bold")[]'],
  ['strong', 'strong[]'],
  ['emph', 'emph[]'],
  ['list', 'list()'],
  ['enum', 'enum()'],
  ['table', 'table(columns: (1fr, 1fr))'],
  ['grid', 'grid(columns: (1fr, 1fr))'],
  ['align', 'align(center)[]'],
  ['heading', 'heading(level: 2)[]'],
  ['pagebreak', 'pagebreak()'],
  ['line', 'line(length: 100%)'],
  ['v', 'v(4mm)'],
  ['h', 'h(4mm)'],
  ['upper', 'upper()'],
  ['if', 'if  { }'],
  ['for', 'for item in  { }'],
  ['let', 'let '],
]

/**
 * What the editor offers on Ctrl+Space and after a dot: the data's fields by their names with an example beside, then
 * commands. Most templates call `data.body` just `body`, so its fields are offered under both names.
 */
export function typstCompletions(fields: readonly TemplateField[]) {
  const offered = [
    ...fieldOptions(fields),
    ...commands.map(([label, apply]): Completion => ({ label, apply: apply ?? label, type: 'function' })),
  ]
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\p{L}\d_.-]*/u)
    if (!word || (word.from === word.to && !context.explicit)) return null
    return { from: word.from, options: offered, validFor: /^[\p{L}\d_.-]*$/u }
  }
}

function fieldOptions(fields: readonly TemplateField[]): Completion[] {
  return fields.flatMap(({ path, sample, isList }): Completion[] => {
    const short = path.replace(/^data\.body\./, 'body.')
    const detail = `${isList ? '… ' : ''}${sample.slice(0, 40)}`
    const option = (label: string): Completion => ({ label, detail, type: 'property', boost: 1 })
    return short === path ? [option(path)] : [option(short), option(path)]
  })
}
