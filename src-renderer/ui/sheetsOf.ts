/**
 * Takes a drawing apart whose pages stand below each other: one drawing a page. A browser draws the whole of what it is
 * given for each page that it prints, so a long list would take it minutes.
 */
export function sheetsOf(svg: string, pages: number): string[] {
  if (pages === 1) return [svg]
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  const parts = [...drawing.children]
  const sheets = parts.filter(({ tagName }) => tagName === 'g')
  if (sheets.length !== pages) throw new Error('a drawing of another number of pages')
  const [, , width = 0, height = 0] = (drawing.getAttribute('viewBox') ?? '').split(' ').map(Number)
  const writer = new XMLSerializer()
  const shared = parts
    .filter(({ tagName }) => tagName !== 'g')
    .map((part) => writer.serializeToString(part))
    .join('')
  const tall = height / pages
  return sheets.map(
    (sheet, page) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 ${page * tall} ${width} ${tall}" width="${width}pt" height="${tall}pt">${writer.serializeToString(sheet)}${shared}</svg>`,
  )
}
