import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './DocumentPages.module.css'

interface Pages {
  svg: string
  pages: number
  width: number
  height: number
  /** A word across every page, which is no part of the document (`ANULOWANE`). */
  stamp?: string | undefined
  /** Are the pages lying ones, with small text, that want all the room there is? */
  isLying?: boolean
}

/**
 * The pages of a document, drawn from the one SVG that the server sends. They are images, so nothing in them can
 * run; each page is a window on its part of the whole.
 */
export function DocumentPages({ svg, pages, width, height, stamp, isLying }: Pages) {
  const { t } = useTranslation()
  const url = useObjectUrl(svg)
  return (
    <div className={classes.pages} data-lying={isLying || undefined}>
      {Array.from({ length: pages }, (_, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <div key={page} className={classes.page} style={{ aspectRatio: `${width} / ${height}` }}>
          <img
            src={url}
            style={{ top: `${-100 * page}%` }}
            alt={t('document.page', { page: page + 1, count: pages })}
          />
          {stamp && <span className="stamp">{stamp}</span>}
        </div>
      ))}
    </div>
  )
}

function useObjectUrl(svg: string): string {
  const url = useMemo(() => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })), [svg])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return url
}
