import { shell } from '../shell/shell.ts'
import { sheetsOf } from './sheetsOf.ts'

/**
 * Prints pages exactly as they are shown: they are put where only the printer sees them (see `app.css`), and the
 * system's dialog opens when all of them are drawn. A stamp stands across every page.
 */
export async function printPages({
  svg,
  pages,
  isLying = false,
  stamp,
}: {
  svg: string
  pages: number
  /** Is the paper A4 on its side? */
  isLying?: boolean
  stamp?: string | undefined
}): Promise<void> {
  document.getElementById('print-pages')?.remove()
  const holder = document.createElement('div')
  holder.id = 'print-pages'
  holder.setAttribute('aria-hidden', 'true')
  if (isLying) holder.dataset.lying = ''
  const urls = sheetsOf(svg, pages).map((drawing) =>
    URL.createObjectURL(new Blob([drawing], { type: 'image/svg+xml' })),
  )
  const images = urls.map((url) => {
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
  window.addEventListener(
    'afterprint',
    () => {
      holder.remove()
      for (const url of urls) URL.revokeObjectURL(url)
    },
    { once: true },
  )
  shell.print()
}
