import { useEffect, useEffectEvent, useState } from 'react'

/**
 * Takes files that are dropped anywhere on the page, and images that are pasted. While the session is locked nothing
 * is taken.
 *
 * @returns is a file held over the page now?
 */
export function useDropAnywhere(isOn: boolean, onFiles: (files: File[], isPasted: boolean) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent((files: File[], isPasted: boolean) => {
    if (files.length > 0 && !document.body.hasAttribute('data-locked')) onFiles(files, isPasted)
  })
  useEffect(() => {
    if (!isOn) return
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      take([...(event.dataTransfer?.files ?? [])], false)
    }
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData
      // Text copied from a word processor comes with a picture of itself.
      if (!data || data.types.includes('text/plain')) return
      take(
        [...data.files].filter(({ type }) => type.startsWith('image/')),
        true,
      )
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [isOn])
  return isOver
}
