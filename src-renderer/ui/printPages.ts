import { shell } from '../shell/shell.ts'
import { partOf } from './DocumentPages.tsx'

/**
 * Prints pages exactly as they are shown: they are put where only the printer sees them (see `app.css`), and the
 * system's dialog opens when all of them are drawn.
 */
export async function printPages(document_: {
  svg: string
  pages: number
  width: number
  height: number
}): Promise<void> {
  document.getElementById('print-pages')?.remove()
  const holder = document.createElement('div')
  holder.id = 'print-pages'
  holder.setAttribute('aria-hidden', 'true')
  const url = URL.createObjectURL(new Blob([document_.svg], { type: 'image/svg+xml' }))
  const images = Array.from({ length: document_.pages }, (_, page) => {
    const image = new Image()
    image.src = `${url}${partOf(page, document_.width, document_.height)}`
    holder.append(image)
    return image
  })
  document.body.append(holder)
  await Promise.all(images.map((image) => image.decode()))
  window.addEventListener(
    'afterprint',
    () => {
      holder.remove()
      URL.revokeObjectURL(url)
    },
    { once: true },
  )
  shell.print()
}
