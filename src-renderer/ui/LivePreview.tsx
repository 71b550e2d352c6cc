import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentPages } from './DocumentPages.tsx'
import { Notice } from './Notice.tsx'

interface LivePreviewProps {
  /** The last document that was drawn; undefined before the first. */
  document: ComponentProps<typeof DocumentPages> | undefined
  /** Are the fields such that no document can be drawn of them now? */
  isWaiting: boolean
}

/** The document that follows a form; while the fields are wrong it says so, and what was drawn last is pale. */
export function LivePreview({ document, isWaiting }: LivePreviewProps) {
  const { t } = useTranslation()
  return (
    <>
      {isWaiting && <Notice tone="warning">{t('document.waits')}</Notice>}
      {document && (
        <div style={isWaiting ? { opacity: 0.4 } : undefined}>
          <DocumentPages {...document} />
        </div>
      )}
    </>
  )
}
