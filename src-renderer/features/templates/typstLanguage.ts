import { HighlightStyle, StreamLanguage, type StringStream, syntaxHighlighting } from '@codemirror/language'
import { tags } from '@lezer/highlight'

interface State {
  /** Inside a string or a comment that goes on over lines. */
  within: 'string' | 'comment' | null
}

const ends = { comment: /^.*?\*\//, string: /^(?:[^"\\]|\\.)*"/ }

function openedBy(stream: StringStream): State['within'] {
  if (stream.match('"')) return 'string'
  return stream.match('/*') ? 'comment' : null
}

/** The colours of Typst: comments, strings, commands, numbers, headings. Enough to see where a text ends and code begins. */
const language = StreamLanguage.define<State>({
  name: 'typst',
  startState: () => ({ within: null }),
  token(stream, state) {
    const opened = state.within ?? openedBy(stream)
    if (opened) {
      const isClosed = stream.match(ends[opened])
      if (!isClosed) stream.skipToEnd()
      state.within = isClosed ? null : opened
      return opened
    }
    if (stream.match('//')) {
      stream.skipToEnd()
      return 'comment'
    }
    if (stream.sol() && stream.match(/^=+ .*/)) return 'heading'
    if (
      stream.match(
        /^#?\b(?:let|set|show|import|include|if|else|for|in|while|return|none|auto|true|false|and|or|not)\b/,
      )
    )
      return 'keyword'
    if (stream.match(/^#?[a-zA-Z][\w-]*(?=[([])/) || stream.match(/^#[a-zA-Z][\w.-]*/)) return 'variableName'
    if (stream.match(/^\d+(?:\.\d+)?(?:pt|mm|cm|em|fr|%|deg)?/)) return 'number'
    if (!stream.match(/^[\p{L}_-]+/u)) stream.next()
    return null
  },
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', '"'] },
  },
})

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--osrodek-code-string)' },
  { tag: tags.keyword, color: 'var(--osrodek-code-keyword)', fontWeight: '600' },
  { tag: tags.variableName, color: 'var(--osrodek-code-name)' },
  { tag: tags.number, color: 'var(--osrodek-code-number)' },
  { tag: tags.heading, fontWeight: '700' },
])

/** Typst for the editor: what its words are, and their colours. */
export const typst = [language, syntaxHighlighting(colours)]
