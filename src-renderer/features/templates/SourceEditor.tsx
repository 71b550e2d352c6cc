import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { TemplateProblem } from '#shared/features/templates/templates.contract.ts'
import type { TemplateField } from '#shared/features/templates/templates.rules.ts'
import classes from './SourceEditor.module.css'
import { sourceLooks } from './sourceLooks.ts'
import { faultText } from './templateTexts.ts'
import { typstCompletions } from './typstCompletions.ts'

interface SourceEditorProps {
  initial: string
  label: string
  fields: readonly TemplateField[]
  problems: readonly TemplateProblem[]
  onChange: (source: string) => void
}

/**
 * The source of a template: Ctrl+Space offers fields and commands, faults are underlined where they are. Esc, then Tab,
 * leaves it by the keyboard.
 */
export function SourceEditor({ initial, label, fields, problems, onChange }: SourceEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const completions = useRef(new Compartment())
  const changed = useRef(onChange)
  changed.current = onChange
  const begin = useRef({ initial, label })

  useEffect(() => {
    const { initial: source, label: name } = begin.current
    const editor = new EditorView({
      parent: place.current as HTMLElement,
      state: EditorState.create({
        doc: source,
        extensions: [
          sourceLooks(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          lintGutter(),
          completions.current.of(autocompletion({ override: [] })),
          keymap.of([
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...historyKeymap,
            ...defaultKeymap,
            indentWithTab,
          ]),
          EditorView.contentAttributes.of({
            'aria-label': name,
            spellcheck: 'false',
            lang: 'pl',
            tabindex: '0',
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed.current(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = editor
    return () => editor.destroy()
  }, [])

  useEffect(() => {
    view.current?.dispatch({
      effects: completions.current.reconfigure(autocompletion({ override: [typstCompletions(fields)] })),
    })
  }, [fields])

  useEffect(() => {
    if (view.current)
      view.current.dispatch(setDiagnostics(view.current.state, diagnosticsIn(view.current.state, problems)))
  }, [problems])

  return <div ref={place} className={classes.editor} />
}

function diagnosticsIn({ doc }: EditorState, problems: readonly TemplateProblem[]): Diagnostic[] {
  const offset = (line: number, column: number) => {
    const found = doc.line(Math.min(Math.max(line, 1), doc.lines))
    return Math.min(found.from + column - 1, found.to)
  }
  return problems
    .filter(({ file }) => file === null)
    .map((problem) => {
      const from = offset(problem.line, problem.column)
      const to = Math.max(offset(problem.endLine, problem.endColumn), from)
      return { from, to, severity: 'error' as const, message: faultText(problem) }
    })
}
