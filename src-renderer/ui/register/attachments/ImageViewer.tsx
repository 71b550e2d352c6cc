import { useEffect, useMemo, useState } from 'react'
import classes from './AttachmentsPanel.module.css'
import { ZoomBar } from './ZoomBar.tsx'

interface ImageViewerProps {
  bytes: Uint8Array<ArrayBuffer>
  mediaType: string
  name: string
}

/** A picture, as wide as there is room or larger. */
export function ImageViewer({ bytes, mediaType, name }: ImageViewerProps) {
  const [zoom, setZoom] = useState(1)
  const url = useMemo(() => URL.createObjectURL(new Blob([bytes], { type: mediaType })), [bytes, mediaType])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <>
      <ZoomBar zoom={zoom} onZoom={setZoom} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its window is scrolled by keys */}
      <div className={classes.viewer} tabIndex={0} role="img" aria-label={name}>
        <img src={url} alt={name} className={classes.page} style={{ width: `${zoom * 100}%` }} />
      </div>
    </>
  )
}
