import { decode, decodeImage, type IFD, toRGBA8 } from 'utif2'

/** The pages of a TIFF, not yet unpacked. */
export interface TiffPages {
  count: number
  /** Draws a page (counted from 1) on a canvas, in its own size. */
  draw: (number: number, canvas: HTMLCanvasElement) => void
}

/** Opens a TIFF: a scan of one page or of several. */
export function openTiff(bytes: Uint8Array<ArrayBuffer>): TiffPages {
  const pages = decode(bytes.buffer).filter((page) => 't256' in page && 't257' in page)
  return { count: pages.length, draw: (number, canvas) => drawTiff(bytes, pages[number - 1], canvas) }
}

function drawTiff(bytes: Uint8Array<ArrayBuffer>, page: IFD | undefined, canvas: HTMLCanvasElement): void {
  if (!page) return
  decodeImage(bytes.buffer, page)
  const points = new Uint8ClampedArray(toRGBA8(page))
  canvas.width = page.width
  canvas.height = page.height
  canvas.getContext('2d')?.putImageData(new ImageData(points, page.width, page.height), 0, 0)
  // Unpacked pages are large; one that is drawn is on its canvas.
  page.data = new Uint8Array()
}

/** All pages as pictures for a printer. */
export async function imagesOfTiff(bytes: Uint8Array<ArrayBuffer>): Promise<Blob[]> {
  const tiff = openTiff(bytes)
  const images: Blob[] = []
  for (let number = 1; number <= tiff.count; number++) {
    const canvas = document.createElement('canvas')
    tiff.draw(number, canvas)
    const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (image) images.push(image)
  }
  return images
}
