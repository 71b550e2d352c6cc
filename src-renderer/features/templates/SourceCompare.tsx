import { MergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import classes from './SourceEditor.module.css'
import { sourceLooks } from './sourceLooks.ts'

interface Side {
  name: string
  source: string
}

/** Two sources side by side, the older at the left; what is the same for long is folded away. */
export function SourceCompare({ before, after }: { before: Side; after: Side }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const side = ({ name, source }: Side) => ({
      doc: source,
      extensions: [
        sourceLooks(),
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-label': name, 'aria-readonly': 'true' }),
      ],
    })
    const view = new MergeView({
      a: side(before),
      b: side(after),
      parent: place.current as HTMLElement,
      collapseUnchanged: { margin: 3, minSize: 6 },
      gutter: true,
    })
    return () => view.destroy()
  }, [before, after])
  return <div ref={place} className={classes.editor} />
}
