import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../Notice.tsx'
import classes from './AttachmentsPanel.module.css'
import { textOfDocument } from './textOfDocument.ts'

/** The text of a document of Word or LibreOffice. */
export function TextViewer({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }) {
  const { t } = useTranslation()
  const paragraphs = useMemo(() => {
    try {
      return textOfDocument(bytes, mediaType)
    } catch {
      return undefined
    }
  }, [bytes, mediaType])
  if (!paragraphs) return <Text mt="md">{t('attachments.noPreview')}</Text>
  return (
    <>
      <div style={{ marginTop: 12 }}>
        <Notice tone="hint">{t('attachments.textOnly')}</Notice>
      </div>
      <section
        className={classes.viewer}
        aria-label={t('document.preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the text is scrolled by keys
        tabIndex={0}
      >
        <div className={classes.text}>
          {paragraphs.map(({ text, isHeading }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its number
            <Text key={index} fw={isHeading ? 700 : undefined} mb="xs" mih="1em">
              {text}
            </Text>
          ))}
        </div>
      </section>
    </>
  )
}
