import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

/** Opens a PDF in a worker. Neither scripts nor forms of it are run. The bytes stay with the caller. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes.slice(),
    // The page allows no WebAssembly; decoders of scans are plain scripts beside the program.
    useWasm: false,
    wasmUrl: '/assets/pdf-decoders/',
    enableXfa: false,
    stopAtErrors: false,
  }).promise
}

/** Draws a page, so many points wide, on a canvas. */
export async function drawPage(page: PDFPageProxy, width: number, canvas: HTMLCanvasElement): Promise<void> {
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport }).promise
}

/** All pages as pictures for a printer, at 150 points an inch. */
export async function imagesOfPdf(bytes: Uint8Array): Promise<Blob[]> {
  const pdf = await openPdf(bytes)
  const images: Blob[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const canvas = document.createElement('canvas')
    await drawPage(await pdf.getPage(number), 1240, canvas)
    const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (image) images.push(image)
  }
  await pdf.loadingTask.destroy()
  return images
}
