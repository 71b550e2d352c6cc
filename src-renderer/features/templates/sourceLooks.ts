import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { getNonce } from 'get-nonce'
import i18next from 'i18next'
import { typst } from './typstLanguage.ts'

/** How a source looks, where it is written and where two versions lie side by side; its few words in the user's language. */
export function sourceLooks(): Extension {
  return [
    lineNumbers(),
    typst,
    EditorView.lineWrapping,
    EditorView.cspNonce.of(getNonce() ?? ''),
    EditorState.phrases.of({
      '$ unchanged lines': i18next.t('templates.editor.unchanged', { lines: '$' }),
      Completions: i18next.t('templates.editor.completions'),
      Diagnostics: i18next.t('templates.editor.diagnostics'),
    }),
  ]
}
