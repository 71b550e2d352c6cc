import { shell } from '../../../shell/shell.ts'

/** Prints pictures, each on a sheet of its own and as large as the sheet allows. */
export async function printImages(pictures: Blob[]): Promise<void> {
  document.getElementById('print-pages')?.remove()
  const holder = document.createElement('div')
  holder.id = 'print-pages'
  holder.dataset.pictures = ''
  holder.setAttribute('aria-hidden', 'true')
  const urls = pictures.map((picture) => URL.createObjectURL(picture))
  const images = urls.map((url) => {
    const sheet = document.createElement('div')
    const image = new Image()
    image.src = url
    sheet.append(image)
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
