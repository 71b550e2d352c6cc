import { shell } from '../shell/shell.ts'
import { sheetsOf } from './sheetsOf.ts'

/**
 * Prints pages exactly as they are shown: they are put where only the printer sees them (see `app.css`), and the
 * system's dialog opens when all of them are drawn. A stamp stands across every page.
 */
export function printPages(pages: PrintedDocument & { isLying?: boolean }): Promise<void> {
  return printDocuments([pages], pages.isLying)
}

/** Pages below each other in one drawing, as often as they are wanted. */
interface PrintedDocument {
  svg: string
  pages: number
  stamp?: string | undefined
  copies?: number
}

/**
 * Prints several documents in one go of the system's dialog, each as many times as it says, as `printPages` prints one.
 *
 * @param isLying is the paper A4 on its side?
 * @returns when the dialog is closed
 */
export async function printDocuments(documents: readonly PrintedDocument[], isLying = false): Promise<void> {
  document.getElementById('print-pages')?.remove()
  const holder = document.createElement('div')
  holder.id = 'print-pages'
  holder.setAttribute('aria-hidden', 'true')
  if (isLying) holder.dataset.lying = ''
  const drawn = documents.flatMap(({ svg, pages, stamp, copies = 1 }) => {
    const urls = sheetsOf(svg, pages).map((drawing) =>
      URL.createObjectURL(new Blob([drawing], { type: 'image/svg+xml' })),
    )
    return Array.from({ length: copies }, () => urls.map((url) => ({ url, stamp }))).flat()
  })
  const images = drawn.map(({ url, stamp }) => {
    const sheet = document.createElement('div')
    const image = new Image()
    image.src = url
    sheet.append(image)
    if (stamp) {
      const mark = document.createElement('span')
      mark.className = 'stamp'
      mark.textContent = stamp
      sheet.append(mark)
    }
    holder.append(sheet)
    return image
  })
  document.body.append(holder)
  await Promise.all(images.map((image) => image.decode()))
  await new Promise<void>((resolve) => {
    window.addEventListener(
      'afterprint',
      () => {
        holder.remove()
        for (const { url } of drawn) URL.revokeObjectURL(url)
        resolve()
      },
      { once: true },
    )
    shell.print()
  })
}
