import type { ReactNode } from 'react'

/** A form that fills a page, its panels below each other. It is saved by its `SaveBar`: Enter in a field sends nothing. */
export function FormColumn({ children }: { children: ReactNode }) {
  return (
    <form
      noValidate
      onSubmit={(event) => event.preventDefault()}
      style={{ display: 'grid', gap: 16, maxWidth: 860 }}
    >
      {children}
    </form>
  )
}
